import { findEvidence } from "@ontsecretaressen/db/comments/evidence";
import { auditJudgement, type Settlement, settleComment } from "@ontsecretaressen/db/comments/settle";
import type { Condition } from "@ontsecretaressen/db/conditions";
import { learnFrom } from "@ontsecretaressen/db/comments/learned-words";
import type { Write } from "@ontsecretaressen/db/client/open";
import type { GroundsDraft } from "@ontsecretaressen/domain/moderation-drafts";
import { decideUnasked } from "@ontsecretaressen/db/reports/decide";
import { wordsToLearn } from "@ontsecretaressen/domain/bayes";
import { commentStates } from "@ontsecretaressen/domain/comment";
import type { Admin } from "@ontsecretaressen/domain/admin";
import type { World } from "../context.ts";
import { renderShown } from "./render-shown.ts";

export type Taking = {
  to: Settlement["to"];
  /** What its words are learned as; null forgets what was learned from it. */
  learns: "spam" | "clear" | null;
  act: string;
  admin: Admin;
  /** What is done in one go has one bundle, by which it can be undone. */
  bundle: string;
  only: Condition;
  /** Why it is taken off the site: its writer is told. */
  grounds?: GroundsDraft | undefined;
};

/**
 * The statements that take a comment to a state because an organiser said so: the row in the audit, what is learned, and
 * its emails. They do nothing to one that its writer took away.
 */
export async function takeTo(
  world: World,
  { id, name, body }: { id: string; name: string; body: string },
  { to, learns, act, admin, bundle, only, grounds }: Taking,
): Promise<Write[]> {
  const now = world.now().toISOString();
  const auditId = world.newId("aud");
  const change = { id, to, only, from: commentStates.filter((state) => state !== "deleted") };
  return [
    auditJudgement(world.db, { id: auditId, at: now, admin, act, bundle }, change),
    ...learnFrom(world.db, { id, words: wordsToLearn(body, name), as: learns, only }),
    ...settleComment(world.db, {
      ...change,
      now,
      shown: to === "visible" ? renderShown(body, await conversationOf(world, id)) : null,
      judged: null,
      tellsWriter: true,
      moderators: null,
      emailId: world.newId("eml"),
      writerEmailId: world.newId("eml"),
    }),
    ...(grounds === undefined
      ? []
      : decideUnasked(world.db, {
          by: auditId,
          report: world.newId("rep"),
          comment: id,
          rule: grounds.rule,
          statement: grounds.reason,
          admin,
          now,
          writerEmailId: world.newId("eml"),
          reporterEmailId: world.newId("eml"),
        })),
  ];
}

/** What was said in a conversation before one of its comments. */
export async function conversationOf(world: World, id: string) {
  const { conversation } = await findEvidence(world.reader, {
    about: { id },
    fingerprint: "",
    network: null,
    words: [],
    textSince: "",
    networkSince: "",
  });
  return conversation;
}
