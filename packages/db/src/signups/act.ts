import type { Claim } from "@ontsecretaressen/domain/claim";
import type { Answer, Question } from "@ontsecretaressen/domain/question";
import { partyMost } from "@ontsecretaressen/domain/signup";
import { type SQL, sql } from "drizzle-orm";
import { claimedSignup } from "../people/claims.ts";
import type { Database, Write } from "../client/open.ts";
import { answersFit, selectQuestions, toQuestion, writeAnswers } from "./questions.ts";
import { type OfferMoment, offerSeats } from "../seats/offer.ts";
import { countsInParty, fits, isAhead, isLapsed, nextLine, seatsTaken } from "../seats/count.ts";
import { mailSignups } from "./mail.ts";
import { stepIsOpenFor } from "../steps/access.ts";

/** What a colleague tells of herself when she confirms; giving it is her consent. */
export type MemberDetails = { name: string; organisation: string; role: string; answers?: Answer[] };

export type Confirmation = OfferMoment & { claim: Claim; details: MemberDetails | null };

/** Whose signup it is, and how it stands after an act. */
export type Acted = { personId: string; hasConsent: boolean };

/** The same, with what its session asks: answers that don't fit it are why a colleague did not agree. */
export type Confirmed = Acted & { questions: Question[] };

/**
 * Says yes for a signup, in one batch: a seat that is held or offered becomes hers; a place on the list is proved, and gives
 * a seat at once when one is free and nobody who can take it is before her. Who comes too late gets a seat while the gate
 * has one, and else a new place on the list. While the step is not open to her only her address is proved. Nothing changes
 * without her consent, which a colleague gives with answers that fit, or when the session began or was cancelled. Doing it
 * again changes nothing. Null when the claim opens nothing more.
 */
export async function confirmSignup(db: Database, by: Confirmation): Promise<Confirmed | null> {
  const { now, details } = by;
  const id = claimedSignup(by.claim);
  const answers = details?.answers ?? [];
  const agrees = sql`(select g.id from signups g join sessions s on s.id = g.session_id
    where g.id = ${id} and g.consented_at is null and ${details === null ? 0 : 1} = 1 and ${answersFit(answers)})`;
  const may = sql`signups.id = ${id} and consented_at is not null
    and exists (select 1 from sessions s where s.id = signups.session_id and ${isAhead(now)})`;
  const itsStep = sql`(select s.step_id from sessions s where s.id = signups.session_id)`;
  const mayCome = sql`${may} and ${stepIsOpenFor(sql`signups.person_id`, itsStep)}`;
  const [asked, , , , acted] = await db.batch([
    selectQuestions(db, sql`(select g.session_id from signups g where g.id = ${id})`),
    ...writeAnswers(db, agrees, answers),
    db.run(sql`update signups set name = ${details?.name ?? ""}, organisation = ${details?.organisation ?? ""},
        role = ${details?.role ?? ""}, consented_at = ${now} where id = ${agrees}`),
    selectActed(db, id),
    db.run(
      sql`update signups set state = 'expired', state_at = ${now} where id = ${id} and (${isLapsed(now)} or ${isTaken(now)})`,
    ),
    db.run(sql`with d as materialized (select ${fits(sql`1`, now)} as fits, ${nextLine()} as line from sessions s
        where s.id = (select g.session_id from signups g where g.id = ${id}))
      update signups set state = iif(d.fits, 'confirmed', 'waiting'), state_at = ${now}, line = iif(d.fits, signups.line, d.line),
        party_id = iif(${isPartyFull}, signups.id, party_id), confirmed_at = coalesce(confirmed_at, ${now}), passed_over_at = null from d
      where ${mayCome} and state = 'expired' and not exists (select 1 from signups o where o.session_id = signups.session_id
        and o.person_id = signups.person_id and o.state not in ('cancelled', 'expired'))`),
    db.run(sql`update signups set confirmed_at = ${now}, state_at = iif(state = 'waiting', ${now}, state_at)
      where ${may} and state in ('held', 'waiting') and confirmed_at is null`),
    db.run(
      sql`update signups set state = 'confirmed', state_at = ${now} where ${mayCome} and state in ('held', 'offered')`,
    ),
    db.run(sql`update signups set state = 'confirmed' where ${mayCome} and state = 'waiting' and state_at = ${now}
      and not exists (select 1 from signups o where o.session_id = signups.session_id and o.state = 'waiting'
        and o.confirmed_at is not null and o.line <= signups.line and o.id <> signups.id
        and ${stepIsOpenFor(sql`o.person_id`, itsStep)})
      and ${seatsTaken(sql`signups.session_id`, now)} < (select s.capacity from sessions s where s.id = signups.session_id)`),
    db.run(sql`update people set confirmed_at = coalesce(confirmed_at, ${now}),
        name = case when name = '' then (select g.name from signups g where g.id = ${id}) else name end
      where id = (select g.person_id from signups g where g.id = ${id} and g.confirmed_at is not null)`),
    ...offerSeats(db, sessionOf(id), by),
    mailSignups(
      db,
      "signup_confirmed",
      by,
      sql`g.id = ${id} and g.state = 'confirmed' and g.state_at = ${now}`,
    ),
    mailSignups(db, "signup_on_list", by, sql`g.id = ${id} and g.state = 'waiting' and g.state_at = ${now}`),
  ]);
  const found = toActed(acted[0]);
  return found === null ? null : { ...found, questions: asked.map(toQuestion) };
}

// Clocks differ: by another's, her hold was over, and the seat is somebody else's by now.
const isTaken = (now: string): SQL =>
  sql`(state in ('held', 'offered') and ${seatsTaken(sql`signups.session_id`, now)} >
    (select max(s.capacity, s.seats_given) from sessions s where s.id = signups.session_id))`;

// While she was away, others took her place in the party.
const isPartyFull = sql`((select count(*) from signups g where g.party_id = signups.party_id and ${countsInParty}) >= ${partyMost})`;

/** Takes a seat or a place on the list away from who had it; not once the session began, or she was checked in. */
export const takeSeats = (db: Database, which: SQL, now: string): Write =>
  db.run(sql`update signups set state = 'cancelled', state_at = ${now},
      sequence = sequence + iif(state = 'confirmed', 1, 0)
    where id in (${which}) and state not in ('cancelled', 'expired')
      and not exists (select 1 from attendances a where a.signup_id = signups.id)
      and exists (select 1 from sessions s where s.id = signups.session_id and ${isAhead(now)})`);

/** Lets somebody go who says no: tells her when we knew that it is she, and offers her seat to who is next. */
export function cancelSignups(db: Database, which: SQL, scope: SQL, at: OfferMoment): Write[] {
  const { now } = at;
  return [
    takeSeats(db, which, now),
    mailSignups(
      db,
      "signup_cancelled",
      at,
      sql`g.id in (${which}) and g.state = 'cancelled' and g.state_at = ${now}
      and g.confirmed_at is not null`,
    ),
    ...offerSeats(db, scope, at),
  ];
}

/**
 * Says no for a signup, in one batch: not coming, not wanting what is offered, or off the list. Her seat goes on at once.
 * Nothing changes once the session began, or she was checked in. Null when the claim opens nothing more.
 */
export async function declineSignup(db: Database, by: OfferMoment & { claim: Claim }): Promise<Acted | null> {
  const id = claimedSignup(by.claim);
  const [found] = await db.batch([selectActed(db, id), ...cancelSignups(db, id, sessionOf(id), by)]);
  return toActed(found[0]);
}

const sessionOf = (signup: SQL): SQL =>
  sql`s.id = (select o.session_id from signups o where o.id = ${signup})`;

const selectActed = (db: Database, id: SQL) =>
  db.all<{ personId: string; hasConsent: number }>(sql`select g.person_id as personId,
    g.consented_at is not null as hasConsent from signups g where g.id = ${id}`);

function toActed(row: { personId: string; hasConsent: number } | undefined): Acted | null {
  return row === undefined ? null : { personId: row.personId, hasConsent: row.hasConsent === 1 };
}
