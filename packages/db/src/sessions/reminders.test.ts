import { reminderChanges } from "@ontsecretaressen/domain/reminder";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openWriter } from "../client/open.ts";
import { listReminded, type RemindedSession, writeReminders } from "./reminders.ts";

const LONG_AGO = "2026-12-01T00:00:00.000Z";
const WEEK = "2027-01-07T09:00:00.000Z";
const DAY = "2027-01-13T09:00:00.000Z";
const AFTER = "2027-01-15T09:00:00.000Z";

let database: TestDatabase;
let db: Database;
let turn = 0;

beforeAll(async () => {
  database = await startDatabase();
  db = openWriter({ url: database.url, token: undefined });
  await database.sql.execute(
    "insert into steps (id, slug, position, title, summary, body, body_html) values ('stp', 'stap', 1, 'Stap', '', '', '')",
  );
});

afterAll(() => database.stop());

const run = (...statements: string[]) => database.sql.batch(statements, "write");

/** A session of its own on the evening of 14 January 2027, with somebody in each of these states. */
async function plan(...states: string[]): Promise<string> {
  const id = `ses_${(turn += 1)}`;
  await run(
    `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at, place,
        address, city, guides, capacity, state, created_at)
      values ('${id}', '${id}', 'stp', '', '', '2027-01-14T19:00', '2027-01-14T21:30', 'Europe/Amsterdam',
        '2027-01-14T18:00:00.000Z', '2027-01-14T20:30:00.000Z', '', '', '', '', 9, 'planned', '${LONG_AGO}')`,
    ...states.flatMap((state) => signup(id, state)),
  );
  return id;
}

function signup(session: string, state: string, who = state): string[] {
  const [id, person] = [`sgn_${session}${who}`, `per_${session}${who}`];
  return [
    `insert into people (id, email_key, email, name, created_at) values ('${person}', '${person}', '', '', '')`,
    `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, line,
        submission, held_until, offer_until, consented_at, signed_up_at, confirmed_at)
      values ('${id}', '${session}', '${person}', '${id}', 'n', '${who}@voorbeeld.nl', '', '', '', '${state}', '', 1, '${id}',
        '2099-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z', '${LONG_AGO}', '${LONG_AGO}', '${LONG_AGO}')`,
  ];
}

async function read(id: string, now: string): Promise<RemindedSession> {
  const since = new Date(Date.parse(now) - 10 * 86_400_000).toISOString();
  const found = (await listReminded(db, since)).find((session) => session.id === id);
  if (found === undefined) throw new Error("it is not among them");
  return found;
}

const write = (session: RemindedSession, now: string) =>
  writeReminders(db, session, reminderChanges(session, now), { emailId: `eml_${(turn += 1)}`, now });

/** What the clock does at this moment. */
const ring = async (id: string, now: string) => write(await read(id, now), now);

async function emailsOf(id: string): Promise<string[]> {
  const rows = await db.all<{
    said: string;
  }>(sql`select e.kind || ' ' || e.meeting || ' ' || e.to_address as said
    from emails e join signups g on g.id = e.signup_id where g.session_id = ${id} order by e.created_at, e.to_address`);
  return rows.map(({ said }) => said);
}

async function remindersOf(id: string): Promise<string[]> {
  const rows = await db.all<{
    said: string;
  }>(sql`select kind || ' ' || state || ' ' || substr(due_at, 1, 10) as said
    from reminders where session_id = ${id} order by due_at`);
  return rows.map(({ said }) => said);
}

describe("a reminder", () => {
  test("goes to everybody who has a seat and to nobody else, at its moment and not before", async () => {
    const id = await plan("confirmed", "held", "waiting", "offered", "cancelled", "expired");
    await ring(id, LONG_AGO);
    await ring(id, "2027-01-07T08:59:59.999Z");
    expect(await emailsOf(id)).toEqual([]);
    await ring(id, WEEK);
    expect(await emailsOf(id)).toEqual(["session_week 1 confirmed@voorbeeld.nl"]);
    await ring(id, DAY);
    expect(await emailsOf(id)).toEqual([
      "session_week 1 confirmed@voorbeeld.nl",
      "session_tomorrow 1 confirmed@voorbeeld.nl",
    ]);
  });

  test("goes once: not again by the next minute, by two clocks at once, or by a batch that runs twice", async () => {
    const id = await plan("confirmed");
    await ring(id, LONG_AGO);
    const session = await read(id, WEEK);
    await Promise.all([write(session, WEEK), write(session, WEEK), ring(id, WEEK)]);
    await write(session, WEEK);
    await ring(id, "2027-01-07T09:01:00.000Z");
    expect(await emailsOf(id)).toHaveLength(1);
  });

  test("of every meeting of a series goes the day before it", async () => {
    const id = await plan("confirmed");
    await run(
      `insert into meetings values ('${id}', 2, '2027-02-11T19:00', '2027-02-11T21:00', '2027-02-11T18:00:00.000Z', '2027-02-11T20:00:00.000Z')`,
    );
    await ring(id, LONG_AGO);
    for (const now of [WEEK, DAY, AFTER, "2027-02-10T09:00:00.000Z"]) await ring(id, now);
    expect((await emailsOf(id)).map((email) => email.slice(0, 18))).toEqual([
      "session_week 1 con",
      "session_tomorrow 1",
      "session_tomorrow 2",
    ]);
  });

  test("of a meeting goes to nobody who said that she won't be there; of the others it does", async () => {
    const id = await plan("confirmed");
    await run(
      ...["2027-02", "2027-03"].map(
        (month, index) =>
          `insert into meetings values ('${id}', ${index + 2}, '${month}-11T19:00', '${month}-11T21:00', '${month}-11T18:00:00.000Z', '${month}-11T20:00:00.000Z')`,
      ),
      `insert into absences values ('sgn_${id}confirmed', 2, '${LONG_AGO}')`,
    );
    await ring(id, LONG_AGO);
    for (const now of [WEEK, DAY, "2027-02-10T09:00:00.000Z", "2027-03-10T09:00:00.000Z"])
      await ring(id, now);
    expect((await emailsOf(id)).map((email) => email.slice(0, 18))).toEqual([
      "session_week 1 con",
      "session_tomorrow 1",
      "session_tomorrow 3",
    ]);
    expect(await remindersOf(id)).toContain("day_before sent 2027-02-10");
  });

  test("is missed after an outage, and nobody hears of tomorrow when it has been", async () => {
    const id = await plan("confirmed");
    await ring(id, LONG_AGO);
    await ring(id, "2027-01-14T18:00:00.000Z");
    expect(await emailsOf(id)).toEqual([]);
    expect(await remindersOf(id)).toEqual([
      "week_before missed 2027-01-07",
      "day_before missed 2027-01-13",
      "afterwards planned 2027-01-15",
    ]);
  });

  test("of afterwards waits until somebody was checked in, and then goes to all who had a seat", async () => {
    const id = await plan("confirmed");
    await run(...signup(id, "cancelled"));
    await ring(id, LONG_AGO);
    await ring(id, AFTER);
    expect((await emailsOf(id)).filter((email) => email.startsWith("session_thanks"))).toEqual([]);
    await run(`insert into attendances values ('sgn_${id}confirmed', 1, '${AFTER}', 'tok_1')`);
    await ring(id, "2027-01-15T09:01:00.000Z");
    expect((await emailsOf(id)).filter((email) => email.startsWith("session_thanks"))).toEqual([
      "session_thanks 1 confirmed@voorbeeld.nl",
    ]);
  });
});

describe("when a session changes", () => {
  test("its reminders move along, and those of the old date are gone", async () => {
    const id = await plan("confirmed");
    await ring(id, LONG_AGO);
    await run(
      `update sessions set starts_local = '2027-07-14T19:00', ends_local = '2027-07-14T21:30', version = version + 1,
        starts_at = '2027-07-14T17:00:00.000Z', ends_at = '2027-07-14T19:30:00.000Z' where id = '${id}'`,
    );
    await ring(id, "2027-01-01T00:00:00.000Z");
    expect(await remindersOf(id)).toEqual([
      "week_before planned 2027-07-07",
      "day_before planned 2027-07-13",
      "afterwards planned 2027-07-15",
    ]);
  });

  test("between reading and writing, nothing of what was read is done", async () => {
    const id = await plan("confirmed");
    await ring(id, LONG_AGO);
    const session = await read(id, WEEK);
    await run(`update sessions set version = version + 1 where id = '${id}'`);
    await write(session, WEEK);
    expect(await emailsOf(id)).toEqual([]);
    expect((await remindersOf(id))[0]).toBe("week_before planned 2027-01-07");
  });

  test("when the rest of a series is called off, who was there is thanked once, and who wasn't hears no more", async () => {
    const id = await plan("confirmed");
    await run(
      ...signup(id, "cancelled"),
      ...signup(id, "confirmed", "gemist"),
      `insert into meetings values ('${id}', 2, '2027-02-11T19:00', '2027-02-11T21:00', '2027-02-11T18:00:00.000Z', '2027-02-11T20:00:00.000Z')`,
    );
    await ring(id, LONG_AGO);
    await run(
      `insert into attendances values ('sgn_${id}confirmed', 1, '${AFTER}', 'tok_1')`,
      `update sessions set state = 'cancelled', cancelled_at = '2027-01-20T12:00:00.000Z', version = version + 1 where id = '${id}'`,
    );
    await ring(id, "2027-01-20T12:01:00.000Z");
    await ring(id, "2027-01-21T08:59:59.999Z");
    expect(await emailsOf(id)).toEqual([]);
    const session = await read(id, "2027-01-21T09:00:00.000Z");
    for (const now of ["2027-01-21T09:00:00.000Z", "2027-01-21T09:01:00.000Z"]) await write(session, now);
    expect(await emailsOf(id)).toEqual(["session_thanks 1 confirmed@voorbeeld.nl"]);
    expect(await remindersOf(id)).toEqual(["afterwards sent 2027-01-21"]);
  });

  test("for good, nobody is reminded of it, nor of what she called off herself", async () => {
    const [id, other] = [await plan("confirmed"), await plan("confirmed")];
    for (const one of [id, other]) {
      await ring(one, LONG_AGO);
      await ring(one, WEEK);
      expect(await emailsOf(one)).toHaveLength(1);
    }
    await run(
      `update sessions set state = 'cancelled', version = version + 1 where id = '${id}'`,
      `update signups set state = 'cancelled' where session_id = '${other}'`,
    );
    for (const one of [id, other]) {
      await ring(one, DAY);
      expect(await emailsOf(one)).toEqual([]);
    }
    expect(await remindersOf(id)).toEqual(["week_before sent 2027-01-07"]);
  });
});
