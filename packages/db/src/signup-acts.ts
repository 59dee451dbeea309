import type { Claim } from "@ontsecretaressen/domain/claim";
import { sql } from "drizzle-orm";
import { claimedSignup } from "./claims.ts";
import type { Database } from "./open.ts";
import { fits, isAhead, isLapsed, nextLine, seatsTaken } from "./seats.ts";

/** What a colleague tells of herself when she confirms; giving it is her consent. */
export type MemberDetails = { name: string; organisation: string; role: string };

export type Confirmation = { claim: Claim; details: MemberDetails | null; emailId: string; now: string };

export type Confirmed = { personId: string; hasConsent: boolean };

/**
 * Says yes for a signup, in one batch: a seat that is held or offered becomes hers; a place on the list is proved, and gives
 * a seat at once when one is free and nobody proved is before her. Who comes too late gets a seat while the gate has one, and
 * else a new place on the list. Nothing changes without her consent, or when the session began or was cancelled. Doing it again
 * changes nothing. Null when the claim opens nothing any more.
 */
export async function confirmSignup(db: Database, by: Confirmation): Promise<Confirmed | null> {
  const { now, details } = by;
  const signupId = claimedSignup(by.claim);
  const mayCome = sql`signups.id = ${signupId} and consented_at is not null
    and exists (select 1 from sessions s where s.id = signups.session_id and ${isAhead(now)})`;
  const results = await db.batch([
    db.run(sql`update signups set name = ${details?.name ?? ""}, organisation = ${details?.organisation ?? ""},
        role = ${details?.role ?? ""}, consented_at = ${now}
      where id = ${signupId} and consented_at is null and ${details === null ? 0 : 1} = 1`),
    db.run(
      sql`update signups set state = 'expired', state_at = ${now} where id = ${signupId} and ${isLapsed(now)}`,
    ),
    db.run(sql`with d as materialized (select ${fits(sql`1`, now)} as fits, ${nextLine()} as line from sessions s
        where s.id = (select g.session_id from signups g where g.id = ${signupId}))
      update signups set state = iif(d.fits, 'confirmed', 'waiting'), state_at = ${now}, line = iif(d.fits, null, d.line),
        confirmed_at = coalesce(confirmed_at, ${now}) from d
      where ${mayCome} and state = 'expired' and not exists (select 1 from signups o where o.session_id = signups.session_id
        and o.person_id = signups.person_id and o.state not in ('cancelled', 'expired'))`),
    db.run(sql`update signups set state = 'confirmed', state_at = ${now}, confirmed_at = coalesce(confirmed_at, ${now})
      where ${mayCome} and state in ('held', 'offered')`),
    db.run(sql`update signups set confirmed_at = ${now}, state_at = ${now}
      where ${mayCome} and state = 'waiting' and confirmed_at is null`),
    db.run(sql`update signups set state = 'confirmed' where ${mayCome} and state = 'waiting' and state_at = ${now}
      and not exists (select 1 from signups o where o.session_id = signups.session_id and o.state = 'waiting'
        and o.confirmed_at is not null and o.line <= signups.line and o.id <> signups.id)
      and ${seatsTaken(sql`signups.session_id`, now)} < (select s.capacity from sessions s where s.id = signups.session_id)`),
    db.run(sql`update people set confirmed_at = coalesce(confirmed_at, ${now}),
        name = case when name = '' then (select g.name from signups g where g.id = ${signupId}) else name end
      where id = (select g.person_id from signups g where g.id = ${signupId} and g.confirmed_at is not null)`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
      select ${by.emailId}, iif(g.state = 'confirmed', 'signup_confirmed', 'signup_on_list'), g.email, g.id, 'waiting', 0, ${now}, ${now}
      from signups g where g.id = ${signupId} and g.state in ('confirmed', 'waiting') and g.confirmed_at is not null
        and g.state_at = ${now} and not exists (select 1 from emails e where e.signup_id = g.id and e.created_at = ${now})
      on conflict do nothing`),
    db.all<{ personId: string; hasConsent: number }>(sql`select g.person_id as personId,
      g.consented_at is not null as hasConsent from signups g where g.id = ${signupId}`),
  ]);
  const row = results[8][0];
  return row === undefined ? null : { personId: row.personId, hasConsent: row.hasConsent === 1 };
}
