import type { EmailKind } from "@ontsecretaressen/domain/email";
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
  seat_offered: "o",
  seat_passed_on: "p",
  offer_ended: "e",
  group_passed_over: "g",
};

/** An email of a kind to everybody whose signup `g` meets a condition; none whom this moment gave that email already. */
export function mailSignups(db: Database, kind: SignupKind, { now, seed }: Moment, only: SQL): Write {
  return db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
    select ${seed} || ${LETTERS[kind]} || substr(g.id, 5), ${kind}, g.email, g.id, 'waiting', 0, ${now}, ${now}
    from signups g join sessions s on s.id = g.session_id where g.email <> '' and ${only}
      and not exists (select 1 from emails e where e.signup_id = g.id and e.kind = ${kind} and e.created_at = ${now})
    on conflict do nothing`);
}
