import { sayAbsence as sayAbsenceInDatabase } from "@ontsecretaressen/db/sessions/absences";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";

/**
 * Says that who holds a claim won't be at one later meeting of her series, or will after all: her seat stays hers. Refuses a
 * claim that is past or not ours.
 */
export async function sayAbsence(
  { db, mark, now }: World,
  claim: string,
  said: { meeting: number; isAbsent: boolean },
): Promise<Result<null, { code: "link_gone" }>> {
  const read = await readClaim(mark, { purpose: "seat", claim, now: now() });
  const isSaid =
    read !== null && (await sayAbsenceInDatabase(db, { claim: read, ...said, now: now().toISOString() }));
  return isSaid ? done(null) : refused({ code: "link_gone" });
}
