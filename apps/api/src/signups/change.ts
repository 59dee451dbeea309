import { changeSignup as changeInDatabase } from "@ontsecretaressen/db/signups/change";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { answerFaults, textFaults, typedAnswers } from "@ontsecretaressen/domain/question";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { DetailsDraft } from "@ontsecretaressen/domain/signup-draft";
import type { World } from "../context.ts";

type Refusal = { code: "link_gone" } | { code: "invalid_form"; fields: FieldFaults };

/**
 * Changes what she told with the signup that a claim is about: where she works, her note and her answers. Refuses a claim that
 * is past or not ours, and what does not fit the questions; then nothing is kept of it.
 */
export async function changeSignup(
  world: World,
  claim: string,
  fields: Record<string, unknown>,
): Promise<Result<null, Refusal>> {
  const now = world.now();
  const read = await readClaim(world.mark, { purpose: "seat", claim, now });
  if (read === null) return refused({ code: "link_gone" });
  const parsed = DetailsDraft.safeParse(fields);
  const answers = typedAnswers(fields);
  const typedFaults = { ...(parsed.success ? {} : faultsOf(parsed.error)), ...textFaults(answers) };
  if (!parsed.success || Object.keys(typedFaults).length > 0)
    return refused({ code: "invalid_form", fields: typedFaults });
  const change = { ...parsed.data, claim: read, answers, now: now.toISOString() };
  const questions = await changeInDatabase(world.db, change);
  if (questions === null) return refused({ code: "link_gone" });
  const faults = answerFaults(questions, answers);
  return Object.keys(faults).length > 0 ? refused({ code: "invalid_form", fields: faults }) : done(null);
}
