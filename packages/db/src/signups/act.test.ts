import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWriter } from "../client/open.ts";
import { confirmSignup, declineSignup } from "./act.ts";

const NOW = "2026-11-23T12:00:00.000Z";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [
      "insert into steps (id, slug, position, title, summary, body, body_html) values ('stp', 'rondetafel', 1, '', '', '', '')",
      `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
          place, address, city, guides, capacity, state, created_at)
        values ('ses', 'proef', 'stp', '', '', '', '', 'Europe/Amsterdam', '2026-11-23T18:00:00.000Z',
          '2026-11-23T20:00:00.000Z', '', '', '', '', 9, 'planned', '${NOW}')`,
      ...["been", "not"].flatMap((who) => [
        `insert into people (id, email_key, email, name, created_at) values ('per_${who}', '${who}', '${who}', 'Noor', '${NOW}')`,
        `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
            submission, consented_at, signed_up_at, confirmed_at)
          values ('sgn_${who}', 'ses', 'per_${who}', 'sgn_${who}', 'Noor', '${who}', '', '', '', 'confirmed', '${NOW}',
            '${who}', '${NOW}', '${NOW}', '${NOW}')`,
      ]),
      `insert into attendances (signup_id, meeting, at, admin_id) values ('sgn_been', 1, '${NOW}', 'tok')`,
    ],
    "write",
  );
});

afterAll(() => database.stop());

test("who was checked in can't call off any more; who was not, can until the session begins", async () => {
  const db = openWriter({ url: database.url, token: undefined });
  for (const who of ["been", "not"])
    await declineSignup(db, {
      claim: { id: `sgn_${who}`, version: 1 },
      now: "2026-11-23T13:00:00.000Z",
      seed: `eml_${who}`,
      until: "2026-11-24T13:00:00.000Z",
      notBefore: "2026-11-23T15:00:00.000Z",
    });
  const { rows } = await database.sql.execute("select id, state from signups order by id");
  expect(rows).toMatchObject([
    { id: "sgn_been", state: "confirmed" },
    { id: "sgn_not", state: "cancelled" },
  ]);
});

test("who says yes on a clock that is behind gets no seat that somebody else has by now: she stands on the list", async () => {
  await database.sql.batch(
    [
      `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
          place, address, city, guides, capacity, state, created_at)
        values ('one', 'een', 'stp', '', '', '', '', 'Europe/Amsterdam', '2026-12-23T18:00:00.000Z',
          '2026-12-23T20:00:00.000Z', '', '', '', '', 1, 'planned', '${NOW}')`,
      ...[
        ["late", "2026-11-23T13:00:00.000Z"],
        ["next", "2026-11-25T13:00:01.000Z"],
      ].flatMap(([who, until]) => [
        `insert into people (id, email_key, email, name, created_at) values ('per_${who}', '${who}', '${who}', 'Noor', '${NOW}')`,
        `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
            held_until, submission, consented_at, signed_up_at)
          values ('sgn_${who}', 'one', 'per_${who}', 'sgn_${who}', 'Noor', '${who}', '', '', '', 'held', '${NOW}',
            '${until}', '${who}', '${NOW}', '${NOW}')`,
      ]),
    ],
    "write",
  );
  await confirmSignup(openWriter({ url: database.url, token: undefined }), {
    claim: { id: "sgn_late", version: 1 },
    details: null,
    now: "2026-11-23T12:59:59.000Z",
    seed: "eml_late",
    until: "2026-11-24T13:00:00.000Z",
    notBefore: "2026-11-23T15:00:00.000Z",
  });
  const { rows } = await database.sql.execute(
    "select id, state from signups where session_id = 'one' order by id",
  );
  expect(rows).toMatchObject([
    { id: "sgn_late", state: "waiting" },
    { id: "sgn_next", state: "held" },
  ]);
});

describe("who waits for a step that is not open to her", () => {
  const planned = (id: string) =>
    `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
        place, address, city, guides, capacity, state, created_at)
      values ('${id}', '${id}', 'stp_2', '', '', '', '', 'Europe/Amsterdam', '2026-12-23T18:00:00.000Z',
        '2026-12-23T20:00:00.000Z', '', '', '', '', 1, 'planned', '${NOW}')`;
  const waiting = (
    id: string,
    session: string,
    line: number,
    change: { opened?: boolean; proved?: boolean },
  ) => [
    `insert into people (id, email_key, email, name, created_at) values ('per_${id}', '${id}', '${id}', 'Noor', '${NOW}')`,
    `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, line,
        held_until, submission, consented_at, signed_up_at, confirmed_at)
      values ('sgn_${id}', '${session}', 'per_${id}', 'sgn_${id}', 'Noor', '${id}', '', '', '', 'waiting', '${NOW}', ${line},
        '2026-11-25T12:00:00.000Z', '${id}', '${NOW}', '${NOW}', ${change.proved ? `'${NOW}'` : "null"})`,
    ...(change.opened
      ? [
          `insert into openings (person_id, step_id, at, admin_id, reason) values ('per_${id}', 'stp_2', '${NOW}', 'tok', '')`,
        ]
      : []),
  ];
  const at = {
    now: "2026-11-23T13:00:00.000Z",
    until: "2026-11-24T13:00:00.000Z",
    notBefore: "2026-11-23T15:00:00.000Z",
  };
  const press = (id: string) =>
    confirmSignup(openWriter({ url: database.url, token: undefined }), {
      claim: { id: `sgn_${id}`, version: 1 },
      details: null,
      seed: `eml_${id}`,
      ...at,
    });
  const state = async (id: string) =>
    (await database.sql.execute(`select state from signups where id = 'sgn_${id}'`)).rows[0]?.["state"];

  beforeAll(() =>
    database.sql.batch(
      [
        "insert into steps (id, slug, position, title, summary, body, body_html, requires_id) values ('stp_2', 'workshops', 2, '', '', '', '', 'stp')",
        ...["early", "fair"].map(planned),
        ...waiting("shut", "early", 1, { proved: true }),
        ...waiting("open", "early", 2, { opened: true }),
        ...waiting("before", "fair", 1, { opened: true, proved: true }),
        ...waiting("after", "fair", 2, { opened: true }),
      ],
      "write",
    ),
  );

  test("stands in nobody's way: who proves her place after her has the free seat at one press", async () => {
    await press("open");
    expect([await state("open"), await state("shut")]).toEqual(["confirmed", "waiting"]);
  });

  test("while whom it is open to goes before who came later", async () => {
    await press("after");
    expect([await state("before"), await state("after")]).toEqual(["offered", "waiting"]);
  });
});
