// What organisers do with somebody's signup. Each act is one batch with its row in the audit and its emails, and does nothing
// the second time; a seat that it frees is offered in the same batch.
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { type SQL, sql } from "drizzle-orm";
import { type Act, auditDone, isDone, isKnown } from "../audit.ts";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";
import { offerByHand, type OfferMoment, offerSeats } from "../seats/offer.ts";
import { isAhead, seatsTaken } from "../seats/count.ts";
import { sessionBefore } from "../sessions/before.ts";
import { isOneOf } from "../sessions/tell.ts";
import { takeSeats } from "./act.ts";
import { mailTakenBack } from "./mail.ts";
import { stepIsOpenFor } from "../steps/access.ts";
import { writeAndAsk } from "../client/write-and-ask.ts";

/** Which signup, in which session and state it is after an act. */
export type Handled = { id: string; session: string; state: SignupState };

/** Does an act; null when there is no such signup, or the act is not possible. */
async function handle(
  db: Database,
  id: string,
  by: Act,
  { act, when, writes }: { act: string; when: SQL; writes: (only: Condition) => Write[] },
): Promise<Handled | null> {
  const only = isDone(by);
  const rows = await writeAndAsk(
    db,
    [
      auditDone(
        db,
        by,
        act,
        sql`select g.id from signups g join sessions s on s.id = g.session_id
          where g.id = ${id} and ${isAhead(by.at)} and ${when}`,
      ),
      ...writes(only),
    ],
    db.all<Handled>(sql`select g.id, s.slug as session, g.state from signups g join sessions s on s.id = g.session_id
      where g.id = ${id} and ${isKnown(by, sql`g.id`)}`),
  );
  return rows[0] ?? null;
}

const sessionOf = (id: string): SQL => sql`s.id = (select o.session_id from signups o where o.id = ${id})`;

/** Takes somebody's seat or place on the list, tells her if she had heard of it, and offers the seat to who is next. */
export const cancelByHand = (db: Database, id: string, at: OfferMoment, by: Act): Promise<Handled | null> =>
  handle(db, id, by, {
    act: "signup.cancel",
    when: sql`g.state not in ('cancelled', 'expired')`,
    writes: (only) => {
      const hers = sql`select o.id from signups o where o.id = ${id} and ${only}`;
      return [
        takeSeats(db, hers, at.now),
        ...mailTakenBack(db, "signup_withdrawn", hers, at),
        ...offerSeats(db, sessionOf(id), at),
      ];
    },
  });

/** Offers a free seat to somebody who waits, whoever is before her. */
export const offerSeatByHand = (
  db: Database,
  id: string,
  at: OfferMoment,
  by: Act,
): Promise<Handled | null> =>
  handle(db, id, by, {
    act: "signup.offer",
    when: sql`g.state = 'waiting' and g.confirmed_at is not null and ${seatsTaken(sql`s.id`, by.at)} < s.capacity
      and ${stepIsOpenFor(sql`g.person_id`, sql`s.step_id`)}`,
    writes: (only) => offerByHand(db, sql`(select ${id} where ${only})`, at),
  });

/**
 * Gives somebody her seat in another session: one with room, of a step that is open to her, in which she has no other. It is
 * the same entry in her calendar, at another time. Those who came with her stay where they are.
 */
export function moveByHand(
  db: Database,
  { id, to, emailId }: { id: string; to: string; emailId: string },
  at: OfferMoment,
  by: Act,
): Promise<Handled | null> {
  const others = sql`(select min(o.id) from signups o where o.party_id = ${id} and o.id <> ${id})`;
  const left = sql`(select x.id from sessions x join audit u on u.id = ${by.auditId} || '-from' and u.subject = x.id)`;
  const other = sql`(select other.id from sessions other where other.slug = ${to})`;
  return handle(db, id, by, {
    act: "signup.move",
    when: sql`${isOneOf(["confirmed", "held"], by.at)} and exists (select 1 from sessions other where other.slug = ${to} and other.id <> s.id
      and other.state = 'planned' and other.starts_at > ${by.at}
      and ${seatsTaken(sql`other.id`, by.at)} < other.capacity
      and ${stepIsOpenFor(sql`g.person_id`, sql`other.step_id`)}
      and not exists (select 1 from signups o where o.session_id = other.id and o.person_id = g.person_id
        and o.state not in ('cancelled', 'expired')))`,
    writes: (only) => [
      // Which session she left is known only before she does; it must be known when her seat is offered.
      db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
        select ${by.auditId} || '-from', ${by.at}, ${by.admin.id}, ${by.admin.name}, 'signup.leave', g.session_id
        from signups g where g.id = ${id} and ${only} on conflict do nothing`),
      db.run(sql`update signups set party_id = ${others} where party_id = ${id} and id <> ${id} and ${only}`),
      // What she is about to be told of the session that she leaves, she need not hear.
      db.run(sql`delete from emails where kind in ('session_week', 'session_tomorrow') and state = 'waiting' and attempts = 0
        and signup_id = (select g.id from signups g where g.id = ${id} and g.session_id = ${left}) and ${only}`),
      db.run(sql`delete from absences
        where signup_id = (select g.id from signups g where g.id = ${id} and g.session_id = ${left}) and ${only}`),
      db.run(sql`update signups set session_id = ${other}, party_id = id, line = null, state_at = ${by.at},
          held_until = min(held_until, (select o.starts_at from sessions o where o.id = ${other})), sequence = sequence + 1
        where id = ${id} and ${only} and session_id = ${left}`),
      db.run(sql`insert into emails (id, kind, to_address, signup_id, session_id, was, state, attempts, due_at, created_at)
        select ${emailId}, 'session_moved', g.email, g.id, g.session_id, ${sessionBefore(left)}, 'waiting', 0, ${by.at}, ${by.at}
        from signups g where g.id = ${id} and ${only} on conflict do nothing`),
      ...offerSeats(db, sql`s.id = ${left}`, at),
    ],
  });
}
