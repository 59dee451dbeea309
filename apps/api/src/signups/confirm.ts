import { confirmSignup as confirmInDatabase } from "@ontsecretaressen/db/signups/act";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { answerFaults, textFaults, typedAnswers } from "@ontsecretaressen/domain/question";
import { MemberDraft } from "@ontsecretaressen/domain/signup-draft";
import type { World } from "../context.ts";
import { offerMoment } from "./moment.ts";

type Refusal = { code: "link_gone" } | { code: "invalid_form"; fields: FieldFaults };

/**
 * Says yes for the signup that a claim is about. A colleague whom somebody brought gives her name and consent with it, and
 * answers what the session asks. Refuses a claim that is past or not ours, and who did not give those.
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
  const answers = typedAnswers(fields);
  const unfit = textFaults(answers);
  const isWhole = details.success && Object.keys(unfit).length === 0;
  const confirmed = await confirmInDatabase(world.db, {
    claim: read,
    details: isWhole ? { ...details.data, answers } : null,
    ...offerMoment(world),
  });
  if (confirmed === null) return refused({ code: "link_gone" });
  if (!confirmed.hasConsent) {
    const typed = details.success ? {} : faultsOf(details.error);
    const missing = answerFaults(confirmed.questions, answers);
    return refused({ code: "invalid_form", fields: { ...typed, ...missing, ...unfit } });
  }
  world.nudgeMailer();
  return done({ personId: confirmed.personId });
}
