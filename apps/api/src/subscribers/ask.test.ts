import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { subscriberRates } from "@ontsecretaressen/domain/subscriber";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const budgets: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const from = () => ({ "cf-connecting-ip": `198.51.100.${(turn += 1) % 250}` });

const someone = () => `lezer${(turn += 1)}@voorbeeld.nl`;

const ask = (fields: Record<string, string>) =>
  house.post("/api/subscribers", { key: `k${(turn += 1)}`, ...fields }, { headers: from() });

const rows = async (sql: string, ...args: string[]) => (await house.sql.execute({ sql, args })).rows;

async function linkOf(email: string): Promise<string> {
  const mail = await house.waitForMail(({ to }) => to.includes(email));
  return /\/bevestig\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "";
}

const subscriber = async (email: string) =>
  (
    await rows(
      `select s.*, (select group_concat(slug) from (select c.slug from json_each(s.categories) j join categories c on c.id = j.value order by c.slug)) as slugs
        from subscribers s join people p on p.id = s.person_id where p.email = ?`,
      email,
    )
  )[0];

describe("asking for new articles", () => {
  test("sends one email with one button, and nobody is subscribed before it is pressed", async () => {
    const email = someone();
    const { answer, trips } = await house.roundTrips(() => ask({ email }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/volgen/?gevraagd"]);
    expect(trips["api"]).toBe(budgets.roundTrips["POST /api/subscribers"]);
    const link = await linkOf(email);
    const opened = await (await house.fetch(link)).text();
    expect(opened.match(/<button/gu)).toHaveLength(1);
    expect(opened).toContain("bij elk nieuw artikel.");
    expect(await subscriber(email)).toBeUndefined();
    const pressed = await house.post(link, {});
    expect(pressed.headers.get("location")).toMatch(/^\/afmelden\/per_\w+\.new\.[0-9a-f]{64}$/u);
    expect(await subscriber(email)).toMatchObject({ categories: null, stopped_at: null });
    const cookie = (pressed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    expect(await (await house.fetch("/mijn/", { headers: { cookie } })).text()).toContain(
      "Je krijgt een mail bij elk nieuw artikel.",
    );
  });

  test("is about some categories when those are ticked, in a form and in JSON alike", async () => {
    const [form, json] = [someone(), someone()];
    await ask({ email: form, "category.jouw-rol": "on", "category.netwerkorganisatie": "on" });
    const made = await house.fetch("/api/subscribers", {
      json: { email: json, categories: ["netwerkorganisatie", "jouw-rol"], key: "j" },
      headers: from(),
    });
    expect([made.status, await made.json()]).toEqual([201, { state: "asked" }]);
    for (const email of [form, json]) {
      await house.post(await linkOf(email), {});
      expect((await subscriber(email))?.["slugs"]).toBe("jouw-rol,netwerkorganisatie");
    }
  });

  test("answers the same for a subscriber, whose choice stays until she presses again", async () => {
    const email = someone();
    const first = await ask({ email });
    await house.post(await linkOf(email), {});
    const again = await ask({ email: email.replace("lezer", "Lezer"), "category.jouw-rol": "on" });
    expect([again.status, again.headers.get("location")]).toEqual([
      first.status,
      first.headers.get("location"),
    ]);
    const link = await linkOf(email.replace("lezer", "Lezer"));
    expect(await subscriber(email)).toMatchObject({ categories: null });
    await house.post(link, {});
    expect(await subscriber(email)).toMatchObject({ slugs: "jouw-rol" });
  });

  test("twice in a row with one form makes one email; a link pressed again changes nothing", async () => {
    const email = someone();
    const form = { email, key: "dubbel" };
    await Promise.all([ask(form), ask(form)]);
    const link = await linkOf(email);
    expect(await rows("select 1 from emails where to_address = ?", email)).toHaveLength(1);
    const [one, two] = [await house.post(link, {}), await house.post(link, {})];
    expect(two.headers.get("location")).toBe(one.headers.get("location"));
    await house.post(one.headers.get("location") ?? "", {});
    await house.post(link, {});
    expect((await subscriber(email))?.["stopped_at"]).not.toBeNull();
    expect(await (await house.fetch(link)).text()).toContain("Dit heb je al bevestigd");
  });

  test("with a mistake gives the form back with all that was typed", async () => {
    const answer = await ask({ email: "half@", "category.jouw-rol": "on" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="half@"');
    expect(html).toMatch(/name="category\.jouw-rol"[^>]*checked/u);
    expect(html).toContain("Dit adres klopt nog niet");
  });

  test.for([
    [{ categories: "x" }],
    [{ categories: [7] }],
    [{ categories: { a: 1 } }],
    [{ email: ["a@b.nl"] }],
  ])("as a program with %j is told which field, and nothing is kept", async ([fields]) => {
    const email = someone();
    const answer = await house.fetch("/api/subscribers", { json: { email, ...fields }, headers: from() });
    expect(answer.status).toBe(422);
    const { error } = await readJson<{ error: { fields: object } }>(Promise.resolve(answer));
    expect(Object.keys(error.fields)).toEqual(Object.keys(fields ?? {}));
    expect(await rows("select 1 from people where email = ?", email)).toEqual([]);
  });

  test("about a category that is not there keeps nothing and says so", async () => {
    const email = someone();
    const answer = await ask({ email, "category.weg": "on" });
    expect([answer.status, (await answer.text()).includes("er niet meer")]).toEqual([422, true]);
    expect(await rows("select 1 from people where email = ?", email)).toEqual([]);
  });

  test("as a robot is answered as anybody, and nothing is kept", async () => {
    const email = someone();
    const answer = await ask({ email, subject: "gevuld" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/volgen/?gevraagd"]);
    expect(await rows("select 1 from people where email = ?", email)).toEqual([]);
  });

  test("for another's address fills no mailbox, and never says so", async () => {
    await clearOf(3600);
    const email = someone();
    for (let asked = 0; asked < subscriberRates.address[0].most + 3; asked += 1)
      expect((await ask({ email })).headers.get("location")).toBe("/volgen/?gevraagd");
    expect(await rows("select 1 from emails where to_address = ?", email)).toHaveLength(
      subscriberRates.address[0].most,
    );
  });

  test("too often from one network is refused for a while", async () => {
    await clearOf(600);
    const headers = { "cf-connecting-ip": "203.0.113.77" };
    const answers = [];
    for (let asked = 0; asked <= subscriberRates.network[0].most; asked += 1)
      answers.push(await house.post("/api/subscribers", { email: someone() }, { headers }));
    expect(answers.at(-2)?.status).toBe(303);
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("keeps what was typed while the database is away", async () => {
    house.databaseAnswers({ status: 503 });
    const answer = await ask({ email: "lezer@voorbeeld.nl", "category.jouw-rol": "on" });
    house.databaseAnswers(null);
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain('value="lezer@voorbeeld.nl"');
    expect(html).toMatch(/name="category\.jouw-rol"[^>]*checked/u);
  });

  test("a link that is two days old, or of another's making, is gone", async () => {
    const email = someone();
    await ask({ email });
    const link = await linkOf(email);
    await house.sql.execute("update subscriber_asks set expires_at = '2020-01-01T00:00:00.000Z'");
    for (const path of [link, `${link}x`]) {
      expect((await house.fetch(path)).status).toBe(410);
      expect((await house.post(path, {})).status).toBe(410);
    }
    expect(await subscriber(email)).toBeUndefined();
  });

  test("a link that was pressed lets a browser in for two days, and no longer", async () => {
    const email = someone();
    await ask({ email });
    const link = await linkOf(email);
    for (const status of [303, 303, 410]) {
      if (status === 410)
        await house.sql.execute("update subscriber_asks set expires_at = '2020-01-01T00:00:00.000Z'");
      const pressed = await house.post(link, {});
      expect([pressed.status, pressed.headers.has("set-cookie")]).toEqual([status, status === 303]);
    }
  });
});
