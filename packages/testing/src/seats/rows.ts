// Rows as the tables keep them, to plant what must not be.

const BEFORE = "2026-11-22T12:00:00.000Z";

type Row = Record<string, string | number | null>;

/** A row of any table. */
export const insert = (table: string, row: Row) => ({
  sql: `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row).fill("?").join(", ")})`,
  args: Object.values(row),
});

/** An email to somebody with a signup, sent a day ago. */
export const emailTo = (signup: string, kind: string, change: Row = {}) =>
  insert("emails", {
    id: `eml_${signup}_${kind}`,
    kind,
    to_address: "x",
    signup_id: signup,
    state: "sent",
    sent_at: BEFORE,
    attempts: 1,
    due_at: BEFORE,
    created_at: BEFORE,
    ...change,
  });

/** Somebody with a signup, and the emails that she got of it. */
export const signup = (
  id: string,
  change: Row = {},
  kinds: string[] = ["signup_held", "signup_confirmed", "seat_offered"],
) => [
  insert("signups", {
    id,
    session_id: "ses_1",
    person_id: `per_${id}`,
    party_id: id,
    name: "Noor",
    email: `${id}@voorbeeld.nl`,
    organisation: "",
    role: "",
    note: "",
    state: "confirmed",
    state_at: BEFORE,
    submission: id,
    consented_at: BEFORE,
    confirmed_at: BEFORE,
    signed_up_at: BEFORE,
    sequence: 0,
    ...change,
  }),
  ...kinds.map((kind) => emailTo(id, kind)),
];

/** The same of who waits. */
export const waiting = (id: string, line: number, change: Row = {}) =>
  signup(id, { state: "waiting", line, ...change });
