import { exchangeForWish } from "@ontsecretaressen/db/signups/exchange";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { offerMoment } from "./moment.ts";

/** Gives a seat back for a mail when its step opens. Refuses a claim that is past or not ours. */
export async function wishInsteadOfSeat(
  world: World,
  claim: string,
): Promise<Result<{ personId: string }, { code: "link_gone" }>> {
  const read = await readClaim(world.mark, { purpose: "seat", claim, now: world.now() });
  const given =
    read === null
      ? null
      : await exchangeForWish(world.db, { ...offerMoment(world), claim: read, wishId: world.newId("wsh") });
  if (given === null) return refused({ code: "link_gone" });
  world.nudgeMailer();
  return done({ personId: given.personId });
}
