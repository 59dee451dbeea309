import { invariantMoment } from "@ontsecretaressen/domain/invariant";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { emailTo, insert, signup, waiting } from "@ontsecretaressen/testing/seats/rows";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBroken } from "./invariants.ts";
import { type Database, openWriter } from "./client/open.ts";
import { seatRules } from "./seats/rules.ts";

const NOW = "2026-11-23T12:00:00.000Z";
const BEFORE = "2026-11-22T12:00:00.000Z";
const EARLIER = "2026-11-21T12:00:00.000Z";
const LATER = "2026-11-24T12:00:00.000Z";
const START = "2026-12-10T18:00:00.000Z";
const SEATS = 3;

let database: TestDatabase;
let db: Database;

const broken = () => findBroken(db, invariantMoment(new Date(NOW)));

const full = Array.from({ length: SEATS }, (_, index) => signup(`s${index}`)).flat();

const comment = (id: string, article: string, parent: string | null) =>
  insert("comments", {
    id,
    article_id: article,
    parent_id: parent,
    name: "Noor",
    body: "x",
    body_html: "x",
    wants_notice: 0,
    state: "held",
    submission: id,
    posted_at: NOW,
  });

const article = (id: string) =>
  insert("articles", {
    id,
    kind: "article",
    slug: id.replace("_", "-"),
    title: "T",
    standfirst: "",
    body: "x",
    body_html: "x",
    state: "draft",
    is_open_for_comments: 1,
    created_at: NOW,
    updated_at: NOW,
    version: 1,
  });

const TABLES = ["reminders", "attendances", "openings", "audit", "emails", "comments", "articles", "signups"];

beforeAll(async () => {
  database = await startDatabase();
  db = openWriter({ url: database.url, token: undefined });
  const step = { position: 1, title: "", summary: "", body: "", body_html: "" };
  const session = (id: string, step_id: string) =>
    insert("sessions", {
      id,
      slug: id.replace("_", "-"),
      step_id,
      title: "Proef",
      summary: "",
      starts_local: "",
      ends_local: "",
      time_zone: "Europe/Amsterdam",
      starts_at: START,
      ends_at: "2026-12-10T20:00:00.000Z",
      place: "",
      address: "",
      city: "",
      guides: "",
      capacity: SEATS,
      state: "planned",
      created_at: EARLIER,
    });
  await database.sql.batch(
    [
      insert("steps", { ...step, id: "stp_1", slug: "een" }),
      insert("steps", { ...step, id: "stp_2", slug: "twee", position: 2, requires_id: "stp_1" }),
      session("ses_1", "stp_1"),
      session("ses_2", "stp_2"),
      // What the table itself refuses is looked for as well: without its checks it can be planted.
      "drop trigger remind_no_more_of_cancelled",
      "create table loose as select * from signups",
      "drop table signups",
      "alter table loose rename to signups",
      "create unique index loose_ids on signups (id)",
    ],
    "write",
  );
});

afterAll(() => database.stop());

beforeEach(() =>
  database.sql.batch(
    [...TABLES.map((table) => `delete from ${table}`), "update sessions set capacity = 3, seats_given = 0"],
    "write",
  ),
);

const plant = (rows: Parameters<TestDatabase["sql"]["batch"]>[0]) => database.sql.batch(rows, "write");

const seven = Array.from({ length: 8 }, (_, index) =>
  waiting(`p${index}`, 1, { party_id: "p0", confirmed_at: null, held_until: LATER }),
).flat();

type Planted = [rule: string, subject: string, rows: Parameters<TestDatabase["sql"]["batch"]>[0]];

const planted: Planted[] = [
  ["overbooked", "ses-1", [...full, ...signup("s9")]],
  ["doubled", "s1", [...signup("s1"), ...signup("s2", { person_id: "per_s1" })]],
  [
    "party_too_large",
    "p0",
    [...seven, ...waiting("p9", 1, { party_id: "p0", confirmed_at: null, held_until: LATER })],
  ],
  ["line_doubled", "s4", [...full, ...waiting("s4", 1), ...waiting("s5", 1)]],
  ["held_without_end", "s1", signup("s1", { state: "held" })],
  ["offered_without_end", "s1", signup("s1", { state: "offered" })],
  ["kept_past_the_start", "s1", signup("s1", { state: "offered", offer_until: "2026-12-10T18:00:01.000Z" })],
  ["kept_too_long", "s1", signup("s1", { state: "held", held_until: BEFORE })],
  ["confirmed_without_consent", "s1", signup("s1", { consented_at: null })],
  ["waiting_without_line", "s4", [...full, ...signup("s4", { state: "waiting" })]],
  ["signup_without_email", "s1", signup("s1", { state: "held", held_until: LATER }, [])],
  ["confirmed_without_email", "s1", signup("s1", {}, ["signup_held"])],
  ["offered_without_email", "s1", signup("s1", { state: "offered", offer_until: LATER }, ["signup_held"])],
  [
    "entry_not_raised",
    "s1",
    [
      ...signup("s1", { sequence: 1 }),
      emailTo("s1", "session_moved"),
      emailTo("s1", "session_moved", { id: "eml_2" }),
    ],
  ],
  ["step_not_open", "s1", signup("s1", { session_id: "ses_2" })],
  [
    "attended_without_seat",
    "s1",
    [
      ...signup("s1", { state: "cancelled" }),
      insert("attendances", { signup_id: "s1", meeting: 1, at: BEFORE, admin_id: "tok" }),
      insert("attendances", { signup_id: "s1", meeting: 2, at: BEFORE, admin_id: "tok" }),
    ],
  ],
  [
    "waits_while_free",
    "ses-1 2",
    [...signup("s1"), ...waiting("s2", 2), ...waiting("s3", 2, { party_id: "s2" })],
  ],
  [
    "passed_the_line",
    "s4",
    [
      ...signup("s1"),
      ...signup("s2"),
      ...waiting("s5", 1, { state_at: EARLIER, confirmed_at: EARLIER }),
      ...waiting("s6", 1, { party_id: "s5" }),
      ...signup("s4", { state: "held", held_until: LATER }),
    ],
  ],
  [
    "listed_while_free",
    "s1",
    [
      ...waiting("s0", 1, { session_id: "ses_2", state_at: EARLIER, confirmed_at: EARLIER }),
      ...waiting("s1", 2, { session_id: "ses_2", confirmed_at: null, held_until: LATER }),
    ],
  ],
  ["email_late", "eml_s1_x", [...signup("s1"), emailTo("s1", "x", { state: "sending", lease_until: NOW })]],
  ["email_failed", "eml_s1_x", [...signup("s1"), emailTo("s1", "x", { state: "failed", problem: "400" })]],
  [
    "reminder_late",
    "ses_1 day_before",
    ["day_before", "afterwards"].map((kind) =>
      insert("reminders", { session_id: "ses_1", kind, meeting: 1, due_at: BEFORE, state: "planned" }),
    ),
  ],
  [
    "answer_elsewhere",
    "cmt_2",
    [article("art_1"), article("art_2"), comment("cmt_1", "art_1", null), comment("cmt_2", "art_2", "cmt_1")],
  ],
];

describe("a row that breaks a rule is found, and nothing else", () => {
  test.for(planted)("%s", async ([rule, subject, rows]) => {
    await plant(rows);
    expect(await broken()).toEqual([{ rule, subject }]);
  });

  test("every rule about seats has one", () => {
    const rules = Object.keys(seatRules(invariantMoment(new Date(NOW))));
    expect(planted.map(([rule]) => rule)).toEqual(expect.arrayContaining(rules));
  });
});

describe("nothing is broken", () => {
  const whole: [what: string, rows: Parameters<TestDatabase["sql"]["batch"]>[0]][] = [
    [
      "while all is well",
      [...full, ...waiting("s4", 1), ...waiting("s5", 2, { confirmed_at: null, held_until: LATER })],
    ],
    [
      "when the capacity was lowered below what was taken",
      [...full, "update sessions set capacity = 1, seats_given = 3"],
    ],
    [
      "when an organiser gave somebody a seat before the line, who corrected her address since",
      [
        ...signup("s1"),
        ...signup("s2"),
        ...waiting("s5", 1, { state_at: EARLIER, confirmed_at: EARLIER }),
        ...waiting("s6", 1, { party_id: "s5" }),
        ...signup("s3", { state: "cancelled", email: "" }),
        ...signup("s4", { state: "held", held_until: LATER }),
        insert("audit", {
          id: "aud_1",
          at: BEFORE,
          admin_id: "tok",
          admin_name: "Petra",
          act: "signup.move",
          subject: "s3",
        }),
      ],
    ],
    [
      "when an email about a change failed and is sent once more",
      [
        ...signup("s1", { sequence: 1 }),
        emailTo("s1", "session_moved", { state: "failed", problem: "400" }),
        emailTo("s1", "session_moved", { id: "eml_2", again_of: "eml_s1_session_moved" }),
      ],
    ],
    [
      "when an email about a change arrived and is sent once more",
      [
        ...signup("s1", { sequence: 1 }),
        emailTo("s1", "session_moved"),
        emailTo("s1", "session_moved", { id: "eml_2", again_of: "eml_s1_session_moved" }),
      ],
    ],
    [
      "when somebody who cancelled came back",
      [...signup("s1", { state: "cancelled" }), ...signup("s2", { person_id: "per_s1" })],
    ],
    [
      "when a party that waits needs more than is free",
      [...signup("s1"), ...signup("s2"), ...waiting("s4", 1), ...waiting("s5", 1, { party_id: "s4" })],
    ],
    [
      "when a seat came free just now",
      [...signup("s1"), ...signup("s2"), ...waiting("s4", 1, { state_at: NOW })],
    ],
    ["when who waits can't come to this step yet", waiting("s4", 1, { session_id: "ses_2" })],
    [
      "when a seat is given past who can't come to this step yet",
      [
        ...waiting("s4", 1, { session_id: "ses_2", state_at: EARLIER, confirmed_at: EARLIER }),
        ...signup("s5", { session_id: "ses_2", state: "held", held_until: LATER }),
      ],
    ],
    [
      "when a newcomer stands behind who may still prove her address",
      [
        ...waiting("s4", 1, { state_at: EARLIER, confirmed_at: null, held_until: LATER }),
        ...waiting("s5", 2, { confirmed_at: null, held_until: LATER }),
      ],
    ],
    ["of who was erased", signup("s1", { email: "" }, [])],
    [
      "when an organiser shut a step after somebody got her seat",
      [
        ...signup("s1", { session_id: "ses_2" }),
        insert("audit", {
          id: "aud_1",
          at: NOW,
          admin_id: "tok",
          admin_name: "P",
          act: "step.shut",
          subject: "per_s1",
        }),
      ],
    ],
    [
      "when the last email just waits",
      [...signup("s1"), emailTo("s1", "x", { state: "waiting", created_at: NOW })],
    ],
  ];
  test.for(whole)("%s", async ([, rows]) => {
    await plant(rows);
    expect(await broken()).toEqual([]);
  });
});
