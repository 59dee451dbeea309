import { releaseColleague as releaseInDatabase } from "@ontsecretaressen/db/signups/colleagues";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { offerMoment } from "./moment.ts";

/**
 * Takes back the signup of a colleague who did not confirm, for who brought her. Refuses a claim that is past or not ours, and
 * a colleague whom she did not bring.
 */
export async function releaseColleague(
  world: World,
  claim: string,
  colleague: string,
): Promise<Result<null, { code: "link_gone" }>> {
  const read = await readClaim(world.mark, { purpose: "seat", claim, now: world.now() });
  const isHers =
    read !== null && (await releaseInDatabase(world.db, { ...offerMoment(world), claim: read, colleague }));
  if (!isHers) return refused({ code: "link_gone" });
  world.nudgeMailer();
  return done(null);
}
