import type { Claim } from "@ontsecretaressen/domain/claim";
import type { Colleague } from "@ontsecretaressen/domain/signup";
import { type SQL, sql } from "drizzle-orm";
import { claimedSignup } from "./claims.ts";
import type { Database } from "./open.ts";
import type { OfferMoment } from "./seat-offers.ts";
import { isLapsed } from "./seats.ts";
import { cancelSignups } from "./signup-acts.ts";

// A party whose first was signed up already is known by a colleague, who filled in no form: only who did, agreed with it.
const whomSheBrought = (claim: Claim): SQL => sql`(select c.id from signups f
  join signups c on c.party_id = f.id and c.id <> f.id
  where f.id = ${claimedSignup(claim)} and f.consented_at = f.signed_up_at and f.confirmed_at is not null)`;

/** Whom she brought who filled in the form, once her own address is proved; none who left, or let her time pass. */
export const selectColleagues = (db: Database, claim: Claim, now: string) =>
  db.all<Omit<Colleague, "isConfirmed"> & { isConfirmed: number }>(sql`select id, email,
      confirmed_at is not null as isConfirmed from signups
    where id in ${whomSheBrought(claim)} and email <> '' and state not in ('cancelled', 'expired') and not ${isLapsed(now)}
    order by id`);

/**
 * Takes a colleague's signup back for who brought her, in one batch: the seat that was kept goes on at once. Nothing changes
 * when the colleague confirmed, who is then the only one to call off, nor once the session began. Doing it again changes
 * nothing. False when the claim opens nothing more, or she brought no such colleague.
 */
export async function releaseColleague(
  db: Database,
  { claim, colleague, ...at }: OfferMoment & { claim: Claim; colleague: string },
): Promise<boolean> {
  const hers = sql`select h.id from signups h where h.id = ${colleague} and h.id in ${whomSheBrought(claim)}`;
  const [found] = await db.batch([
    db.all(hers),
    ...cancelSignups(
      db,
      sql`${hers} and h.confirmed_at is null`,
      sql`s.id = (select o.session_id from signups o where o.id in (${hers}))`,
      at,
    ),
  ]);
  return found.length > 0;
}
