import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { type SQL, sql } from "drizzle-orm";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";
import { sessionBefore } from "./before.ts";

/**
 * Whether signup `g` is one of these states at `now`. What was kept for too long is over, also before anything wrote that
 * down; cancelled and expired are nobody's any more.
 */
export const isOneOf = (states: readonly SignupState[], now: string): SQL =>
  sql`(g.state in (select value from json_each(${JSON.stringify(states)})) and g.state not in ('cancelled', 'expired')
    and not (g.state = 'held' and g.held_until <= ${now})
    and not (g.state = 'offered' and g.offer_until <= ${now})
    and not (g.state = 'waiting' and g.confirmed_at is null and g.held_until <= ${now}))`;

/** Everybody who has a seat or waits for one. */
export const everybody: readonly SignupState[] = ["confirmed", "held", "offered", "waiting"];

/**
 * Tells everybody of a session what changed, before it does, and raises the sequence of their calendar entries. `emailId` is the
 * base of the ids. Once it has begun it is for who comes alone: nobody gets in any more. The version names the session as it
 * was, so that doing it again tells nobody twice.
 */
export function tellPeople(
  db: Database,
  told: { id: string; kind: EmailKind; emailId: string; at: string; only: Condition },
): Write[] {
  const hasBegun = sql`exists (select 1 from sessions b where b.id = ${told.id} and b.starts_at <= ${told.at})`;
  const isTold = sql`g.session_id = ${told.id} and ${isOneOf(everybody, told.at)}
    and (g.state = 'confirmed' or not ${hasBegun}) and ${told.only}`;
  const was =
    told.kind === "session_moved"
      ? sql`json_set(${sessionBefore(sql`${told.id}`)}, '$.absences',
          json((select json_group_array(b.meeting) from absences b where b.signup_id = g.id)))`
      : sql`null`;
  return [
    db.run(sql`insert into emails (id, kind, to_address, signup_id, session_id, was, state, attempts, due_at, created_at)
      select ${told.emailId} || substr(g.id, 5), ${told.kind}, g.email, g.id, g.session_id, ${was}, 'waiting', 0, ${told.at}, ${told.at}
      from signups g where ${isTold} on conflict do nothing`),
    db.run(sql`update signups as g set sequence = sequence + 1 where ${isTold}`),
  ];
}
