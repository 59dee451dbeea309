import { confirmSignup as confirmInDatabase } from "@ontsecretaressen/db/signup-acts";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { MemberDraft } from "@ontsecretaressen/domain/signup-draft";
import type { World } from "../context.ts";
import { offerMoment } from "./moment.ts";

type Refusal = { code: "link_gone" } | { code: "invalid_form"; fields: FieldFaults };

/**
 * Says yes for the signup that a claim is about. A colleague whom somebody brought gives her name and consent with it. Refuses
 * a claim that is past or not ours, and who did not give those.
 */
export async function confirmSignup(
  world: World,
  claim: string,
  fields: Record<string, unknown>,
): Promise<Result<{ personId: string }, Refusal>> {
  const now = world.now();
  const read = await readClaim(world.mark, { purpose: "seat", claim, now });
  if (read === null) return refused({ code: "link_gone" });
  const details = MemberDraft.safeParse(fields);
  const confirmed = await confirmInDatabase(world.db, {
    claim: read,
    details: details.success ? details.data : null,
    ...offerMoment(world),
  });
  if (confirmed === null) return refused({ code: "link_gone" });
  if (!confirmed.hasConsent)
    return refused({ code: "invalid_form", fields: details.success ? {} : faultsOf(details.error) });
  world.nudgeMailer();
  return done({ personId: confirmed.personId });
}
