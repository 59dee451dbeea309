import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { asForm, type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

describe("too often", () => {
  test("an address can be signed up three times an hour for a session; then 429, with what was typed, and no mail", async () => {
    await clearOf(3600);
    const session = await people.plan(9);
    const typed = { email: "sil@voorbeeld.nl" };
    for (let count = 0; count < 3; count += 1) expect((await people.send(session, typed)).status).toBe(201);
    const answer = await house.post(
      "/api/signups",
      asForm(people.fields(session, { ...typed, consent: "on", note: "Nog een keer." })),
    );
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.text()).toContain("Nog een keer.");
    expect((await people.send(session, { together: typed.email })).status).toBe(429);
    expect(await people.rows(session)).toMatchObject([{ emails: 1 }]);
  });

  test("an address can be signed up ten times an hour", async () => {
    await clearOf(3600);
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1)
      statuses.push((await people.send(await people.plan(2), { together: "tom@voorbeeld.nl" })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
  });

  test("one network can sign up forty times in ten minutes", async () => {
    await clearOf(600);
    const session = await people.plan(60);
    const headers = { "cf-connecting-ip": "203.0.113.7" };
    const statuses: number[] = [];
    for (let count = 0; count < 41; count += 1)
      statuses.push((await house.fetch("/api/signups", { json: people.fields(session), headers })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(40);
    expect(statuses.at(-1)).toBe(429);
  });
});
