// Turnstile itself needs its own network: here stands what its documentation says that it answers.
import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { commentRates } from "@ontsecretaressen/domain/comment-limits";
import { type Fault, type Proxy, startProxy } from "@ontsecretaressen/testing/proxy";
import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let turnstile: Proxy;
let house: House;
let people: Commenters;
let answers: (token: string) => Fault;
let asked: string[] = [];
let turn = 0;

const passed = { success: true, hostname: "127.0.0.1", action: "comment" };

beforeAll(async () => {
  turnstile = await startProxy("http://127.0.0.1:9", {
    before({ body }) {
      asked.push(body);
      return answers(new URLSearchParams(body).get("response") ?? "");
    },
  });
  house = await startHouse({
    content: true,
    bindings: { TURNSTILE_SITE_KEY: "sleutel", TURNSTILE_SECRET: "geheim", TURNSTILE_URL: turnstile.url },
  });
  people = commentersOf(house, SLUG);
});

afterAll(() => Promise.all([house.stop(), turnstile.stop()]));

beforeEach(() => {
  asked = [];
  answers = (token) => ({ status: 200, body: token === "goed" ? passed : { success: false } });
});

const fields = (token?: string) => ({
  article: SLUG,
  name: "Noor",
  email: `t${(turn += 1)}@voorbeeld.nl`,
  body: `Tekst ${turn}.`,
  key: String(turn),
  ...(token === undefined ? {} : { "cf-turnstile-response": token }),
});

const post = (token?: string, headers: Record<string, string> = {}) =>
  house.post("/api/comments", fields(token), { headers: { ...people.from(), ...headers } });

describe("where Turnstile is set up", () => {
  test("a first comment comes back with the question and all that was typed, and nothing is kept", async () => {
    const before = await people.count("comments");
    const answer = await post();
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('data-sitekey="sleutel"');
    expect(html).toContain(`Tekst ${turn}.`);
    expect(html).toContain("<noscript>");
    expect(answer.headers.get("content-security-policy")).toMatch(
      /script-src https:\/\/challenges\.cloudflare\.com/u,
    );
    expect(await people.count("comments")).toBe(before);
    expect(asked).toEqual([]);
  });

  test("it is kept with a good answer, which is asked of Turnstile with our secret and no address", async () => {
    const answer = await post("goed");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/${SLUG}/?reactie=mail#reageer`]);
    expect(asked).toEqual(["secret=geheim&response=goed"]);
  });

  test.for<[string, Fault]>([
    [
      "a wrong or used answer",
      { status: 200, body: { success: false, "error-codes": ["timeout-or-duplicate"] } },
    ],
    ["an answer given on another site", { status: 200, body: { ...passed, hostname: "kwaad.example" } }],
    ["an answer given for another form", { status: 200, body: { ...passed, action: "login" } }],
    ["an answer that says nothing", { status: 200, body: {} }],
  ])("%s is refused, and nothing is kept", async ([, fault]) => {
    answers = () => fault;
    const before = await people.count("comments");
    expect((await post("iets")).status).toBe(422);
    expect(await people.count("comments")).toBe(before);
  });

  test.for<[string, Fault]>([
    ["breaks", 500],
    ["does not answer", "hang"],
  ])("when Turnstile %s nothing gets in, and there is a kind way out", async ([, fault]) => {
    answers = () => fault;
    const before = await people.count("comments");
    const answer = await post("goed");
    const html = await answer.text();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(html).toContain("mail je reactie naar redactie@ontsecretaressen.eu");
    expect(html).toContain(`Tekst ${turn}.`);
    expect(await people.count("comments")).toBe(before);
  });

  test("who proved her address before is asked nothing", async () => {
    answers = () => ({ status: 200, body: passed });
    const email = "bekend@voorbeeld.nl";
    await house.post("/api/comments", { ...fields("goed"), email }, { headers: people.from() });
    const { cookie } = await house.proveComment(email);
    asked = [];
    const json = { ...fields(), email };
    const answer = await house.fetch("/api/comments", { json, headers: { cookie, ...people.from() } });
    expect([answer.status, asked]).toEqual([201, []]);
  });

  test("wrong answers count toward the limit of their network: past it nobody is asked, and others still get in", async () => {
    await clearOf(600);
    const headers = { "cf-connecting-ip": "192.0.2.77" };
    const { most } = commentRates.network[0];
    for (let tried = 1; tried < most; tried += 1)
      expect((await house.post("/api/comments", fields("fout"), { headers })).status).toBe(422);
    expect((await house.post("/api/comments", fields("goed"), { headers })).status).toBe(303);
    asked = [];
    const refused = await house.post("/api/comments", fields("goed"), { headers });
    expect([refused.status, asked]).toEqual([429, []]);
    expect(await refused.text()).toContain(`Tekst ${turn}.`);
    expect((await post("goed")).status).toBe(303);
  });

  test("a program gets the code", async () => {
    const answer = await house.fetch("/api/comments", { json: fields(), headers: people.from() });
    expect([answer.status, await answer.json()]).toMatchObject([422, { error: { code: "unknown_person" } }]);
  });
});
