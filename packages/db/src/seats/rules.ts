// What must always be true of seats, each as a question for the rows that break it. They count by themselves what the acts
// decide by the gate and the walk through the line, so that a fault there is seen here.
import type { InvariantMoment } from "@ontsecretaressen/domain/invariant";
import { type SQL, sql } from "drizzle-orm";
import { stepIsOpenFor } from "../steps/access.ts";

const isLive = sql`g.state not in ('cancelled', 'expired')`;

// Every seat that is somebody's, at a moment.
const seatsKept = (
  session: SQL,
  at: string | SQL,
): SQL => sql`(select sum(case k.state when 'confirmed' then 1
    when 'held' then k.held_until > ${at} when 'offered' then k.offer_until > ${at} else 0 end)
  from signups k where k.session_id = ${session})`;

// Who was erased has no address, and no email is left of her.
const lacksEmail = (kinds: SQL): SQL =>
  sql`g.email <> '' and not exists (select 1 from emails e where e.signup_id = g.id and ${kinds})`;

// An organiser may shut what was open: a seat that was given before stays.
const wasShut = sql`exists (select 1 from audit a where a.at >= g.state_at and (a.act = 'step.shut' and a.subject = g.person_id
  or a.act = 'step.change' and a.subject = s.step_id or a.act = 'signup.unattend'
  and a.subject in (select o.id from signups o where o.person_id = g.person_id)))`;

// Clocks differ: what a row says of a moment close to this one may have been written in another order.
const beforeSheCame = sql`strftime('%Y-%m-%dT%H:%M:%fZ', g.state_at, '-2 minutes')`;

// Whether its step was open to who waits as `w` before `g` came.
const wasOpenBefore = sql`exists (select 1 from steps n join sessions t on t.step_id = n.id where t.id = w.session_id
  and (n.requires_id is null and not exists (select 1 from audit a where a.act = 'step.change' and a.subject = n.id
      and a.at >= ${beforeSheCame})
    or exists (select 1 from attendances b join signups c on c.id = b.signup_id join sessions f on f.id = c.session_id
      where c.person_id = w.person_id and f.step_id = n.requires_id and b.at < ${beforeSheCame})
    or exists (select 1 from openings h where h.person_id = w.person_id and h.step_id = n.id and h.at < ${beforeSheCame})))`;

/**
 * The rules about seats by name: each finds what breaks it as `subject`. What time does to seats was written down if it
 * happened before `settledBefore`; no seat is offered any more of what begins before `notBefore`.
 */
export const seatRules = ({ now, settledBefore, notBefore }: InvariantMoment): Record<string, SQL> => ({
  // With a capacity that was lowered below what was taken, no more than that.
  overbooked: sql`select s.slug as subject from sessions s
    where max(s.capacity, s.seats_given) < ${seatsKept(sql`s.id`, now)}`,
  doubled: sql`select min(g.id) as subject from signups g where ${isLive}
    group by g.session_id, g.person_id having count(*) > 1`,
  party_too_large: sql`select g.party_id as subject from signups g where ${isLive}
    group by g.party_id having count(*) > 8`,
  line_doubled: sql`select min(g.id) as subject from signups g where g.line is not null
    group by g.session_id, g.line having count(distinct g.party_id) > 1`,
  held_without_end: sql`select g.id as subject from signups g where g.state = 'held' and g.held_until is null`,
  offered_without_end: sql`select g.id as subject from signups g where g.state = 'offered'
    and (g.offer_until is null or g.confirmed_at is null)`,
  kept_past_the_start: sql`select g.id as subject from signups g join sessions s on s.id = g.session_id
    where s.starts_at > ${now} and (g.state = 'held' and g.held_until > s.starts_at
      or g.state = 'offered' and g.offer_until > s.starts_at)`,
  kept_too_long: sql`select g.id as subject from signups g where g.state = 'held' and g.held_until <= ${settledBefore}
    or g.state = 'offered' and g.offer_until <= ${settledBefore}
    or g.state = 'waiting' and g.confirmed_at is null and g.held_until <= ${settledBefore}`,
  confirmed_without_consent: sql`select g.id as subject from signups g where g.state = 'confirmed'
    and (g.consented_at is null or g.confirmed_at is null)`,
  waiting_without_line: sql`select g.id as subject from signups g where g.state = 'waiting'
    and (g.line is null or (g.confirmed_at is null and g.held_until is null))`,
  signup_without_email: sql`select g.id as subject from signups g where ${lacksEmail(sql`1`)}`,
  confirmed_without_email: sql`select g.id as subject from signups g where g.state = 'confirmed'
    and ${lacksEmail(sql`e.kind = 'signup_confirmed'`)}`,
  offered_without_email: sql`select g.id as subject from signups g where g.state = 'offered'
    and ${lacksEmail(sql`e.kind = 'seat_offered'`)}`,
  // A calendar takes over only what has a higher number than what it has.
  entry_not_raised: sql`select g.id as subject from signups g join emails e on e.signup_id = g.id
    where e.kind in ('session_moved', 'session_cancelled') and e.again_of is null group by g.id having count(*) > g.sequence`,
  step_not_open: sql`select g.id as subject from signups g join sessions s on s.id = g.session_id
    where g.state = 'confirmed' and s.starts_at > ${now}
      and not ${stepIsOpenFor(sql`g.person_id`, sql`s.step_id`)} and not ${wasShut}`,
  // Who is checked in before she confirmed may have a hold that ended since: she was there.
  attended_without_seat: sql`select a.signup_id as subject from attendances a join signups g on g.id = a.signup_id
    where g.state = 'cancelled' and g.email <> '' group by a.signup_id`,
  // A seat that was kept a moment ago counts as taken, for as long as the cron may need.
  waits_while_free: sql`select s.slug || ' ' || p.line as subject from sessions s
    join (select g.session_id, g.line, count(*) as need, max(g.state_at) as since from signups g
      join sessions o on o.id = g.session_id where g.state = 'waiting' and g.confirmed_at is not null
        and ${stepIsOpenFor(sql`g.person_id`, sql`o.step_id`)} group by g.session_id, g.line) p on p.session_id = s.id
    where s.state = 'planned' and s.starts_at > ${notBefore} and p.since <= ${settledBefore}
      and not exists (select 1 from audit a where a.act = 'session.move' and a.subject = s.id and a.at > ${settledBefore})
      and p.need <= s.capacity - ${seatsKept(sql`s.id`, settledBefore)}
      and not exists (select 1 from openings b where b.at > ${settledBefore})
      and not exists (select 1 from attendances b where b.at > ${settledBefore})`,
  // The gate gives no seat while somebody waits who can take it, or still may prove her address; an organiser can, and who
  // corrects her address takes that along. Moments are those at which requests came in; in a crowd they are written in another
  // order.
  passed_the_line: sql`select g.id as subject from signups g where g.state = 'held' and g.held_until > ${now}
    and not exists (select 1 from audit a where a.act = 'signup.move' and a.at = g.state_at
      and a.subject in (select m.id from signups m where m.session_id = g.session_id))
    and exists (select 1 from signups w where w.session_id = g.session_id and w.state = 'waiting'
      and w.state_at < ${beforeSheCame} and iif(w.confirmed_at < g.state_at, ${wasOpenBefore}, w.held_until > g.state_at))`,
  // And it keeps no seat from a newcomer for who can't take it. That is known for as long as nothing changed after she came.
  listed_while_free: sql`select min(g.id) as subject from signups g join sessions s on s.id = g.session_id
    where g.state = 'waiting' and g.confirmed_at is null and g.state_at = g.signed_up_at and g.held_until > ${now}
      and s.state = 'planned' and s.starts_at > ${now}
      and not exists (select 1 from signups o where o.session_id = s.id and o.state_at > iif(o.submission = g.submission,
        g.state_at, ${beforeSheCame}))
      and not exists (select 1 from audit a where a.at >= ${beforeSheCame} and (a.subject = s.id
        or a.act in ('step.shut', 'step.change', 'signup.unattend')))
      and not exists (select 1 from signups w where w.session_id = s.id and w.state = 'waiting' and w.submission <> g.submission
        and iif(w.confirmed_at is null, w.held_until > g.state_at, ${stepIsOpenFor(sql`w.person_id`, sql`s.step_id`)}))
    group by g.session_id, g.submission having count(*) <= s.capacity - ${seatsKept(sql`s.id`, sql`g.state_at`)}`,
});
