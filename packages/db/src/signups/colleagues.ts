import type { Claim } from "@ontsecretaressen/domain/claim";
import { type Colleague, partyMost } from "@ontsecretaressen/domain/signup";
import { type SQL, sql } from "drizzle-orm";
import { claimedSignup } from "../people/claims.ts";
import type { Database } from "../client/open.ts";
import { type OfferMoment, offerSeats } from "../seats/offer.ts";
import { countsInParty, isLapsed } from "../seats/count.ts";
import { mailTakenBack } from "./mail.ts";
import { takeSeats } from "./act.ts";

// Of `brought b`: she sees each for as long as somebody new would have time to answer, or who did answer comes. So it looks
// the same whether an address was signed up already.
const isShown = (now: string): SQL => sql`(b.released_at is null and case
  when exists (select 1 from signups c where c.id = b.id) then exists (select 1 from signups c where c.id = b.id
    and c.session_id = (select f.session_id from signups f where f.id = b.by_id)
    and state not in ('cancelled', 'expired') and not ${isLapsed(now)})
  else b.until > ${now} end)`;

const isOpened = (claim: Claim): SQL => sql`exists (select 1 from signups f
  where f.id = ${claimedSignup(claim)} and f.id = b.by_id and f.confirmed_at is not null)`;

/** Whom she brought, once her own address is proved; none who left, or let her time pass. */
export const selectColleagues = (db: Database, claim: Claim, now: string) =>
  db.all<Omit<Colleague, "isConfirmed"> & { isConfirmed: number }>(sql`select b.id, b.email,
      exists (select 1 from signups c where c.id = b.id and c.confirmed_at is not null) as isConfirmed
    from brought b where ${isOpened(claim)} and ${isShown(now)} order by b.id`);

/** Whether who holds a claim may bring others to session `s`: she agreed to come and has a seat there, or a place on the list. */
export const mayBring = (claim: Claim, now: string): SQL => sql`exists (select 1 from signups g
  where g.id = ${claimedSignup(claim)} and g.session_id = s.id and g.consented_at is not null
    and state not in ('cancelled', 'expired') and not ${isLapsed(now)})`;

/** Whether a party is not too large with these in it: all who came with her, whom she named, and they. `each` has them as `j`. */
export const fitInParty = (
  claim: Claim,
  each: SQL,
  now: string,
): SQL => sql`(${partyMost} >= (select count(*) from (
  select p.email_key from signups g join people p on p.id = g.person_id where ${countsInParty}
    and g.party_id = (select o.party_id from signups o where o.id = ${claimedSignup(claim)})
  union select p.email_key from brought b join people p on p.id = b.person_id
    where b.by_id = ${claimedSignup(claim)} and ${isShown(now)}
  union select j.value ->> 'emailKey' from ${each})))`;

export type BringerRow = { mayBring: number; fitInParty: number; hasBrought: number };

/** Whether she may bring these, and did in this very submission; nothing when her claim is not of session `s`. */
export const selectBringer = (
  db: Database,
  by: Claim,
  { each, session, submission, now }: { each: SQL; session: SQL; submission: string; now: string },
) =>
  db.all<BringerRow>(sql`select ${mayBring(by, now)} as mayBring, ${fitInParty(by, each, now)} as fitInParty,
      exists (select 1 from brought b where b.submission = ${submission}) as hasBrought
    from sessions s where ${session} and s.id = (select o.session_id from signups o where o.id = ${claimedSignup(by)})`);

type Naming = { by: SQL; each: SQL; only: SQL; submission: string; heldUntil: string; now: string };

/** Writes down whom somebody names for session `s`, once each, and not herself. */
export const nameColleagues = (db: Database, { by, each, only, submission, heldUntil, now }: Naming) =>
  db.run(sql`insert into brought (id, by_id, person_id, email, submission, at, until)
    select j.value ->> 'id', f.id, p.id, j.value ->> 'email', ${submission}, ${now}, min(${heldUntil}, s.starts_at)
    from sessions s join ${each} join people p on p.email_key = j.value ->> 'emailKey' join signups f on f.id = ${by}
    where ${only} and p.id <> f.person_id
      and not exists (select 1 from brought b where b.by_id = f.id and b.person_id = p.id and ${isShown(now)})
    on conflict do nothing`);

/**
 * Takes a colleague's signup back for who brought her, in one batch: the seat that was kept goes on at once, and she hears
 * of it when she had heard of the signup. Nothing changes when the colleague confirmed, who is then the only one to call
 * off, nor once the session began. Doing it again changes nothing. False when the claim opens nothing more, or she brought
 * no such colleague.
 */
export async function releaseColleague(
  db: Database,
  { claim, colleague, ...at }: OfferMoment & { claim: Claim; colleague: string },
): Promise<boolean> {
  const hers = sql`select b.id from brought b where b.id = ${colleague} and ${isOpened(claim)}`;
  const unconfirmed = sql`${hers} and not exists (select 1 from signups c where c.id = b.id and c.confirmed_at is not null)`;
  const [found] = await db.batch([
    db.all(hers),
    db.run(sql`update brought set released_at = ${at.now} where id in (${hers}) and released_at is null
      and not exists (select 1 from signups c where c.id = brought.id and c.confirmed_at is not null)
      and exists (select 1 from signups f join sessions s on s.id = f.session_id
        where f.id = brought.by_id and s.starts_at > ${at.now})`),
    takeSeats(db, unconfirmed, at.now),
    ...mailTakenBack(db, "signup_released", unconfirmed, at),
    ...offerSeats(db, sql`s.id = (select o.session_id from signups o where o.id in (${hers}))`, at),
  ]);
  return found.length > 0;
}
