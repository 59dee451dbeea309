import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { insert, signup } from "@ontsecretaressen/testing/seats/rows";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWriter } from "../client/open.ts";
import { keepSeats } from "./keep.ts";

const HOUR = 3_600_000;
const CAME = Date.parse("2026-11-23T12:00:00.000Z");

let database: TestDatabase;
let turn = 0;

const at = (hours: number) => new Date(CAME + hours * HOUR).toISOString();

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [
      "insert into steps (id, slug, position, title, summary, body, body_html) values ('stp_1', 'rondetafel', 1, '', '', '', '')",
      insert("sessions", {
        id: "ses_1",
        slug: "proef",
        step_id: "stp_1",
        title: "Proef",
        summary: "",
        starts_local: "",
        ends_local: "",
        time_zone: "Europe/Amsterdam",
        starts_at: at(100),
        ends_at: at(102),
        place: "",
        address: "",
        city: "",
        guides: "",
        capacity: 9,
        state: "planned",
        created_at: at(0),
      }),
      insert("people", {
        id: "per_sgn_1",
        email_key: "noor",
        email: "noor",
        name: "Noor",
        created_at: at(0),
      }),
    ],
    "write",
  );
});

afterAll(() => database.stop());

/** Somebody signed up, and her email stands so. */
async function comes(email: Record<string, string | number | null>): Promise<void> {
  const [row, mail] = signup(
    "sgn_1",
    { state: "held", state_at: at(0), signed_up_at: at(0), held_until: at(48), confirmed_at: null },
    ["signup_held"],
  );
  if (row === undefined || mail === undefined) throw new Error("no rows");
  const columns = Object.keys(email);
  await database.sql.batch(
    [
      row,
      mail,
      {
        sql: `update emails set ${columns.map((name) => `${name} = ?`).join(", ")}`,
        args: columns.map((name) => email[name] ?? null),
      },
    ],
    "write",
  );
}

const waits = {
  state: "waiting",
  sent_at: null,
  attempts: 0,
  sender: "post@voorbeeld.nl",
  subject: "Bevestig je plek",
  html: "tot",
  text: "tot",
};
const sentAt = (hours: number) => ({ state: "sent", sent_at: at(hours), attempts: 1 });

/** What the cron does at some hours after she came. */
async function ring(...hours: number[]): Promise<void> {
  const db = openWriter({ url: database.url, token: undefined });
  for (const hour of hours)
    await keepSeats(db, {
      now: at(hour),
      seed: `eml_keep${(turn += 1)}`,
      until: at(hour + 24),
      notBefore: at(hour + 2),
      signedUpBefore: at(hour - 24),
      heldAfter: at(hour + 2),
      dayFrom: at(hour + 24),
      holdUntil: at(hour + 48),
    });
}

const stands = async () => {
  const { rows } = await database.sql.execute("select state, held_until as until from signups");
  return [rows[0]?.["state"], rows[0]?.["until"]];
};

const emails = async () => {
  const { rows } = await database.sql.execute(
    "select kind || ' ' || state as told from emails order by rowid",
  );
  return rows.map(({ told }) => told);
};

beforeEach(() => database.sql.batch(["delete from emails", "delete from signups"], "write"));

describe("a hold whose email can't leave", () => {
  test("is kept until it did, with a day to answer, and the email is written anew for that", async () => {
    await comes(waits);
    await ring(12, 30);
    expect(await stands()).toEqual(["held", at(78)]);
    const { rows } = await database.sql.execute("select sender, subject, html, text from emails");
    expect(rows).toMatchObject([{ sender: null, subject: null, html: null, text: null }]);
    expect(await emails()).toEqual(["signup_held waiting"]);
    await database.sql.execute({
      sql: "update emails set state = 'sent', sent_at = ?, attempts = 1",
      args: [at(53)],
    });
    await ring(54, 70);
    expect(await stands()).toEqual(["held", at(78)]);
    await ring(79);
    expect(await stands()).toEqual(["expired", at(78)]);
    expect(await emails()).toEqual(["signup_held sent", "seat_passed_on waiting"]);
  });

  test("never outlasts the start, and its email is kept back then", async () => {
    await comes(waits);
    await ring(30, 60, 80, 99);
    expect(await stands()).toEqual(["held", at(100)]);
    await ring(101);
    expect(await stands()).toEqual(["expired", at(100)]);
    expect(await emails()).toEqual(["signup_held withheld"]);
  });

  test.for([
    ["that left", sentAt(0)],
    ["to an address that gets no email", { state: "withheld", problem: "suppressed", sent_at: null }],
    ["that can't go as it is", { state: "failed", problem: "422", sent_at: null }],
  ] as const)("is no hold with an email %s: that ends as it was said", async ([, email]) => {
    await comes(email);
    await ring(30, 49);
    expect(await stands()).toEqual(["expired", at(48)]);
  });
});

describe("a reminder", () => {
  test("comes a day after the email that it reminds of, and not with it", async () => {
    await comes({ ...sentAt(23) });
    await ring(25, 45);
    expect(await emails()).toEqual(["signup_held sent"]);
    await database.sql.execute({ sql: "update signups set held_until = ?", args: [at(71)] });
    await ring(48, 49);
    expect(await emails()).toEqual(["signup_held sent", "signup_reminder waiting"]);
  });

  test("that did not leave before she answered is kept back", async () => {
    await comes(sentAt(0));
    await ring(25);
    await database.sql.execute({
      sql: "update signups set state = 'confirmed', confirmed_at = ?",
      args: [at(26)],
    });
    expect(await emails()).toEqual(["signup_held sent", "signup_reminder withheld"]);
  });
});
