import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, expect, test } from "vitest";

type Stats = { at: string } & Record<string, Record<string, number>>;

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const read = () => readJson<Stats>(house.admin("stats"));

test("the counts follow what is done, in one round trip for them and one for who asks", async () => {
  const before = await read();
  const { id } = await readJson<{ id: string }>(
    house.admin("articles", { json: { slug: "geteld", title: "Geteld", body: "Tekst." } }),
  );
  const slug = await people.plan(4);
  await people.send(slug, { name: "Eén", email: "geteld@voorbeeld.nl" });
  const { answer, trips } = await house.roundTrips(read);
  expect(answer["articles"]?.["draft"]).toBe((before["articles"]?.["draft"] ?? 0) + 1);
  expect(answer["articles"]?.["total"]).toBe((before["articles"]?.["total"] ?? 0) + 1);
  expect(answer["sessions"]?.["ahead"]).toBe((before["sessions"]?.["ahead"] ?? 0) + 1);
  expect(answer["signups"]).toEqual({ total: 1, held: 1 });
  expect(answer["people"]).toMatchObject({ unproved: 1 });
  expect(Object.values(trips).reduce((sum, count) => sum + count, 0)).toBe(2);
  await house.admin(`articles/${id}/trash`, { method: "POST" });
  expect((await read())["articles"]?.["trashed"]).toBe((before["articles"]?.["trashed"] ?? 0) + 1);
});

test("every organiser may see the counts, and they name nobody", async () => {
  const { token } = await readJson<{ token: string }>(
    house.admin("tokens", { json: { name: "Een moderator", roles: ["moderator"] } }),
  );
  const answer = await house.fetch("/api/admin/stats", { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  const { at, ...counts } = await readJson<Stats>(answer);
  expect(at).toMatch(/^20[\d:.T-]+Z$/u);
  for (const [name, value] of Object.values(counts).flatMap((of) => Object.entries(of)))
    expect([name, value]).toEqual([expect.stringMatching(/^[A-Za-z_]+$/u), expect.any(Number)]);
  expect((await house.fetch("/api/admin/stats")).status).toBe(401);
});
