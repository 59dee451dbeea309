import { retentionDays } from "@ontsecretaressen/domain/comment-limits";
import { holdHours, signupTerms } from "@ontsecretaressen/domain/signup";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { readFileSync } from "node:fs";
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

test("the privacy page tells the same days", () => {
  const page = readFileSync(new URL("../../../../infra/content/pages/privacy.md", import.meta.url), "utf8");
  expect(page).toContain(`| reclame | ${retentionDays.spam} dagen |`);
  expect(page).toContain(`| een reactie die je niet bevestigde | ${retentionDays.unproved} dagen |`);
  expect(page).toContain(`| je e-mailadres | ${retentionDays.address} dagen`);
  expect(page).toContain(`Doe je dat niet, dan is je adres na ${retentionDays.unproved} dagen weg.`);
  expect(page).toContain(`Bevestig je niet, dan vervalt je plek na ${holdHours} uur`);
  expect(page).toContain(`${retentionDays.unproved} dagen daarna is alles weg wat er van je stond`);
  expect(page).toContain(
    `je antwoorden op onze vragen | ${signupTerms.detailsDays} dagen na de laatste keer |`,
  );
  expect(page).toContain(`als je er niet bij was | ${retentionDays.address} dagen na de laatste keer |`);
  expect(page).toContain(`als je erbij was | ${signupTerms.attendedYears} jaar na de laatste keer |`);
  expect(page).toContain(`| de code van je netwerk | ${retentionDays.network} dag |`);
  expect(page).toContain(`en je adres daarbij | ${retentionDays.report} dagen na ons besluit |`);
});
