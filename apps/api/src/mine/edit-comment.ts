import { sha256 } from "@ontsecretaressen/db/hash";
import { editComment, findOwnComment } from "@ontsecretaressen/db/comments/own";
import { wordsToLearn } from "@ontsecretaressen/domain/bayes";
import { EditDraft } from "@ontsecretaressen/domain/comment-draft";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { textFingerprint } from "@ontsecretaressen/domain/judgement";
import { canEdit, type OwnComment } from "@ontsecretaressen/domain/own-comment";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { judge } from "../comments/judge.ts";
import { ratesOfComment, secondsUntil } from "../comments/rates.ts";
import { moderatorsOf } from "../comments/settle.ts";
import type { World } from "../context.ts";
import { forgetChanged } from "../edge/forget.ts";

export type EditRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number }
  | { code: "too_late" }
  | { code: "unknown_comment" };

/**
 * Changes the text of a person's own comment: the rules judge the new text as they would a new comment. Refuses another's
 * comment, one that is answered or stands too long, and a change of a text that is no longer there.
 */
export async function editOwnComment(
  world: World,
  personId: string,
  id: string,
  fields: Record<string, unknown>,
): Promise<Result<OwnComment, EditRefusal>> {
  const comment = await findOwnComment(world.reader, personId, id);
  if (comment === null) return refused({ code: "unknown_comment" });
  const parsed = EditDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const now = world.now().toISOString();
  if (!canEdit(comment, now)) return refused({ code: "too_late" });
  const { body, version } = parsed.data;
  const fingerprint = await sha256(textFingerprint(body));
  const about = { about: { id }, name: comment.name, body, fingerprint, network: null };
  const { to, shown, judgement, person } = await judge(world, { ...about, trap: "", secondsOnForm: null });
  const { rates } = await ratesOfComment(world, { emailKey: person?.emailKey ?? personId, isProved: true });
  const kept = await editComment(world.db, {
    id,
    personId,
    version,
    body,
    fingerprint,
    to,
    rates,
    now,
    html: shown.html,
    score: judgement.score,
    reasons: judgement.reasons,
    learnedWords: wordsToLearn(comment.body, comment.name),
    moderators: await moderatorsOf(world),
  });
  if (!kept.isDone && kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  if (!kept.isDone) return refused({ code: "too_late" });
  world.nudgeMailer();
  if (comment.state === "visible") await forgetChanged(world);
  return done({ ...comment, body, version: version + 1 });
}
