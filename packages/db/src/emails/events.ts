import { type EventMeaning, statesBefore } from "@ontsecretaressen/domain/email-event";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { emailEvents } from "../tables/people.ts";

export type NewEvent = {
  /** As the mail service names the message: the same one comes again under the same id. */
  id: string;
  type: string;
  at: string;
  now: string;
  /** By either of these it may be about an email of ours. */
  emailId: string | null;
  providerId: string | null;
  suppressionId: string;
  meaning: EventMeaning | null;
  problem: string;
  detail: Record<string, string>;
};

const STATES_WITH_PROBLEM: readonly string[] = ["bounced", "failed", "withheld"];

/**
 * Keeps an event once, and moves its email on to what it says, never back. A suppression that was lifted comes back only by
 * something that happened since. One batch.
 */
export async function saveEmailEvent(db: Database, event: NewEvent): Promise<void> {
  const { meaning } = event;
  const email = sql`(select id from emails where id = ${event.emailId} or provider_id = ${event.providerId}
    order by id = ${event.emailId} desc limit 1)`;
  const state = meaning?.state ?? null;
  const before = JSON.stringify(meaning === null ? [] : statesBefore(meaning.state));
  await db.batch([
    db.run(sql`insert into suppressions (id, address_key, reason, at)
      select ${event.suppressionId}, lower(e.to_address), ${meaning?.suppress ?? null}, ${event.at} from emails e
      where e.id = ${email} and ${meaning?.suppress ?? null} is not null
        and not exists (select 1 from email_events where id = ${event.id})
      on conflict (address_key) do update
        set reason = excluded.reason, at = excluded.at, lifted_at = null, lifted_by = null
        where lifted_at is null or lifted_at < excluded.at`),
    db.run(sql`insert into email_events (id, email_id, type, at, received_at, detail)
      values (${event.id}, ${email}, ${event.type}, ${event.at}, ${event.now}, ${JSON.stringify(event.detail)})
      on conflict do nothing`),
    db.run(sql`update emails set state = ${state}, lease_until = null, sent_at = coalesce(sent_at, ${event.at}),
        provider_id = coalesce(provider_id, ${event.providerId}),
        problem = ${meaning !== null && STATES_WITH_PROBLEM.includes(meaning.state) ? event.problem : null}
      where id = ${email} and state in (select value from json_each(${before}))`),
  ]);
}

/** What was told of an email, in the order in which it happened. */
export function listEmailEvents(db: Database, emailId: string) {
  return db
    .select({
      id: emailEvents.id,
      type: emailEvents.type,
      at: emailEvents.at,
      detail: emailEvents.detail,
    })
    .from(emailEvents)
    .where(eq(emailEvents.emailId, emailId))
    .orderBy(asc(emailEvents.at), asc(emailEvents.receivedAt));
}
