import { leaseSeconds, type EmailState } from "@ontsecretaressen/domain/email";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { emails } from "./people-tables.ts";

export type ClaimedEmail = typeof emails.$inferSelect;

/** Takes up to `limit` due emails for one mailer, oldest first: a row whose lease runs belongs to another. Stuck leases come back. */
export async function claimEmails(
  db: Database,
  asked: { now: string; leaseUntil: string; limit: number },
): Promise<ClaimedEmail[]> {
  const claimed = await db
    .update(emails)
    .set({ state: "sending", leaseUntil: asked.leaseUntil, attempts: sql`${emails.attempts} + 1` })
    .where(
      inArray(
        emails.id,
        sql`(select e.id from emails e where e.state in ('waiting', 'sending') and e.due_at <= ${asked.now}
          and (e.state = 'waiting' or e.lease_until <= ${asked.now}) order by e.due_at, e.id limit ${asked.limit})`,
      ),
    )
    .returning();
  // SQLite gives no order to what an update returns.
  return claimed.sort((a, b) => (a.dueAt + a.id < b.dueAt + b.id ? -1 : 1));
}

/** When the lease of a claim made at `now` ends. */
export function leaseEnd(now: Date): string {
  return new Date(now.getTime() + leaseSeconds * 1000).toISOString();
}

export type EmailBody = {
  id: string;
  subject: string;
  html: string;
  text: string;
  calendar: string | null;
  /** Where its reader stops such emails, for her mail program's own button. */
  stopUrl: string | null;
};

/** Keeps what was written, before the first try: a later try must send the very same bytes under its key. */
export function saveEmailBody(db: Database, body: EmailBody) {
  return db
    .update(emails)
    .set({
      subject: body.subject,
      html: body.html,
      text: body.text,
      calendar: body.calendar,
      stopUrl: body.stopUrl,
      token: null,
    })
    .where(and(eq(emails.id, body.id), sql`${emails.subject} is null`));
}

export type EmailResult = {
  id: string;
  leaseUntil: string;
  state: Exclude<EmailState, "sending">;
  attempts: number;
  dueAt: string;
  sentAt: string | null;
  providerId: string | null;
  problem: string | null;
};

/** Writes down how a try ended, unless the lease went to another mailer meanwhile. */
export function saveEmailResult(db: Database, result: EmailResult) {
  const { id, leaseUntil, ...outcome } = result;
  return db
    .update(emails)
    .set({ ...outcome, leaseUntil: null })
    .where(and(eq(emails.id, id), eq(emails.state, "sending"), eq(emails.leaseUntil, leaseUntil)));
}

/** Gives back claimed emails that were not tried, as they were; due no sooner than `notBefore`. */
export function releaseEmails(
  db: Database,
  released: { ids: string[]; leaseUntil: string; notBefore: string },
) {
  return db
    .update(emails)
    .set({
      state: "waiting",
      leaseUntil: null,
      attempts: sql`${emails.attempts} - 1`,
      dueAt: sql`max(${emails.dueAt}, ${released.notBefore})`,
    })
    .where(
      and(
        inArray(emails.id, released.ids),
        eq(emails.state, "sending"),
        eq(emails.leaseUntil, released.leaseUntil),
      ),
    );
}

/** Emails as an organiser sees them, newest first: never their text, for it holds links that act. */
export function listEmails(
  db: Database,
  asked: { state: EmailState | null; limit: number; before: string | null },
) {
  return db
    .select({
      id: emails.id,
      kind: emails.kind,
      to: emails.toAddress,
      subject: emails.subject,
      state: emails.state,
      attempts: emails.attempts,
      createdAt: emails.createdAt,
      dueAt: emails.dueAt,
      sentAt: emails.sentAt,
      problem: emails.problem,
    })
    .from(emails)
    .where(
      and(
        asked.state === null ? undefined : eq(emails.state, asked.state),
        asked.before === null ? undefined : sql`${emails.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(emails.id))
    .limit(asked.limit);
}

/** When the oldest email that still waits was made, or null when none does. Also shows that the database answers. */
export async function findOldestWaiting(db: Database): Promise<string | null> {
  const rows = await db.all<{ oldest: string | null }>(
    sql`select min(created_at) as oldest from emails where state in ('waiting', 'sending')`,
  );
  return rows[0]?.oldest ?? null;
}
