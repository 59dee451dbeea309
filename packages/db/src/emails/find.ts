import type { PauseReason } from "@ontsecretaressen/domain/email-failure";
import { type EmailState, needsSomebody, settledProblems } from "@ontsecretaressen/domain/email";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { listEmailEvents } from "./events.ts";
import type { Database } from "../client/open.ts";
import { canBeWritten } from "./act.ts";
import { emails, suppressions } from "../tables/people.ts";

const listedColumns = {
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
  againOf: emails.againOf,
  // Named in full: in a query of one table its columns come without their table, and would be those of the inner one.
  repeatedBy: sql<string | null>`(select max(n.id) from emails n where n.again_of = emails.id)`,
};

const isTo = (personId: string | SQL) => sql`(emails.person_id = ${personId}
  or emails.signup_id in (select g.id from signups g where g.person_id = ${personId}))`;

const settled = sql`(select value from json_each(${JSON.stringify(Object.values(settledProblems))}))`;

// Named in full for the same reason; `coalesce`, so that no problem is no reason to leave it out.
/** Whether somebody still has to decide about an email: nobody did, and it was not sent once more. */
export const asksSomebody = sql`(emails.state in (select value from json_each(${JSON.stringify(needsSomebody)}))
  and emails.state not in ('sent', 'delivered') and not (emails.state = 'withheld' and coalesce(emails.problem, '') in ${settled})
  and not exists (select 1 from emails n where n.again_of = emails.id))`;

/** Emails as an organiser sees them, newest first: never their text, for it holds links that act. */
export function listEmails(
  db: Database,
  asked: {
    states: readonly EmailState[];
    /** Only those that somebody still has to decide about. */
    asking: boolean;
    person: string | null;
    address: string | null;
    limit: number;
    before: string | null;
  },
) {
  const { states, person, address, before } = asked;
  return db
    .select(listedColumns)
    .from(emails)
    .where(
      and(
        states.length === 0 ? undefined : inArray(emails.state, [...states]),
        asked.asking ? asksSomebody : undefined,
        person === null ? undefined : isTo(person),
        address === null ? undefined : sql`lower(emails.to_address) = ${address}`,
        before === null ? undefined : sql`emails.id < ${before}`,
      ),
    )
    .orderBy(desc(emails.id))
    .limit(asked.limit);
}

const hasSuppressedAddress = sql`suppressions.address_key = lower(emails.to_address) and suppressions.lifted_at is null`;

/** One email with all that was told of it; null when there is none. Never its text. One round trip. */
export async function findEmail(db: Database, id: string) {
  const { id: suppression, reason, at } = suppressions;
  const [rows, events, suppressed] = await db.batch([
    db.select(listedColumns).from(emails).where(eq(emails.id, id)),
    listEmailEvents(db, id),
    db
      .select({ id: suppression, reason, at })
      .from(suppressions)
      .innerJoin(emails, and(eq(emails.id, id), hasSuppressedAddress)),
  ]);
  return rows[0] === undefined ? null : { ...rows[0], events, suppression: suppressed[0] ?? null };
}

type EmailWords = {
  state: EmailState;
  text: string | null;
  token: string | null;
  canBeWritten: boolean;
  isSuppressed: boolean;
};

/** The links that an email holds, and the token that it will hold: to know whether they still work. Null when it is unknown. */
export async function findEmailWords(db: Database, id: string): Promise<EmailWords | null> {
  const isSuppressed = sql`exists (select 1 from suppressions where ${hasSuppressedAddress})`.mapWith(
    Boolean,
  );
  const [row] = await db
    .select({ state: emails.state, text: emails.text, token: emails.token, canBeWritten, isSuppressed })
    .from(emails)
    .where(eq(emails.id, id));
  return row === undefined ? null : { ...row, canBeWritten: row.canBeWritten === 1 };
}

/** What became of the emails to a person, newest first; not what we took back before it went. */
export function listEmailsOfPerson(db: Database, personId: SQL, limit: number) {
  return db
    .select({ subject: emails.subject, state: emails.state, createdAt: emails.createdAt })
    .from(emails)
    .where(
      and(
        isTo(personId),
        sql`not (emails.state = 'withheld' and coalesce(emails.problem, '') in ${settled})`,
      ),
    )
    .orderBy(desc(emails.id))
    .limit(limit);
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
