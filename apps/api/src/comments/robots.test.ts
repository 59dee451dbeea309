import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const comment = (change: Record<string, string> = {}) => {
  const email = `robot${(turn += 1)}@voorbeeld.nl`;
  return { article: SLUG, name: "Noor", email, body: `Tekst ${turn}e.`, key: "k", ...change };
};

describe("a robot, and what the rules call spam", () => {
  test("gets by a form the very answer that a person gets", async () => {
    const seen = await Promise.all(
      ["", "Buy now"].map(async (subject) => {
        const answer = await house.post("/api/comments", comment({ subject }), { headers: people.from() });
        const headers = [...answer.headers].filter(([name]) => !["date", "cf-ray"].includes(name));
        return { status: answer.status, headers, body: await answer.text() };
      }),
    );
    expect(seen[0]?.status).toBe(303);
    expect(seen[1]).toEqual(seen[0]);
  });

  test("causes no mail at all: not to its writer, not to organisers, not to who follows", async () => {
    const reader = await people.come({ notify: true });
    await people.approve(reader.id);
    const known = await people.come();
    const body = "Casino poker viagra, kijk op https://een.example en https://twee.example en bit.ly/x";
    const id = await people.say(known, body);
    expect((await people.row(id))["state"]).toBe("spam");
    expect(await people.count("emails where comment_id = ?", id)).toBe(0);
  });
});

describe("a try that is refused", () => {
  const post = (change: Record<string, string>, headers: Record<string, string>) =>
    house.fetch("/api/comments", { json: comment(change), headers });

  test("counts like any other: under a closed article, for an answer to nothing", async () => {
    await clearOf(600);
    const own = { "cf-connecting-ip": "192.0.2.91" };
    const statuses = new Set<number>();
    for (let count = 0; count < 40; count += 1)
      statuses.add(
        (await post(count % 2 === 0 ? { article: "bestaat-niet" } : { parent: "cmt_geen" }, own)).status,
      );
    expect(statuses).toEqual(new Set([404]));
    expect((await post({}, own)).status).toBe(429);
    expect((await post({}, { "cf-connecting-ip": "192.0.2.92" })).status).toBe(201);
  });
});
