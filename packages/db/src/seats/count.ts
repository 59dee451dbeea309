import { type SQL, sql } from "drizzle-orm";
import { stepIsOpenFor } from "../steps/access.ts";

/** How many have a seat: confirmed, or held or offered and not yet past. `session` names the id of a sessions row. */
export const seatsTaken = (session: SQL, now: string): SQL<number> =>
  sql<number>`(select count(*) from signups t where t.session_id = ${session} and (t.state = 'confirmed'
    or (t.state = 'held' and t.held_until > ${now}) or (t.state = 'offered' and t.offer_until > ${now})))`;

/**
 * How many wait for a seat that they can take: those who proved their address and to whom the step is open, and those who
 * still may prove it. Of those nobody is told yet to whom it is.
 */
export const peopleWaiting = (session: SQL, now: string): SQL<number> =>
  sql<number>`(select count(*) from signups w join sessions o on o.id = w.session_id
    where w.session_id = ${session} and w.state = 'waiting' and iif(w.confirmed_at is null, w.held_until > ${now},
      ${stepIsOpenFor(sql`w.person_id`, sql`o.step_id`)}))`;

/**
 * The seat gate: whether so many newcomers get a seat of session `s`. Only all of them or none, and nobody while somebody
 * waits. It stands inside the statement that gives the seats.
 */
export const fits = (newcomers: SQL, now: string): SQL =>
  sql`(${peopleWaiting(sql`s.id`, now)} = 0 and ${seatsTaken(sql`s.id`, now)} + ${newcomers} <= s.capacity)`;

/** Whether session `s` is still to come: planned, and not begun. */
export const isAhead = (now: string): SQL => sql`(s.state = 'planned' and s.starts_at > ${now})`;

/** The next place on the list of session `s`: places only go up, also when people leave. */
export const nextLine = (): SQL =>
  sql`(select coalesce(max(l.line), 0) + 1 from signups l where l.session_id = s.id)`;

/** Whether a row of signups is over although nothing wrote that down yet: a seat, an offer or an unproved place of the past. */
export const isLapsed = (now: string): SQL =>
  sql`((state = 'held' and held_until <= ${now}) or (state = 'offered' and offer_until <= ${now})
    or (state = 'waiting' and confirmed_at is null and held_until <= ${now}))`;

/** Whether signup `g` counts for how many are in its party: it lives, or is of who was first and may still come back. */
export const countsInParty = sql`(g.state not in ('cancelled', 'expired') or (g.state = 'expired' and g.id = g.party_id))`;
