import { type Subscribers, subscribersOf } from "@ontsecretaressen/testing/subscribers";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { retentionDays } from "@ontsecretaressen/domain/retention";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Subscribers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = subscribersOf(house);
});

afterAll(() => house.stop());

const textOf = async (path: string) => (await house.fetch(path)).text();

const rows = async (sql: string, ...args: string[]) => (await house.sql.execute({ sql, args })).rows;

const nightly = "17 3 * * *";

describe("the last link in an email about an article", () => {
  test("shows how it stands and changes nothing; its form changes the choice", async () => {
    const { choicePath } = await people.come({ "category.jouw-rol": "on" });
    const before = await textOf(choicePath);
    expect(before).toContain("bij elk nieuw artikel over Jouw rol.");
    expect(before).toMatch(/name="category\.jouw-rol"[^>]*checked/u);
    expect(await textOf(choicePath)).toBe(before);
    const saved = await house.post(choicePath, { act: "choose", "category.samen-leren": "on" });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, choicePath]);
    expect(await textOf(choicePath)).toContain("over Samen leren.");
    await house.post(choicePath, { act: "choose" });
    expect(await textOf(choicePath)).toContain("bij elk nieuw artikel.");
  });

  test("stops it at one press, also what was written and did not go; and takes it up again", async () => {
    const { choicePath, email } = await people.come();
    await people.keepMail();
    const id = await people.publish("vlak-ervoor");
    await house.cron("api");
    expect(await people.told(id)).toContain(email);
    await house.post(choicePath, {});
    expect(await people.told(id)).not.toContain(email);
    await house.sql.execute("delete from mail_pauses");
    expect(await textOf(choicePath)).toContain("geen mail meer");
    await house.post(choicePath, { act: "choose", "category.jouw-rol": "on" });
    expect(await textOf(choicePath)).toContain("over Jouw rol.");
  });

  test("is pressed by a mail program without cookies, and answered 200 without a redirect", async () => {
    const { choicePath } = await people.come();
    const answer = await house.fetch(choicePath, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect([answer.status, await answer.text(), answer.headers.get("set-cookie")]).toEqual([200, "", null]);
    expect(await textOf(choicePath)).toContain("geen mail meer");
  });

  test("of another's making, or for a category that is not there, changes nothing", async () => {
    const { choicePath } = await people.come();
    const forged = choicePath.replace(/.{64}$/u, "0".repeat(64));
    for (const answer of [await house.fetch(forged), await house.post(forged, {})])
      expect(answer.status).toBe(410);
    const unknown = await house.post(choicePath, { act: "choose", "category.weg": "on" });
    expect([unknown.status, (await unknown.text()).includes("er niet meer")]).toEqual([422, true]);
    expect(await textOf(choicePath)).toContain("bij elk nieuw artikel.");
  });
});

describe("what is kept of a subscriber", () => {
  test("has no name, until she gives one and it is proved to be hers", async () => {
    const name = async (email: string) =>
      (await rows("select name from people where email = ?", email))[0]?.["name"];
    const article = "waarom-de-secretaresse-30-niet-bestaat";
    const [proved, known] = [await people.come(), await people.come()];
    const json = { article, body: "Een reactie.", name: "Noor", email: proved.email, key: "a" };
    await house.fetch("/api/comments", { json, headers: { "cf-connecting-ip": "198.51.100.9" } });
    expect(await name(proved.email)).toBe("");
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(proved.email) && subject.includes("reactie"),
    );
    await house.post(/\/bevestig\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "", {});
    expect(await name(proved.email)).toBe("Noor");
    await house.fetch("/api/comments", {
      json: { ...json, email: known.email, name: "Sam", key: "b" },
      headers: { cookie: known.cookie, "cf-connecting-ip": "198.51.100.10" },
    });
    expect(await name(known.email)).toBe("Sam");
  });

  test("stands on her own page and comes along with her data", async () => {
    const { cookie, choicePath, email } = await people.come({ "category.jouw-rol": "on" });
    const headers = { cookie };
    const mine = await (await house.fetch("/mijn/", { headers })).text();
    expect(mine).toContain("bij elk nieuw artikel over Jouw rol.");
    expect(mine).toContain(choicePath);
    const data = await (await house.fetch("/mijn/gegevens.json", { headers })).text();
    expect(JSON.parse(data)).toMatchObject({
      email,
      newArticles: { categories: [{ slug: "jouw-rol", title: "Jouw rol" }], isStopped: false },
    });
  });

  test("is erased with her: she gets one last email, and after the night even that address is gone", async () => {
    const { cookie, choicePath, email } = await people.come();
    await house.post("/mijn/wis/", {}, { headers: { cookie } });
    expect((await house.fetch(choicePath)).status).toBe(410);
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(email) && subject === "Je gegevens zijn gewist",
    );
    expect(mail.text).toContain("Dit is onze laatste mail.");
    await house.cron("mailer");
    expect(await rows("select kind from emails where to_address = ?", email)).toEqual([
      expect.objectContaining({ kind: "person_erased" }),
    ]);
    await house.cron("api", nightly);
    expect(await rows("select kind from emails where to_address = ?", email)).toEqual([]);
    await house.post("/mijn/wis/", {}, { headers: { cookie } });
    expect(await rows("select kind from emails where kind = 'person_erased'")).toEqual([]);
  });

  test("is erased without a word to an address that wants no email of ours", async () => {
    const { cookie, email } = await people.come();
    await house.sql.execute({
      sql: `insert into suppressions (id, address_key, reason, at) values ('sup_1', ?, 'complained', '2026-01-01T00:00:00.000Z')`,
      args: [email],
    });
    expect((await house.post("/mijn/wis/", {}, { headers: { cookie } })).status).toBe(200);
    expect(await rows("select email from people where email = ?", email)).toEqual([]);
    await house.cron("mailer");
    expect(await rows("select kind from emails where to_address = ?", email)).toEqual([]);
    expect(await rows("select id from suppressions where address_key = ?", email)).toEqual([]);
  });

  test("is forgotten after a few days when nobody confirmed it, and kept as long as she wants the emails", async () => {
    const { email } = await people.come();
    await house.post("/api/subscribers", { email: "nooit@voorbeeld.nl", key: "n" });
    const then = new Date(Date.now() - retentionDays.unproved * 86_400_000 - 3_600_000).toISOString();
    const known = () => rows("select email from people where email in (?, ?)", email, "nooit@voorbeeld.nl");
    await house.cron("api", nightly);
    expect(await known()).toHaveLength(2);
    await house.sql.executeMultiple(
      `update people set created_at = '${then}'; update subscriber_asks set made_at = '${then}'`,
    );
    await house.cron("api", nightly);
    expect(await known()).toEqual([expect.objectContaining({ email })]);
    expect(await rows("select 1 from emails where to_address = 'nooit@voorbeeld.nl'")).toEqual([]);
    await house.sql.execute("update people set created_at = '2020-01-01T00:00:00.000Z'");
    await house.cron("api", nightly);
    expect(await known()).toHaveLength(1);
  });
});
