import { createClient } from "@libsql/client/http";
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

  test("lets the Workers see the address that a browser used", async () => {
    const localhost = house.url.replace("127.0.0.1", "localhost");
    const post = async (origin: string) =>
      (await house.fetch(`${localhost}/api/comments`, { json: {}, headers: { origin } })).status;
    expect(await post(localhost)).toBe(422);
    expect(await post("https://elders.example")).toBe(403);
  });

  test("makes the database fail and mends it", async () => {
    house.databaseAnswers(500);
    expect((await house.fetch("/api/health")).status).toBe(503);
    house.databaseAnswers(null);
    expect((await house.fetch("/api/health")).status).toBe(200);
  });

  test("keeps the site from writing, whatever it asks", async () => {
    const token = house.databaseToken("ontsecretaressen-site");
    const reader = createClient({ url: house.databaseUrl, authToken: token });
    expect((await reader.execute("select count(*) as n from articles")).rows).toHaveLength(1);
    await expect(reader.execute("delete from articles")).rejects.toThrow(/403|not authorized|write/i);
    reader.close();
  });

  test("rings the cron", async () => {
    expect(await house.cron()).toBe("ok");
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
