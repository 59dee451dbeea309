import { retentionDays } from "@ontsecretaressen/domain/retention";
import { signupTerms } from "@ontsecretaressen/domain/signup";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const YEAR = 365.25;
const TABLES = ["people", "signups", "answers", "absences", "attendances", "emails", "brought"];

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

beforeEach(() => house.sql.execute("delete from audit where act like 'forget.%'"));

const run = async (sql: string, ...args: string[]) => (await house.sql.execute({ sql, args })).rows;

/** Somebody with a certain seat, who told what she eats; answers her address and her signup. */
async function comes(session: string, wasThere: boolean): Promise<{ email: string; id: string }> {
  const mail = await people.confirm(await people.signUp(session));
  const email = mail.to[0] ?? "";
  const [row] = await run("select id from signups where email = ?", email);
  const id = row?.["id"] as string;
  await run("update signups set note = 'Ik kom wat later.' where id = ?", id);
  await run(
    `insert into questions (id, session_id, position, kind, label, is_required)
      select 'que_' || id, session_id, 1, 'text', 'Wat eet je?', 0 from signups where id = ?`,
    id,
  );
  await run("insert into answers select ?, 'que_' || ?, 'Geen noten.'", id, id);
  await run("insert into absences values (?, 2, '2026-01-01T00:00:00.000Z')", id);
  if (wasThere) await run("insert into attendances values (?, 1, '2026-01-01T00:00:00.000Z', 'tok')", id);
  return { email, id };
}

/** Makes it so many days and an hour since the last time of a session, and of all before it; then a night passes. */
async function nightAfter(session: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000 - 3_600_000).toISOString();
  const [began, long] = ["2000-01-01T00:00:00.000Z", "2000-01-01T01:00:00.000Z"];
  await run("update people set created_at = ?", long);
  await run("update sessions set starts_at = ?, ends_at = ? where slug = ?", began, long, session);
  await run(
    "update meetings set starts_at = ?, ends_at = ? where session_id = (select id from sessions where slug = ?)",
    began,
    then,
    session,
  );
  expect(await house.cron("api", "17 3 * * *")).toBe("ok");
}

const series = () =>
  people.plan(5, { later: [{ startsLocal: "2090-04-18T19:00", endsLocal: "2090-04-18T21:30" }] });

const told = async () =>
  (await readJson<{ items: { act: string; about: string | null }[] }>(house.admin("audit"))).items
    .filter(({ act }) => act.startsWith("forget."))
    .map(({ act, about }) => `${act} ${about}`)
    .toSorted();

/** The tables that still hold something of her. */
const left = async (...texts: string[]) => {
  const kept = await Promise.all(
    TABLES.map(async (table) => ({ table, rows: JSON.stringify(await run(`select * from ${table}`)) })),
  );
  return kept.filter(({ rows }) => texts.some((text) => rows.includes(text))).map(({ table }) => table);
};

describe("after the last time of a session", () => {
  test("what she told for it is forgotten in a season, and not before: that she comes is kept", async () => {
    const session = await series();
    const { email } = await comes(session, true);
    await nightAfter(session, signupTerms.detailsDays - 1);
    expect(await left("Geen noten.", "Ik kom wat later.")).toEqual(["signups", "answers"]);
    await nightAfter(session, signupTerms.detailsDays);
    expect(await left("Geen noten.", "Ik kom wat later.")).toEqual([]);
    expect(await left(email)).toEqual(["people", "signups", "emails"]);
    expect(await told()).toEqual(["forget.details 1"]);
    await nightAfter(session, signupTerms.detailsDays);
    expect(await told()).toEqual(["forget.details 1"]);
  });

  test("who was not there is forgotten in a year, with all that was of her; who was is kept, with what that opens and proves", async () => {
    const session = await series();
    const [gone, came] = [await comes(session, false), await comes(session, true)];
    const thanks = await run("select 1 from emails where signup_id = ?", gone.id);
    expect(thanks.length).toBeGreaterThan(0);
    await nightAfter(session, retentionDays.address - 1);
    expect(await left(gone.email, gone.id)).toContain("signups");
    await nightAfter(session, retentionDays.address);
    expect(await left(gone.email, gone.id)).toEqual([]);
    expect(await left(came.id)).toEqual(["signups", "absences", "attendances", "emails"]);
    expect(await told()).toEqual(["forget.details 2", "forget.people 1", "forget.signups 1"]);
    expect(JSON.stringify(await run("select * from audit where act like 'forget.%'"))).not.toContain(gone.id);
    await nightAfter(session, signupTerms.attendedYears * YEAR - 1);
    expect(await left(came.email, came.id)).toContain("attendances");
    await nightAfter(session, signupTerms.attendedYears * YEAR);
    expect(await left(came.email, came.id)).toEqual([]);
    expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  });

  test("who still does something here keeps her name and address when what she signed up for is forgotten", async () => {
    const session = await series();
    const { email, id } = await comes(session, false);
    await run(
      `insert into subscribers (person_id, categories, since, stopped_at)
        select person_id, null, '2026-01-01T00:00:00.000Z', null from signups where id = ?`,
      id,
    );
    await nightAfter(session, retentionDays.address);
    expect(await left(id)).toEqual([]);
    expect(await left(email)).toContain("people");
  });

  test("for whom a step was opened by hand is kept as long as who was there", async () => {
    const session = await series();
    const { email, id } = await comes(session, false);
    const opened = (days: number) =>
      run(
        `insert or replace into openings (person_id, step_id, at, admin_id, reason)
          select p.id, (select id from steps where slug = 'workshops'), ?, 'tok', '' from people p where p.email = ?`,
        new Date(Date.now() - days * 86_400_000).toISOString(),
        email,
      );
    await opened(signupTerms.attendedYears * YEAR - 1);
    await nightAfter(session, retentionDays.address);
    expect(await left(id)).toEqual([]);
    expect(await left(email)).toContain("people");
    await opened(signupTerms.attendedYears * YEAR + 1);
    await nightAfter(session, retentionDays.address);
    expect(await left(email)).toEqual([]);
  });
});
