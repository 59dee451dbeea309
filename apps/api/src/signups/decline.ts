import { declineSignup as declineInDatabase } from "@ontsecretaressen/db/signups/act";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { offerMoment } from "./moment.ts";

/** Says no for the signup that a claim is about; its seat goes on at once. Refuses a claim that is past or not ours. */
export async function declineSignup(
  world: World,
  claim: string,
): Promise<Result<{ personId: string }, { code: "link_gone" }>> {
  const read = await readClaim(world.mark, { purpose: "seat", claim, now: world.now() });
  const declined =
    read === null ? null : await declineInDatabase(world.db, { ...offerMoment(world), claim: read });
  if (declined === null) return refused({ code: "link_gone" });
  world.nudgeMailer();
  return done({ personId: declined.personId });
}
