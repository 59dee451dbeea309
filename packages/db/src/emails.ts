import type { PauseReason } from "@ontsecretaressen/domain/email-failure";
import { type EmailState } from "@ontsecretaressen/domain/email";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { emails } from "./people-tables.ts";

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

/** How the outbox does: when the oldest email that should have gone was made, and what keeps all of them. */
export type OutboxState = { oldest: string | null; pause: { reason: PauseReason; beganAt: string } | null };

/** How the outbox does at a moment. Also shows that the database answers. One round trip. */
export async function findOutboxState(db: Database, now: string): Promise<OutboxState> {
  const [waiting, pauses] = await db.batch([
    db.all<{ oldest: string | null }>(sql`select min(created_at) as oldest from emails
      where state in ('waiting', 'sending') and (attempts > 0 or due_at <= ${now})`),
    // A refusal is what somebody has to do something about: it goes before the others.
    db.all<{ reason: PauseReason; beganAt: string }>(sql`select reason, began_at as beganAt from mail_pauses
      where ends_at > ${now} or reason = 'refused' order by reason = 'refused' desc, ends_at desc limit 1`),
  ]);
  return { oldest: waiting[0]?.oldest ?? null, pause: pauses[0] ?? null };
}
