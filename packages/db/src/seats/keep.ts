import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";
import { type OfferMoment, offerSeats } from "./offer.ts";
import { isAhead, isLapsed } from "./count.ts";
import { mailSignups, type Moment } from "../signups/mail.ts";
import { stepIsOpenFor } from "../steps/access.ts";

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
 * Reminds, once, who did not press her button since `signedUpBefore`, while she has until after `heldAfter` to do it. To whom
 * the step is not open it would only promise what the button can't do.
 */
function remind(db: Database, at: Moment & { signedUpBefore: string; heldAfter: string }): Write[] {
  const { now } = at;
  const isDue = sql`state in ('held', 'waiting') and confirmed_at is null and reminded_at is null
    and signed_up_at <= ${at.signedUpBefore} and held_until > ${at.heldAfter}`;
  return [
    db.run(sql`update signups set reminded_at = ${now} where ${isDue}
      and exists (select 1 from sessions s where s.id = signups.session_id and ${isAhead(now)}
        and ${stepIsOpenFor(sql`signups.person_id`, sql`s.step_id`)})`),
    mailSignups(db, "signup_reminder", at, sql`g.reminded_at = ${now} and g.state in ('held', 'waiting')`),
  ];
}

export type KeepMoment = OfferMoment & { signedUpBefore: string; heldAfter: string };

/** All that time does to seats, in one batch: what was kept for too long is over, free seats are offered, people are reminded. */
export async function keepSeats(db: Database, at: KeepMoment): Promise<void> {
  const everywhere: SQL = sql`1`;
  const [first, ...others] = [...lapseSeats(db, at), ...offerSeats(db, everywhere, at), ...remind(db, at)];
  if (first !== undefined) await db.batch([first, ...others]);
}
