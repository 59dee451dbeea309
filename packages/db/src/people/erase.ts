import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { type OfferMoment } from "../seats/offer.ts";
import { cancelSignups } from "../signups/act.ts";
import { takeAway } from "../comments/own.ts";

/**
 * Erases a person, in one batch: first her places are free for others, then her comments go, and every email, link and
 * conversation she follows. What she signed up for stays as a seat that somebody had, without her. The one email that tells
 * her so, unless her address is suppressed, is forgotten in the night after (`forgetOld`). The audit tells that somebody was
 * erased, never who. Erasing again changes nothing.
 */
export async function erasePerson(
  db: Database,
  personId: string,
  { emailId, auditId, ...at }: OfferMoment & { emailId: string; auditId: string },
): Promise<void> {
  const { now } = at;
  const hers = sql`select id from signups where person_id = ${personId}`;
  const theirSessions = sql`s.id in (select session_id from signups where person_id = ${personId})`;
  const address = sql`(select email_key from people where id = ${personId})`;
  const [first, ...others] = [
    db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
      select ${auditId}, ${now}, '', '', 'person.erase', '1' from people
      where id = ${personId} and email <> '' on conflict do nothing`),
    // About nobody: it must outlive her, for a night.
    db.run(sql`insert into emails (id, kind, to_address, state, attempts, due_at, created_at)
      select ${emailId}, 'person_erased', email, 'waiting', 0, ${now}, ${now} from people
      where id = ${personId} and email <> '' and not exists (select 1 from suppressions x
        where x.address_key = people.email_key and x.lifted_at is null) on conflict do nothing`),
    ...cancelSignups(db, hers, theirSessions, at),
    ...takeAway(db, sql`select id from comments where person_id = ${personId}`),
    db.run(sql`delete from emails where person_id = ${personId} or signup_id in (${hers})`),
    db.run(sql`delete from emails where report_id in (select id from reports where lower(email) = ${address})
      and lower(to_address) = ${address}`),
    db.run(sql`update reports set email = null where lower(email) = ${address}`),
    db.run(sql`delete from suppressions where address_key = ${address}`),
    db.run(sql`delete from links where person_id = ${personId}`),
    db.run(sql`delete from brought where person_id = ${personId} or by_id in (${hers})`),
    db.run(sql`delete from subscriptions where person_id = ${personId}`),
    db.run(sql`delete from subscribers where person_id = ${personId}`),
    db.run(sql`delete from subscriber_asks where person_id = ${personId}`),
    db.run(sql`update signups set name = '-', email = '', organisation = '', role = '', note = '',
      submission = id where person_id = ${personId}`),
    db.run(sql`delete from answers where signup_id in (${hers})`),
    db.run(sql`delete from absences where signup_id in (${hers})`),
    db.run(sql`delete from wishes where person_id = ${personId}`),
    // That a step was open to her stays true of the seat that she had; why it was is hers.
    db.run(sql`update openings set reason = '' where person_id = ${personId}`),
    db.run(sql`delete from openings where person_id = ${personId}
      and not exists (select 1 from signups g where g.person_id = openings.person_id)`),
    db.run(sql`delete from people where id = ${personId}
      and not exists (select 1 from signups g where g.person_id = people.id)`),
    db.run(
      sql`update people set email_key = id, email = '', name = '-', confirmed_at = null where id = ${personId}`,
    ),
  ];
  if (first !== undefined) await db.batch([first, ...others]);
}
