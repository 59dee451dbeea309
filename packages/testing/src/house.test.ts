import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHouse, type House } from "./house.ts";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(async () => {
  await house.stop();
});

describe("the house", () => {
  test("answers on its public door", async () => {
    const answer = await house.fetch("/api/health");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true });
  });

  test("lets the admin token in, and nobody else", async () => {
    expect((await house.admin("articles?limit=1")).status).toBe(200);
    expect((await house.fetch("/api/admin/articles?limit=1")).status).toBe(401);
  });

  test("counts round trips to the database per Worker", async () => {
    const { answer, trips } = await house.roundTrips(() => house.fetch("/"));
    expect(answer.status).toBe(200);
    expect(trips).toEqual({ site: 1 });
  });

  test("lets a test stop the database and start it again with its data", async () => {
    const before = await house.sql.execute("select count(*) as n from articles");
    await house.stopDatabase();
    expect((await house.fetch("/api/health")).status).toBe(503);
    await house.startDatabase();
    expect((await house.fetch("/api/health")).status).toBe(200);
    const after = await house.sql.execute("select count(*) as n from articles");
    expect(after.rows).toEqual(before.rows);
    expect(after.rows[0]?.["n"]).toBeGreaterThan(0);
  });
});
