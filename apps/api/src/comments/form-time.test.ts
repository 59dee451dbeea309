import { stampOf } from "@ontsecretaressen/db/stamp";
import { type Commenter, type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";
const SECRET = "geheim";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true, bindings: { FORM_SECRET: SECRET } });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const keyOf = (html: string) => /name="key" value="([^"]*)"/u.exec(html)?.[1] ?? "";

const made = async (secondsAgo: number, secret = SECRET) =>
  `bladzijde ${await stampOf(secret, Date.now() - secondsAgo * 1000)}`;

/** Sends a form with this key; answers what is kept of it. */
async function send(key: string, who: Partial<Commenter> = {}, change: Record<string, string> = {}) {
  const email = who.email ?? `vlot${(turn += 1)}@voorbeeld.nl`;
  const fields = { article: SLUG, name: "Noor", email, body: `Vlug gezegd, ${turn}.`, key, ...change };
  const answer = await house.post("/api/comments", fields, { headers: { ...who.headers, ...people.from() } });
  expect(answer.status).toBe(303);
  const { rows } = await house.sql.execute({
    sql: "select id, state, reasons from comments where email = ? order by id desc",
    args: [email],
  });
  return { email, rows, ...(rows[0] as unknown as { id: string; state: string; reasons: string }) };
}

async function trusted(): Promise<Commenter> {
  const who = await people.come();
  await people.approve(who.id);
  return who;
}

describe("how long a form was open", () => {
  test("is told by the form itself: sent at once it waits for an organiser, who sees why", async () => {
    const who = await trusted();
    const page = await house.fetch(`/${SLUG}/?antwoord=${who.id}`);
    const { state, reasons } = await send(keyOf(await page.text()), who);
    expect([state, JSON.parse(reasons)]).toEqual([
      "held",
      [{ rule: "speed", weight: 3, evidence: expect.stringMatching(/^[012] s$/u) }],
    ]);
  });

  test("of three seconds and more is nothing special", async () => {
    const { state, reasons } = await send(await made(3.1), await trusted());
    expect([state, reasons]).toEqual(["visible", "[]"]);
  });

  test.for<[string, () => string | Promise<string>]>([
    ["no key", () => ""],
    ["a key of its own making", () => "bladzijde mifq8v2k.pZ3vKxW1b/Qm"],
    ["a moment that it moved", async () => (await made(1)).replace(/ ./u, " 1")],
    ["another's secret", () => made(60, "anders")],
  ])("can't be made up: with %s it was never open", async ([, key]) => {
    expect((await send(await key(), await trusted())).reasons).toContain('"evidence":"0 s"');
  });

  test("is still known when the address is proved later", async () => {
    const { email, id } = await send(await made(0));
    await house.proveComment(email);
    expect(await people.row(id)).toMatchObject({ state: "held", reasons: expect.stringContaining("speed") });
  });

  test("says nothing of a program that sends JSON", async () => {
    const who = await trusted();
    expect((await people.row(await people.say(who, "Vanuit een programma.")))["reasons"]).toBe("[]");
  });

  test("does not part a comment from itself: the same words from a page that was made anew are one comment", async () => {
    const who = await trusted();
    const before = await people.count("comments where email = ?", who.email);
    for (const secondsAgo of [60, 30]) await send(await made(secondsAgo), who, { body: "Twee keer." });
    expect((await people.count("comments where email = ?", who.email)) - before).toBe(1);
  });

  test("changes no page: it is another one each time, and a browser still hears that nothing changed", async () => {
    const [first, second] = [await house.fetch(`/${SLUG}/`), await house.fetch(`/${SLUG}/`)];
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toBe(second.headers.get("etag"));
    expect(keyOf(await first.text())).not.toBe(keyOf(await second.text()));
    expect((await house.fetch(`/${SLUG}/`, { headers: { "if-none-match": etag } })).status).toBe(304);
  });
});
