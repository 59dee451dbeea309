import { type EmailKind, settledProblems } from "@ontsecretaressen/domain/email";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";

type SignupKind = Extract<
  EmailKind,
  `signup_${string}` | "seat_offered" | "seat_passed_on" | "offer_ended" | "group_passed_over"
>;

/** `seed` is an email's id that none has yet: as many as it takes are made of it, and of whom each is for. */
export type Moment = { now: string; seed: string };

// Within one batch somebody can get emails of several kinds.
const LETTERS: Record<SignupKind, string> = {
  signup_held: "h",
  signup_invited: "i",
  signup_waiting: "w",
  signup_again: "a",
  signup_reminder: "r",
  signup_confirmed: "c",
  signup_on_list: "l",
  signup_cancelled: "x",
  signup_released: "z",
  signup_withdrawn: "t",
  seat_offered: "o",
  seat_passed_on: "p",
  offer_ended: "e",
  group_passed_over: "g",
};

/**
 * Tells who had heard of a signup that somebody else took it back, if this moment did; what did not go out yet need not be
 * taken back. `which` finds the ids of signups.
 */
export function mailTakenBack(
  db: Database,
  kind: "signup_released" | "signup_withdrawn",
  which: SQL,
  at: Moment,
): Write[] {
  const taken = sql`select t.id from signups t where t.id in (${which}) and t.state = 'cancelled' and t.state_at = ${at.now}`;
  return [
    db.run(sql`update emails set state = 'withheld', problem = ${settledProblems.takenBack} where signup_id in (${taken})
      and state = 'waiting' and attempts = 0 and kind <> ${kind}`),
    mailSignups(
      db,
      kind,
      at,
      sql`g.id in (${taken}) and exists (select 1 from emails sent where sent.signup_id = g.id
        and (sent.state not in ('waiting', 'withheld') or sent.attempts > 0))`,
    ),
  ];
}

/** An email of a kind to everybody whose signup `g` meets a condition; none whom this moment gave that email already. */
export function mailSignups(db: Database, kind: SignupKind, { now, seed }: Moment, only: SQL): Write {
  return db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
    select ${seed} || ${LETTERS[kind]} || substr(g.id, 5), ${kind}, g.email, g.id, 'waiting', 0, ${now}, ${now}
    from signups g join sessions s on s.id = g.session_id where g.email <> '' and ${only}
      and not exists (select 1 from emails e where e.signup_id = g.id and e.kind = ${kind} and e.created_at = ${now})
    on conflict do nothing`);
}
