import { type SQL, sql } from "drizzle-orm";
import { forgetKeys } from "./audit.ts";
import { takeAway } from "./comments/own.ts";
import type { Database, Write } from "./client/open.ts";

/** Before which moments (UTC) each kind of thing is forgotten. */
export type ForgetBefore = {
  spam: string;
  rejected: string;
  unproved: string;
  network: string;
  address: string;
  details: string;
  attended: string;
  report: string;
  /** A date such as 2027-01-14. */
  miss: string;
  key: string;
  now: string;
};

/**
 * Forgets what was kept long enough, in one batch: spam, comments that were turned down, comments and signups that nobody proved,
 * what was told for a session, who signed up for one and who was there, networks, addresses of people who said nothing since, who
 * reported a comment, what was counted. What others can read stays. The audit tells how many were forgotten, never who. Doing it
 * again changes nothing.
 */
export async function forgetOld(db: Database, before: ForgetBefore, auditId: string): Promise<void> {
  const told = (what: string, of: SQL) =>
    writeCount(db, { id: `${auditId}${what}`, at: before.now, what, of });
  const past = sql`(state = 'spam' and posted_at < ${before.spam}
    or state = 'rejected' and coalesce(judged_at, posted_at) < ${before.rejected}
    or state = 'waiting_for_address' and posted_at < ${before.unproved})`;
  // An answer keeps the place of what it answers; a report, that something was decided. Their words and writer go.
  const keepsPlace = sql`(exists (select 1 from comments r where r.parent_id = comments.id)
    or exists (select 1 from reports r where r.comment_id = comments.id))`;
  const silent = sql`people.created_at < ${before.address}
    and not exists (select 1 from comments c where c.person_id = people.id and c.posted_at >= ${before.address})
    and not exists (select 1 from subscriptions s where s.person_id = people.id and s.pace <> 'never')
    and not exists (select 1 from subscribers s where s.person_id = people.id and s.stopped_at is null)
    and ${hasNoPlans}`;
  // Somebody typed the address and nobody proved it: it may be anybody's.
  const nobody = sql`people.created_at < ${before.unproved} and people.confirmed_at is null and people.email <> ''
    and not exists (select 1 from comments c where c.person_id = people.id)
    and not exists (select 1 from subscriber_asks k where k.person_id = people.id)
    and ${hasNoPlans}`;
  const isForgotten = (of: SQL) => sql`(${isUnproved(of, before.unproved)} or ${isLongOver(of, before)})`;
  const [first, ...others] = [
    told("comments", sql`comments where ${past}`),
    ...withoutComments(db, sql`select id from comments where ${past} and not ${keepsPlace}`),
    ...takeAway(db, sql`select id from comments where ${past} and ${keepsPlace}`),
    db.run(
      sql`update comments set network = null where network is not null and posted_at < ${before.network}`,
    ),
    db.run(sql`delete from rates where ends_at <= ${before.now}`),
    ...forgetKeys(db, before.key),
    ...withoutReporters(db, sql`select id from reports where decided_at < ${before.report}`),
    db.run(sql`delete from misses where day < ${before.miss}`),
    db.run(sql`delete from email_events where email_id is null and received_at < ${before.unproved}`),
    db.run(sql`delete from suppressions where lifted_at < ${before.address}`),
    // The last message to who was erased: until the mail service has it, and a day at most.
    db.run(sql`delete from emails where kind = 'person_erased'
      and (state not in ('waiting', 'sending') or created_at < ${before.network})`),
    db.run(sql`delete from subscriber_asks where made_at < ${before.unproved}`),
    db.run(sql`delete from emails where kind = 'wish_confirm' and created_at < ${before.unproved}`),
    db.run(sql`delete from wishes where told_at < ${before.address}
      or proved_at is null and asked_at < ${before.unproved}`),
    told("details", sql`signups g where ${hasOldDetails(before.details)}`),
    db.run(
      sql`delete from answers where signup_id in (select g.id from signups g where ${hasOldDetails(before.details)})`,
    ),
    db.run(sql`update signups as g set note = '' where g.note <> '' and ${isOver(sql`g`, before.details)}`),
    told("signups", sql`signups g where ${isForgotten(sql`g`)}`),
    ...withoutSignups(db, isForgotten, before.unproved),
    db.run(sql`delete from openings where at < ${before.attended}`),
    told("people", sql`people where ${silent} or ${nobody}`),
    ...withoutPeople(db, sql`select id from people where ${silent}`),
    ...withoutPeople(db, sql`select id from people where ${nobody}`),
  ];
  if (first !== undefined) await db.batch([first, ...others]);
}

const hasNoPlans = sql`not exists (select 1 from signups g where g.person_id = people.id)
  and not exists (select 1 from wishes w where w.person_id = people.id)
  and not exists (select 1 from openings o where o.person_id = people.id)`;

function withoutComments(db: Database, which: SQL): Write[] {
  return [
    db.run(sql`delete from links where comment_id in (${which})`),
    db.run(sql`delete from emails where comment_id in (${which})`),
    db.run(sql`delete from comments where id in (${which})`),
  ];
}

/** How many were forgotten of something, for the audit: by nobody, and without whom. */
function writeCount(
  db: Database,
  { id, at, what, of }: { id: string; at: string; what: string; of: SQL },
): Write {
  return db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
    select ${id}, ${at}, '', '', ${`forget.${what}`}, cast(n.count as text)
    from (select count(*) as count from ${of}) n where n.count > 0 on conflict do nothing`);
}

const wasThere = (of: SQL) => sql`exists (select 1 from attendances b where b.signup_id = ${of}.id)`;

// Somebody typed the address and nobody proved it; who was checked in at the door is somebody.
const isUnproved = (of: SQL, endedBefore: string) => sql`(${of}.confirmed_at is null
  and ${of}.state in ('cancelled', 'expired') and ${of}.state_at < ${endedBefore} and not ${wasThere(of)})`;

const isOver = (of: SQL, endedBefore: string) => sql`(exists (select 1 from sessions s
    where s.id = ${of}.session_id and s.ends_at < ${endedBefore})
  and not exists (select 1 from meetings m where m.session_id = ${of}.session_id and m.ends_at >= ${endedBefore}))`;

// That she was there opens the next step and is proved by her certificate, for longer.
const isLongOver = (of: SQL, { address, attended }: ForgetBefore) => sql`(${isOver(of, attended)}
  or ${isOver(of, address)} and not ${wasThere(of)})`;

const hasOldDetails = (endedBefore: string) => sql`(${isOver(sql`g`, endedBefore)}
  and (g.note <> '' or exists (select 1 from answers a where a.signup_id = g.id)))`;

// Who came with her and did come keeps a party without her.
function withoutSignups(db: Database, isForgotten: (of: SQL) => SQL, endedBefore: string): Write[] {
  const which = sql`select u.id from signups u where ${isForgotten(sql`u`)}`;
  return [
    // Materialized, so that who is first among them is known before the first of them is changed.
    db.run(sql`with led as materialized (select o.party_id, min(o.id) as first from signups o
        where o.party_id in (${which}) and not ${isForgotten(sql`o`)} group by o.party_id)
      update signups set party_id = led.first from led
      where signups.party_id = led.party_id and signups.id not in (${which})`),
    db.run(sql`delete from brought where by_id in (${which}) or id in (${which}) or until < ${endedBefore}
      and not exists (select 1 from signups c where c.id = brought.id)`),
    db.run(sql`delete from answers where signup_id in (${which})`),
    db.run(sql`delete from absences where signup_id in (${which})`),
    db.run(sql`delete from emails where signup_id in (${which})`),
    // That of who was there and is forgotten: without it she is so no less.
    db.run(sql`delete from attendances where signup_id in (${which})`),
    db.run(sql`delete from signups where id in (${which})`),
  ];
}

// What was decided and why stays; who asked for it, and in which words, does not.
function withoutReporters(db: Database, which: SQL): Write[] {
  return [
    db.run(sql`delete from emails where report_id in (${which})`),
    db.run(sql`update reports set email = null, explanation = '' where id in (${which})`),
  ];
}

// The comments stay, under the name that was given with each; nothing leads from them to anybody any more.
function withoutPeople(db: Database, which: SQL): Write[] {
  return [
    db.run(
      sql`delete from suppressions where address_key in (select email_key from people where id in (${which}))`,
    ),
    db.run(sql`delete from emails where person_id in (${which})
      or report_id is null and comment_id in (select id from comments where person_id in (${which}))`),
    db.run(sql`delete from links where person_id in (${which})`),
    db.run(sql`delete from brought where person_id in (${which})`),
    db.run(sql`delete from subscriptions where person_id in (${which})`),
    db.run(sql`delete from subscribers where person_id in (${which})`),
    db.run(sql`delete from subscriber_asks where person_id in (${which})`),
    db.run(sql`update comments set email = null, person_id = null where person_id in (${which})`),
    db.run(sql`delete from people where id in (${which})`),
  ];
}
