import { findEvidence } from "@ontsecretaressen/db/comments/evidence";
import { heldSettingOf } from "@ontsecretaressen/db/settings";
import { wordsToLearn } from "@ontsecretaressen/domain/bayes";
import { whatBecomesOf } from "@ontsecretaressen/domain/comment-limits";
import { type CommentEvidence, judgeComment, type Judgement } from "@ontsecretaressen/domain/judgement";
import { renderShown, type Shown } from "./render-shown.ts";
import type { World } from "../context.ts";

const TEXT_DAYS = 14;
const NETWORK_SECONDS = 3600;

/** A comment to be judged: one that is kept already, or one that a known browser just sent. */
export type Judged = Pick<CommentEvidence, "name" | "body" | "trap" | "secondsOnForm"> & {
  about: { id: string } | { article: string; personId: string };
  fingerprint: string;
  network: string | null;
};

export type Decision = {
  to: "held" | "visible" | "spam";
  judgement: Judgement;
  shown: Shown;
  person: Awaited<ReturnType<typeof findEvidence>>["person"];
};

/** What becomes of a comment whose address is proved, by what is known around it. One round trip. */
export async function judge(world: World, comment: Judged): Promise<Decision> {
  const now = world.now().getTime();
  const found = await findEvidence(world.reader, {
    ...comment,
    words: wordsToLearn(comment.body, comment.name),
    textSince: new Date(now - TEXT_DAYS * 86_400_000).toISOString(),
    networkSince: new Date(now - NETWORK_SECONDS * 1000).toISOString(),
  });
  const isTrusted = found.person?.isTrusted === true;
  const judgement = judgeComment({ ...comment, ...found, isTrusted }, found.learned);
  const to = whatBecomesOf({ setting: heldSettingOf(found.setting), isTrusted, verdict: judgement.verdict });
  return { to, judgement, shown: renderShown(comment.body, found.conversation), person: found.person };
}
