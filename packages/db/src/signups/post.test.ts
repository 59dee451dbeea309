import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWriter } from "../client/open.ts";
import { insertParty, type NewParty } from "./post.ts";

const NOW = "2026-11-23T12:00:00.000Z";
const LATER = "2026-11-25T12:00:00.000Z";
const PEOPLE = 60;
const PLACES = 12;

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [
      "insert into steps (id, slug, position, title, summary, body, body_html) values ('stp', 'rondetafel', 1, 'Rondetafel', '', '', '')",
      ...["gated", "naive"].map(
        (
          slug,
        ) => `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
      place, address, city, guides, capacity, state, created_at, idempotency_key)
          values ('${slug}', '${slug}', 'stp', 'Proef', '', '', '', 'Europe/Amsterdam',
          '2090-01-01T18:00:00.000Z', '2090-01-01T20:00:00.000Z', 'Zaal', '', 'Utrecht', '', ${PLACES}, 'planned', '${NOW}', null)`,
      ),
    ],
    "write",
  );
});

afterAll(() => database.stop());

async function held(session: string): Promise<number> {
  const { rows } = await database.sql.execute(
    `select count(*) as n from signups where session_id = '${session}' and state = 'held'`,
  );
  return Number(rows[0]?.["n"]);
}

const everybody = Array.from({ length: PEOPLE }, (_, index) => String(index));

function draft(session: string, who: string): NewParty {
  const email = `${who}@${session}.nl`;
  return {
    members: [
      {
        id: `sgn_${session}_${who}`,
        personId: `per_${session}_${who}`,
        emailId: `eml_${session}_${who}`,
        name: who,
        email,
        emailKey: email,
      },
    ],
    againEmailId: `eml_again_${session}_${who}`,
    session,
    organisation: "",
    role: "",
    note: "",
    answers: [],
    submission: `${session} ${who}`,
    rates: [],
    now: NOW,
    heldUntil: LATER,
    notSince: NOW,
  };
}

/** The same decision without its guard: what was counted before decides, whatever was written since. */
async function insertWithoutGate(session: string, who: string, counted: number): Promise<void> {
  const state = counted < PLACES ? "held" : "waiting";
  await database.sql.batch(
    [
      `insert into people (id, email_key, email, name, created_at, confirmed_at) values ('per_${session}_${who}', '${who}', '', '', '${NOW}', null)`,
      `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
          line, submission, held_until, signed_up_at)
        values ('sgn_${session}_${who}', '${session}', 'per_${session}_${who}', 'sgn_${session}_${who}', 'n', '', '', '', '',
          '${state}', '${NOW}', 1, '${who}', '${LATER}', '${NOW}')`,
    ],
    "write",
  );
}

describe("the seat gate", () => {
  test("gives exactly the seats there are to 60 people at the same moment", async () => {
    await Promise.all(
      everybody.map((who) =>
        insertParty(openWriter({ url: database.url, token: undefined }), draft("gated", who)),
      ),
    );
    expect(await held("gated")).toBe(PLACES);
  });

  test("is what prevents overselling: counting first and writing afterwards sells more", async () => {
    const counts = await Promise.all(everybody.map(() => held("naive")));
    for (const [index, counted] of counts.entries()) {
      await insertWithoutGate("naive", String(index), counted);
    }
    expect(await held("naive")).toBeGreaterThan(PLACES);
  });
});
