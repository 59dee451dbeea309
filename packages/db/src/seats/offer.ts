import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";
import { isAhead, seatsTaken } from "./count.ts";
import { mailSignups, type Moment } from "../signups/mail.ts";
import { stepIsOpenFor } from "../steps/access.ts";

/** When seats are offered: until when an offer holds at most, and what begins before `notBefore` has no more offers. */
export type OfferMoment = Moment & { until: string; notBefore: string };

/** Whether signup `g` can be offered a seat of session `s`: it waits, its address is proved, and the step is open to her. */
const canTake = sql`(g.state = 'waiting' and g.confirmed_at is not null and ${stepIsOpenFor(sql`g.person_id`, sql`s.step_id`)})`;

/**
 * Who is next, as `with` of a statement: `walk` goes through the parties that wait, in order of line, with the seats that are
 * free. A party takes what all of its proved members need; when that is too much it is passed over (`takes` is 0).
 */
export function walkOfLine(scope: SQL, { now, notBefore }: Pick<OfferMoment, "now" | "notBefore">): SQL {
  return sql`with recursive parties as materialized (select g.session_id, g.line, count(*) as need,
      row_number() over (partition by g.session_id order by g.line) as n
    from signups g join sessions s on s.id = g.session_id
    where ${scope} and ${isAhead(notBefore)} and ${canTake} group by g.session_id, g.line),
  walk (session_id, n, line, takes, free) as (
    select s.id, 0, 0, 0, s.capacity - ${seatsTaken(sql`s.id`, now)} from sessions s
      where s.id in (select p.session_id from parties p)
    union all
    select p.session_id, p.n, p.line, p.need <= w.free, w.free - iif(p.need <= w.free, p.need, 0)
      from walk w join parties p on p.session_id = w.session_id and p.n = w.n + 1 where w.free > 0)`;
}

const isIn = (lines: SQL): SQL => sql`exists (select 1 from sessions s, signups g where g.id = signups.id
  and s.id = g.session_id and ${canTake}) and (session_id, line) in (${lines})`;

/**
 * Offers the seats that are free to who is next, in the batch of whatever frees them. `scope` says of which sessions `s`. A
 * party that needs more than is free keeps its place, and is told once when others pass it.
 */
export function offerSeats(db: Database, scope: SQL, at: OfferMoment): Write[] {
  const walk = walkOfLine(scope, at);
  const { now } = at;
  const passed = sql`select w.session_id, w.line from walk w where w.n > 0 and w.takes = 0
    and exists (select 1 from walk v where v.session_id = w.session_id and v.n > w.n and v.takes = 1)`;
  return [
    // Once they are back within the capacity, no more may ever be given than that.
    db.run(sql`update sessions as s set seats_given = iif(${seatsTaken(sql`s.id`, now)} > s.capacity,
        min(s.seats_given, ${seatsTaken(sql`s.id`, now)}), 0) where s.seats_given > 0 and ${scope}`),
    db.run(
      sql`${walk} update signups set passed_over_at = ${now} where passed_over_at is null and ${isIn(passed)}`,
    ),
    mailSignups(
      db,
      "group_passed_over",
      at,
      sql`${scope} and g.state = 'waiting' and g.passed_over_at = ${now}`,
    ),
    db.run(sql`${walk} update signups set state = 'offered', state_at = ${now},
        offer_until = min(${at.until}, (select s.starts_at from sessions s where s.id = signups.session_id))
      where ${isIn(sql`select w.session_id, w.line from walk w where w.takes = 1`)}`),
    mailSignups(db, "seat_offered", at, sql`${scope} and g.state = 'offered' and g.state_at = ${now}`),
  ];
}

/** Offers a free seat to one person who waits, whoever is before her: an organiser's act. Nothing happens while none is free. */
export function offerByHand(db: Database, signup: SQL, at: OfferMoment): Write[] {
  const { now } = at;
  return [
    db.run(sql`update signups set state = 'offered', state_at = ${now},
        offer_until = min(${at.until}, (select s.starts_at from sessions s where s.id = signups.session_id))
      where id = ${signup} and exists (select 1 from signups g join sessions s on s.id = g.session_id
        where g.id = signups.id and ${canTake} and ${isAhead(now)} and ${seatsTaken(sql`s.id`, now)} < s.capacity)`),
    mailSignups(
      db,
      "seat_offered",
      at,
      sql`g.id = ${signup} and g.state = 'offered' and g.state_at = ${now}`,
    ),
  ];
}
