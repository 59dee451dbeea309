import { retentionDays } from "@ontsecretaressen/domain/retention";
import { holdHours, signupTerms } from "@ontsecretaressen/domain/signup";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Signers;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const night = () => house.cron("api", "17 3 * * *");

async function comment(change: Record<string, unknown> = {}): Promise<{ id: string; email: string }> {
  const email = `p${(turn += 1)}@voorbeeld.nl`;
  const json = { article: ARTICLE, name: "Noor", email, body: `Tekst ${turn}`, key: String(turn), ...change };
  const headers = { "cf-connecting-ip": "203.0.113.9" };
  const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json, headers }));
  return { id, email };
}

/** Makes a comment, its writer and all about her as old as so many days and an hour. */
async function age(id: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000 - 3_600_000).toISOString();
  await house.sql.batch(
    [
      {
        sql: "update people set created_at = ? where id = (select person_id from comments where id = ?)",
        args: [then, id],
      },
      { sql: "update comments set posted_at = ? where id = ?", args: [then, id] },
    ],
    "write",
  );
}

const row = async (id: string) =>
  (await house.sql.execute({ sql: "select * from comments where id = ?", args: [id] })).rows[0];

describe("at night", () => {
  test.for([
    ["spam", { subject: "x" }, retentionDays.spam],
    ["a comment that nobody proved", {}, retentionDays.unproved],
  ] as const)(
    "%s is forgotten when its days are over, with its mail and links, and not before",
    async ([, change, days]) => {
      const { id } = await comment(change);
      await age(id, days - 1);
      await night();
      expect(await row(id)).toBeDefined();
      await age(id, days);
      await night();
      expect(await row(id)).toBeUndefined();
      for (const table of ["emails", "links"]) {
        const { rows } = await house.sql.execute({
          sql: `select 1 from ${table} where comment_id = ?`,
          args: [id],
        });
        expect(rows).toEqual([]);
      }
    },
  );

  test("spam with an answer under it keeps its place and nothing else: not its words, its writer or its mail", async () => {
    const spam = await comment({ body: "Koop dit nu", name: "Verkoper" });
    await house.admin(`comments/${spam.id}/approve`, { method: "POST" });
    const answer = await comment({ parent: spam.id, body: "Dat hoeft niet hoor." });
    await house.admin(`comments/${answer.id}/approve`, { method: "POST" });
    await house.admin(`comments/${spam.id}/spam`, { method: "POST" });
    await age(spam.id, retentionDays.spam - 1);
    await night();
    expect(await row(spam.id)).toMatchObject({ state: "spam", body: "Koop dit nu" });
    await age(spam.id, retentionDays.spam);
    await night();
    await night();
    expect(await row(spam.id)).toMatchObject({
      state: "deleted",
      name: "",
      body: "",
      email: null,
      person_id: null,
    });
    const kept = JSON.stringify((await house.sql.execute("select * from emails")).rows);
    expect([kept.includes(spam.email), kept.includes(answer.email)]).toEqual([false, true]);
    const html = await (await house.fetch(`/${ARTICLE}/`)).text();
    expect(html).toContain("Dat hoeft niet hoor.");
    expect(html).not.toMatch(/Koop dit nu|Verkoper/u);
    expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  });

  test("a comment that was turned down is forgotten when its days are over, counted from then, and not before", async () => {
    const { id } = await comment({ body: "Niet geplaatst." });
    await house.admin(`comments/${id}/reject`, { method: "POST" });
    const judged = async (days: number) => {
      const then = new Date(Date.now() - days * 86_400_000 - 3_600_000).toISOString();
      const sql = "update comments set judged_at = ?, posted_at = '2020-01-01T00:00:00.000Z' where id = ?";
      await house.sql.execute({ sql, args: [then, id] });
      await night();
      return row(id);
    };
    expect(await judged(retentionDays.rejected - 1)).toBeDefined();
    expect(await judged(retentionDays.rejected)).toBeUndefined();
  });

  test("what was decided about a reported comment is kept when its words are forgotten", async () => {
    const { id } = await comment({ body: "Gemeld en weg." });
    await house.admin(`comments/${id}/approve`, { method: "POST" });
    const json = { comment: id, reason: "insulting", explanation: "", email: "", key: id };
    const made = await house.fetch("/api/reports", { json });
    expect(made.status).toBe(201);
    await house.admin(`comments/${id}/reject`, { json: { rule: "other", reason: "Zo gaan we hier om." } });
    await house.sql.execute({
      sql: "update comments set judged_at = '2020-01-01T00:00:00.000Z' where id = ?",
      args: [id],
    });
    await night();
    expect(await row(id)).toMatchObject({ state: "deleted", body: "" });
    const { rows } = await house.sql.execute({
      sql: "select 1 from reports where comment_id = ? and by_organiser = 0",
      args: [id],
    });
    expect(rows).toHaveLength(1);
  });

  test("the network of a comment is forgotten after a day, and what is counted when its time is over", async () => {
    const { id } = await comment();
    await night();
    expect((await row(id))?.["network"]).not.toBeNull();
    await age(id, retentionDays.network);
    await house.sql.execute("update rates set ends_at = '2020-01-01T00:00:00.000Z'");
    await night();
    expect((await row(id))?.["network"]).toBeNull();
    expect((await house.sql.execute("select count(*) as n from rates")).rows[0]?.["n"]).toBe(0);
  });

  test("the address of who said nothing for a year is forgotten and her comment stays; who follows a conversation is kept", async () => {
    const silent = await comment();
    const follower = await comment({ notify: true });
    for (const { id, email } of [silent, follower]) {
      await house.proveComment(email);
      await house.admin(`comments/${id}/approve`, { method: "POST" });
      await age(id, retentionDays.address);
    }
    await night();
    await night();
    expect(await row(silent.id)).toMatchObject({ state: "visible", email: null, person_id: null });
    expect(await row(follower.id)).toMatchObject({ email: follower.email });
    for (const table of ["people", "emails", "comments"])
      expect(JSON.stringify((await house.sql.execute(`select * from ${table}`)).rows)).not.toContain(
        silent.email,
      );
  });

  test("a signup that nobody proved is forgotten days after its end, with the address of who was named in it; who proved hers is kept", async () => {
    const session = await people.plan(5);
    await people.send(session, {
      email: "maakt@voorbeeld.nl",
      together: "komt@voorbeeld.nl, nooit@voorbeeld.nl",
    });
    const fields = { name: "Kom", consent: "on" };
    expect((await house.post(await people.linkTo("komt@voorbeeld.nl"), fields)).status).toBe(303);
    const ended = async (days: number) => {
      const then = new Date(Date.now() - days * 86_400_000 - 3_600_000).toISOString();
      await house.sql.batch(
        [
          { sql: "update people set created_at = ?", args: [then] },
          {
            sql: "update signups set state = 'expired', state_at = ? where confirmed_at is null",
            args: [then],
          },
        ],
        "write",
      );
      await night();
      return (await people.rows(session)).map(({ email }) => email);
    };
    expect(await ended(retentionDays.unproved - 1)).toHaveLength(3);
    expect(await ended(retentionDays.unproved)).toEqual(["komt@voorbeeld.nl"]);
    for (const table of ["people", "signups", "emails", "brought"]) {
      const kept = JSON.stringify((await house.sql.execute(`select * from ${table}`)).rows);
      for (const who of ["maakt@", "nooit@"]) expect([table, kept.includes(who)]).toEqual([table, false]);
    }
    expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  });

  test("that somebody named who was signed up already is forgotten days after she could have answered; she herself is kept", async () => {
    const session = await people.plan(5);
    await people.send(session, { email: "kende@voorbeeld.nl" });
    await house.post(await people.linkTo("kende@voorbeeld.nl"), {});
    await people.send(session, { email: "noemt@voorbeeld.nl", together: "kende@voorbeeld.nl" });
    const named = async (days: number) => {
      const then = new Date(Date.now() - days * 86_400_000 - 3_600_000).toISOString();
      await house.sql.execute({
        sql: "update brought set until = ? where email = 'kende@voorbeeld.nl'",
        args: [then],
      });
      expect(await night()).toBe("ok");
      return (await house.sql.execute("select 1 from brought where email = 'kende@voorbeeld.nl'")).rows
        .length;
    };
    expect([await named(retentionDays.unproved - 1), await named(retentionDays.unproved)]).toEqual([1, 0]);
    expect((await people.rows(session)).map(({ email }) => email)).toContain("kende@voorbeeld.nl");
  });

  test("who was there is kept, though she never pressed her button and her hold is over", async () => {
    const session = await people.plan(3);
    await people.send(session, { email: "was-er@voorbeeld.nl" });
    const [row] = await people.rows(session);
    await house.sql.batch(
      [
        {
          sql: "insert into attendances values (?, 1, '2026-01-14', 'tok')",
          args: [row?.id ?? ""],
        },
        {
          sql: "update signups set state = 'expired', state_at = '2026-01-14' where id = ?",
          args: [row?.id ?? ""],
        },
      ],
      "write",
    );
    expect(await night()).toBe("ok");
    expect((await people.rows(session)).map(({ email }) => email)).toEqual(["was-er@voorbeeld.nl"]);
  });

  test("who were brought by somebody who is forgotten stay one party, with one place on the list", async () => {
    const session = await people.plan(3);
    for (const name of ["een", "twee"]) await people.send(session, { email: `${name}@voorbeeld.nl` });
    const together = "drie@voorbeeld.nl, vier@voorbeeld.nl";
    await people.send(session, { email: "vergeten@voorbeeld.nl", together });
    const then = new Date(Date.now() - retentionDays.unproved * 86_400_000 - 3_600_000).toISOString();
    await house.sql.execute({
      sql: "update signups set state = 'expired', state_at = ? where email = 'vergeten@voorbeeld.nl'",
      args: [then],
    });
    await night();
    const rows = await people.rows(session);
    expect(rows.map(({ email }) => email)).not.toContain("vergeten@voorbeeld.nl");
    const { rows: parties } = await house.sql.execute(
      "select party_id from signups where email in ('drie@voorbeeld.nl', 'vier@voorbeeld.nl') group by party_id",
    );
    expect(parties).toHaveLength(1);
    expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  });
});

test("the privacy page tells the days that the night goes by", async () => {
  const page = await (await house.fetch("/privacy/")).text();
  for (const told of [
    `een reactie of adres dat je niet bevestigde: ${retentionDays.unproved} dagen<`,
    `een reactie die we niet plaatsten of weghaalden: ${retentionDays.rejected} dagen daarna<`,
    `reclame: ${retentionDays.spam} dagen<`,
    `je e-mailadres: ${retentionDays.address} dagen na je laatste reactie`,
    `de code van je netwerk: ${retentionDays.network} dag<`,
    `een melding, met je adres: ${retentionDays.report} dagen na ons besluit<`,
    `een plek die je niet bevestigt: ${holdHours} uur, en je gegevens nog ${retentionDays.unproved} dagen<`,
    `bij een bijeenkomst: ${signupTerms.detailsDays} dagen daarna<`,
    `je aanmelding: ${retentionDays.address} dagen daarna, en ${signupTerms.attendedYears} jaar als je erbij was<`,
  ])
    expect(page).toContain(told);
  expect(await (await house.fetch("/over-ons/")).text()).not.toContain("Hoe lang we iets bewaren");
});

test("no page of the first content says how long something is kept: the site does", () => {
  const folder = new URL("../../../../infra/content/pages/", import.meta.url);
  const names = readdirSync(folder);
  expect(names).toContain("privacy.md");
  for (const name of names) {
    const said = readFileSync(new URL(name, folder), "utf8").match(/\d+ (?:dag|uur|maand)/u);
    expect([name, said]).toEqual([name, null]);
  }
});
