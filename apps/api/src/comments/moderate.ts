import { findComment } from "@ontsecretaressen/db/comments";
import { findEvidence } from "@ontsecretaressen/db/comment-evidence";
import { auditJudgement, settleComment } from "@ontsecretaressen/db/comment-settlements";
import { learnFrom } from "@ontsecretaressen/db/learned-words";
import type { Write } from "@ontsecretaressen/db/open";
import { wordsToLearn } from "@ontsecretaressen/domain/bayes";
import { commentStates } from "@ontsecretaressen/domain/comment";
import type { Admin } from "@ontsecretaressen/domain/admin";
import type { World } from "../context.ts";
import { renderShown } from "./render-shown.ts";

/** What an organiser decides: to show a comment, to keep it out of sight, to call it spam, or to let it wait again. */
const judgements = {
  approve: { to: "visible", learns: "clear" },
  reject: { to: "rejected", learns: null },
  spam: { to: "spam", learns: "spam" },
  hold: { to: "held", learns: null },
} as const;

export type JudgementAct = keyof typeof judgements;

export type JudgedComment = { id: string; state: string; number: number | null; article: string };

/**
 * Does what an organiser decided with a comment, learns from it, and writes down who did it, in one batch with its
 * emails. Doing it again changes nothing. Null when there is no such comment, or its writer took it away.
 */
export async function moderateComment(
  world: World,
  id: string,
  act: JudgementAct,
  admin: Admin,
  after: Write[] = [],
): Promise<JudgedComment | null> {
  const comment = await findComment(world.reader, id);
  if (comment === null || comment.state === "deleted") return null;
  const { to, learns } = judgements[act];
  const now = world.now().toISOString();
  const shown = to === "visible" ? renderShown(comment.body, await earlierOf(world, id)) : null;
  const settled = settleComment(world.db, {
    id,
    to,
    now,
    shown,
    judged: null,
    tellsWriter: true,
    moderators: null,
    from: commentStates.filter((state) => state !== "deleted"),
    emailId: world.newId("eml"),
    writerEmailId: world.newId("eml"),
  });
  const entry = { id: world.newId("aud"), at: now, admin, act: `comment.${act}` };
  await world.db.batch([
    auditJudgement(world.db, entry, { id, to }),
    ...learnFrom(world.db, { id, words: wordsToLearn(comment.body, comment.name), as: learns }),
    ...settled,
    ...after,
  ]);
  const kept = await findComment(world.reader, id);
  if (kept === null) return null;
  world.nudgeMailer();
  return { id, state: kept.state, number: kept.number, article: kept.article };
}

async function earlierOf(world: World, id: string) {
  const { earlier } = await findEvidence(world.reader, {
    about: { id },
    fingerprint: "",
    network: null,
    words: [],
    textSince: "",
    networkSince: "",
  });
  return earlier;
}
