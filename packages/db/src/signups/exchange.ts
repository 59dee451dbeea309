import type { Claim } from "@ontsecretaressen/domain/claim";
import { sql } from "drizzle-orm";
import { claimedSignup } from "../people/claims.ts";
import type { Database } from "../client/open.ts";
import type { OfferMoment } from "../seats/offer.ts";
import { cancelSignups } from "./act.ts";
import { wishInstead } from "../steps/wishes.ts";

/**
 * Exchanges a signup for a step that is not open to her for a wish to hear when it is, in one batch: her seat goes on at once.
 * Holding the claim proves her address. Doing it again changes nothing. Null when the claim opens nothing more.
 */
export async function exchangeForWish(
  db: Database,
  { claim, wishId, ...at }: OfferMoment & { claim: Claim; wishId: string },
): Promise<{ personId: string } | null> {
  const id = claimedSignup(claim);
  const [found] = await db.batch([
    db.all<{ personId: string }>(sql`select g.person_id as personId from signups g where g.id = ${id}`),
    ...wishInstead(db, id, { id: wishId, now: at.now }),
    db.run(sql`update people set confirmed_at = coalesce(confirmed_at, ${at.now})
      where id = (select g.person_id from signups g where g.id = ${id})`),
    ...cancelSignups(db, id, sql`s.id = (select o.session_id from signups o where o.id = ${id})`, at),
  ]);
  return found[0] ?? null;
}
