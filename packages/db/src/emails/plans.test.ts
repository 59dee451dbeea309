// A full outbox must empty as fast at its end as at its beginning: no statement of a round may read what went out already.
import { statementPlans } from "@ontsecretaressen/testing/plans";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { drizzle } from "drizzle-orm/libsql/http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimEmails, type EmailResult, saveEmailBodies, saveRound } from "./claim.ts";
import { findOccasions } from "./occasions.ts";
import { findOutboxState } from "./find.ts";
import type { Database } from "../client/open.ts";
import { insertSummary } from "./summaries.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const now = "2027-03-20T10:00:00.000Z";
const leaseUntil = "2027-03-20T10:02:00.000Z";

async function stepsOf(ask: (db: Database) => Promise<unknown>): Promise<string[]> {
  const plans = await statementPlans(database.url, (client) => ask(drizzle(client)));
  return plans.flat();
}

const body = { subject: "", html: "", text: "", calendar: null, stopUrl: null, sender: "", replyTo: "" };
const result: Omit<EmailResult, "id"> = {
  state: "sent",
  attempts: 1,
  dueAt: now,
  firstTriedAt: now,
  sentAt: now,
  providerId: "re_1",
  problem: null,
};

test("a claim finds what is due in one index, and reads no row of those that it leaves", async () => {
  const steps = await stepsOf((db) => claimEmails(db, { now, leaseUntil, limit: 15 }));
  expect(steps.filter((step) => /emails_due/u.test(step))).toEqual([
    "SEARCH e USING COVERING INDEX emails_due (due_at<?)",
    "SEARCH e USING COVERING INDEX emails_due (due_at<?)",
  ]);
  expect(steps.filter((step) => /^SCAN (?:emails|e)\b/u.test(step))).toEqual([]);
});

test("what emails are about is found by their ids, and of a signup's other emails only those with a calendar file are read", async () => {
  const asked = ["eml_1", "eml_2"].map((id) => ({ id, commentId: null }));
  const steps = await stepsOf((db) => findOccasions(db, asked, now));
  expect(steps).toContain("SEARCH o USING INDEX emails_with_calendar (signup_id=?)");
  expect(steps.filter((step) => /^SCAN (?:emails|e|o)\b|emails_by_signup/u.test(step))).toEqual([]);
});

test("what was written and how a round ended is kept by the emails' ids", async () => {
  const ids = ["eml_1", "eml_2"];
  const steps = await stepsOf(async (db) => {
    await saveEmailBodies(
      db,
      leaseUntil,
      ids.map((id) => ({ id, ...body })),
    );
    const results = [{ id: "eml_1", ...result }];
    await saveRound(db, { now, leaseUntil, results, untried: ["eml_2"], pause: null });
  });
  const ofEmails = steps.filter((step) => /emails/u.test(step));
  expect(ofEmails.length).toBeGreaterThan(3);
  expect(new Set(ofEmails)).toEqual(new Set(["SEARCH emails USING INDEX sqlite_autoindex_emails_1 (id=?)"]));
});

test("how the outbox does, and what waits for somebody, is not looked for among what went out", async () => {
  const steps = await stepsOf((db) => findOutboxState(db, now));
  expect(steps.filter((step) => /emails/u.test(step))).toEqual([expect.stringContaining("emails_due")]);
  const summary = await stepsOf((db) => insertSummary(db, { emailId: "eml_1", to: "a@voorbeeld.nl", now }));
  expect(summary.filter((step) => /\bemails\b/u.test(step))).toEqual([
    expect.stringContaining("SEARCH emails USING INDEX emails_by_state"),
  ]);
});
