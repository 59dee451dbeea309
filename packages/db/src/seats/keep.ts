import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";
import { type OfferMoment, offerSeats } from "./offer.ts";
import { isAhead, isLapsed } from "./count.ts";
import { mailSignups, type Moment } from "../signups/mail.ts";
import { stepIsOpenFor } from "../steps/access.ts";

/**
 * Keeps the seats and places of who could not hear of them yet, because mail stands still: from less than a day before they
 * end to two days from now, so that she has a day at least once her email left. An email that was written for the old end and
 * never tried is written anew. What can't go at all keeps nothing.
 */
function awaitMail(
  db: Database,
  { now, dayFrom, holdUntil }: Pick<KeepMoment, "now" | "dayFrom" | "holdUntil">,
): Write[] {
  const isUnheard = sql`state in ('held', 'waiting') and confirmed_at is null and held_until > ${now}
    and held_until <= ${dayFrom} and exists (select 1 from sessions s where s.id = signups.session_id
      and ${isAhead(now)} and s.starts_at > signups.held_until)
    and exists (select 1 from emails e where e.signup_id = signups.id and e.state in ('waiting', 'sending'))
    and not exists (select 1 from emails e where e.signup_id = signups.id and e.sent_at is not null)`;
  return [
    db.run(sql`update emails set sender = null, subject = null, html = null, text = null,
        calendar = null where state = 'waiting' and attempts = 0 and signup_id in (select id from signups where ${isUnheard})`),
    db.run(sql`update signups set held_until = min(${holdUntil},
      (select s.starts_at from sessions s where s.id = signups.session_id)) where ${isUnheard}`),
  ];
}

/** Writes down which seats, offers and places were kept for too long, and tells whose they were. */
export function lapseSeats(db: Database, at: Moment): Write[] {
  const { now } = at;
  return [
    mailSignups(
      db,
      "seat_passed_on",
      at,
      sql`${isAhead(now)} and g.state = 'held' and g.held_until <= ${now}`,
    ),
    mailSignups(
      db,
      "offer_ended",
      at,
      sql`${isAhead(now)} and g.state = 'offered' and g.offer_until <= ${now}`,
    ),
    db.run(sql`update signups set state = 'expired', state_at = ${now} where ${isLapsed(now)}`),
  ];
}

/**
 * Reminds, once, who did not press her button since `signedUpBefore`, while she has until after `heldAfter` to do it: a
 * day after her first email left. To whom the step is not open it would only promise what the button can't do.
 */
function remind(db: Database, at: Moment & { signedUpBefore: string; heldAfter: string }): Write[] {
  const { now } = at;
  const isDue = sql`state in ('held', 'waiting') and confirmed_at is null and reminded_at is null
    and signed_up_at <= ${at.signedUpBefore} and held_until > ${at.heldAfter}
    and exists (select 1 from emails e where e.signup_id = signups.id and e.sent_at <= ${at.signedUpBefore})`;
  return [
    db.run(sql`update signups set reminded_at = ${now} where ${isDue}
      and exists (select 1 from sessions s where s.id = signups.session_id and ${isAhead(now)}
        and ${stepIsOpenFor(sql`signups.person_id`, sql`s.step_id`)})`),
    mailSignups(db, "signup_reminder", at, sql`g.reminded_at = ${now} and g.state in ('held', 'waiting')`),
  ];
}

/** When time is looked at: now, and a day, the time of a hold and that of a reminder from it. */
export type KeepMoment = OfferMoment & {
  signedUpBefore: string;
  heldAfter: string;
  dayFrom: string;
  holdUntil: string;
};

/** All that time does to seats, in one batch: what was kept for too long is over, free seats are offered, people are reminded. */
export async function keepSeats(db: Database, at: KeepMoment): Promise<void> {
  const everywhere: SQL = sql`1`;
  const [first, ...others] = [
    ...awaitMail(db, at),
    ...lapseSeats(db, at),
    ...offerSeats(db, everywhere, at),
    ...remind(db, at),
  ];
  if (first !== undefined) await db.batch([first, ...others]);
}
