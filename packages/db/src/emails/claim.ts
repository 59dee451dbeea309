// What a mailer does with the outbox.
import { leaseSeconds, patientKinds } from "@ontsecretaressen/domain/email";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";
import type { mailPauses } from "../tables/people.ts";
import { emails } from "../tables/people.ts";

export type ClaimedEmail = typeof emails.$inferSelect;

/**
 * Takes up to `limit` due emails for one mailer, oldest first, and those that somebody sits waiting for before the others. A
 * row whose lease runs belongs to another; stuck leases come back. While a pause runs there is nothing; after it one at a
 * time, until one went out. What would go to a suppressed address is withheld.
 */
export async function claimEmails(
  db: Database,
  { now, leaseUntil, limit }: { now: string; leaseUntil: string; limit: number },
): Promise<{ claimed: ClaimedEmail[]; isOneAtATime: boolean }> {
  const isFree = sql`e.state in ('waiting', 'sending') and e.due_at <= ${now}
    and (e.state = 'waiting' or e.lease_until <= ${now})`;
  const mayGo = sql`not exists (select 1 from mail_pauses where ends_at > ${now})`;
  const patient = sql`(select value from json_each(${JSON.stringify(patientKinds)}))`;
  const [, claimed, pauses] = await db.batch([
    db.run(sql`update emails set state = 'withheld', lease_until = null, problem = 'suppressed'
      where id in (select e.id from emails e where ${isFree}
        and lower(e.to_address) in (select address_key from suppressions where lifted_at is null))`),
    db
      .update(emails)
      .set({
        state: "sending",
        leaseUntil,
        attempts: sql`${emails.attempts} + 1`,
        firstTriedAt: sql`coalesce(${emails.firstTriedAt}, ${now})`,
      })
      .where(
        inArray(
          emails.id,
          sql`(select e.id from emails e where ${isFree} and ${mayGo}
            order by e.kind in ${patient}, e.due_at, e.id
            limit case when exists (select 1 from mail_pauses) then 1 else ${limit} end)`,
        ),
      )
      .returning(),
    db.all<{ reason: string }>(sql`select reason from mail_pauses`),
  ]);
  // SQLite gives no order to what an update returns.
  claimed.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return { claimed, isOneAtATime: pauses.length > 0 };
}

const orderOf = ({ kind, dueAt, id }: ClaimedEmail) => `${Number(patientKinds.includes(kind))}${dueAt}${id}`;

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
  sender: string;
  replyTo: string;
};

/**
 * Keeps what was written, before the first try: a later try must send the very same bytes under its key. Gives the ids of
 * those that are still this mailer's: another may since have written something else, and that is what goes.
 */
export async function saveEmailBodies(
  db: Database,
  leaseUntil: string,
  bodies: EmailBody[],
): Promise<Set<string>> {
  const isMine = and(eq(emails.state, "sending"), eq(emails.leaseUntil, leaseUntil));
  const [first, ...others] = bodies.map(({ id, ...body }) =>
    db
      .update(emails)
      .set({ ...body, token: null })
      .where(and(eq(emails.id, id), isMine, sql`${emails.subject} is null`)),
  );
  if (first === undefined) return new Set();
  const ids = bodies.map(({ id }) => id);
  const [mine] = await db.batch([
    db
      .select({ id: emails.id })
      .from(emails)
      .where(and(inArray(emails.id, ids), isMine)),
    first,
    ...others,
  ]);
  return new Set(mine.map(({ id }) => id));
}

export type EmailResult = Pick<
  ClaimedEmail,
  "id" | "state" | "attempts" | "dueAt" | "firstTriedAt" | "sentAt" | "providerId" | "problem"
>;

export type Pause = Omit<typeof mailPauses.$inferSelect, "beganAt"> & { endsAgainAt: string };

/** How a mailer's round ended. */
export type Round = {
  now: string;
  leaseUntil: string;
  results: EmailResult[];
  /** Claimed and not tried. */
  untried: string[];
  /** What every mailer must wait for from now on. */
  pause: Pause | null;
};

/**
 * Writes down how a round ended, in one batch: each try, unless the lease went to another mailer or something was heard of
 * the email meanwhile; what was not tried is given back as it was. A pause that is over ends when an email went out.
 */
export async function saveRound(db: Database, { now, leaseUntil, results, untried, pause }: Round) {
  const isMine = and(eq(emails.state, "sending"), eq(emails.leaseUntil, leaseUntil));
  const statements: Write[] = results.map(({ id, ...outcome }) =>
    db.run(
      db
        .update(emails)
        .set({ ...outcome, leaseUntil: null })
        .where(and(eq(emails.id, id), isMine))
        .getSQL(),
    ),
  );
  if (untried.length > 0) {
    statements.push(
      db.run(sql`update emails set state = 'waiting', lease_until = null, attempts = attempts - 1,
        first_tried_at = case when attempts > 1 then first_tried_at end
        where id in (select value from json_each(${JSON.stringify(untried)})) and ${isMine}`),
    );
  }
  if (pause !== null) statements.push(insertPause(db, pause, now));
  if (results.some(({ sentAt }) => sentAt !== null))
    statements.push(db.run(sql`delete from mail_pauses where ends_at <= ${now}`));
  const [first, ...others] = statements;
  if (first !== undefined) await db.batch([first, ...others]);
}

// The longer of two pauses holds, so that a mailer that hears of it late does not shorten it.
function insertPause(db: Database, { reason, endsAt, endsAgainAt, problem }: Pause, now: string): Write {
  return db.run(sql`insert into mail_pauses (reason, began_at, ends_at, problem)
    values (${reason}, ${now}, ${endsAt}, ${problem})
    on conflict (reason) do update set ends_at = max(ends_at, ${endsAgainAt}), problem = excluded.problem`);
}
