import { insertAnswer } from "@ontsecretaressen/db/comments/answer";
import { findCommentByLink, type LinkedComment, useCommentLinks } from "@ontsecretaressen/db/comments/links";
import { settleComment } from "@ontsecretaressen/db/comments/settle";
import { type Condition, linkIsUnused } from "@ontsecretaressen/db/conditions";
import { sha256 } from "@ontsecretaressen/db/hash";
import { AnswerDraft } from "@ontsecretaressen/domain/comment-draft";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type ModerationPurpose, moderationPurposes } from "@ontsecretaressen/domain/link";
import { GroundsDraft } from "@ontsecretaressen/domain/moderation-drafts";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { forgetChanged } from "../edge/forget.ts";
import { type JudgementAct, moderateComment } from "./moderate.ts";
import { renderShown } from "./render-shown.ts";
import { conversationOf } from "./take-to.ts";

const acts: Record<ModerationPurpose, JudgementAct> = {
  approve_comment: "approve",
  answer_comment: "approve",
  reject_comment: "reject",
  spam_comment: "spam",
};

export type ModerationLink = LinkedComment & { purpose: ModerationPurpose };

/** The comment that a moderator's link is about; null when the link is unknown, past, or another's. */
export async function findModerationLink(world: World, token: string): Promise<ModerationLink | null> {
  const found = await findCommentByLink(world.reader, await sha256(token), world.now().toISOString());
  const purpose = moderationPurposes.find((known) => known === found?.purpose);
  return found === null || found.isPast || purpose === undefined ? null : { ...found, purpose };
}

/**
 * Does the one act that a link from a moderator's email is for. Once: afterwards none of the links in that email act any
 * more. Refuses a link that is used or past, an answer that can't be kept, and to reject without saying why what stood on
 * the site.
 */
export async function moderateByLink(
  world: World,
  token: string,
  fields: Record<string, unknown>,
): Promise<
  Result<
    { article: string; id: string },
    { code: "link_gone" } | { code: "invalid_form"; fields: FieldFaults }
  >
> {
  const link = await findModerationLink(world, token);
  if (link === null || link.isUsed) return refused({ code: "link_gone" });
  const tokenHash = await sha256(token);
  const after = [useCommentLinks(world.db, tokenHash, world.now().toISOString())];
  if (link.purpose === "answer_comment") {
    const parsed = AnswerDraft.safeParse(fields);
    if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
    after.unshift(...(await answer(world, link, parsed.data, linkIsUnused(tokenHash))));
  }
  let grounds: GroundsDraft | undefined;
  if (link.purpose === "reject_comment" && link.number !== null) {
    const parsed = GroundsDraft.safeParse({ rule: fields["rule"], reason: fields["statement"] });
    if (!parsed.success) {
      const { reason, ...rule } = faultsOf(parsed.error);
      const faults = reason === undefined ? rule : { ...rule, statement: reason };
      return refused({ code: "invalid_form", fields: faults });
    }
    grounds = parsed.data;
  }
  const admin = { id: "link", name: "Een organisator, via de mail", roles: [], endsAt: null };
  const asked = { id: link.id, version: null };
  const only = linkIsUnused(tokenHash);
  const judged = await moderateComment(world, asked, acts[link.purpose], admin, { only, after, grounds });
  if (!judged.ok) return refused({ code: "link_gone" });
  await forgetChanged(world);
  return done({ article: judged.value.article, id: judged.value.id });
}

async function answer(world: World, link: ModerationLink, draft: AnswerDraft, only: Condition) {
  const id = world.newId("cmt");
  const now = world.now().toISOString();
  const { slug, earlier } = await conversationOf(world, link.id);
  // What it answers may get its number only now, so it is led to by its own address.
  const answered = { id: link.id, name: link.name, number: link.number ?? Number.MAX_SAFE_INTEGER };
  const shown = renderShown(draft.body, { slug, earlier: [...earlier, answered] });
  const submission = await sha256(JSON.stringify(["answer", link.id, draft.name, draft.body]));
  return [
    insertAnswer(world.db, { ...draft, id, parent: link.id, html: shown.html, submission, now, only }),
    ...settleComment(world.db, {
      id,
      from: ["waiting_for_address"],
      only,
      to: "visible",
      now,
      shown,
      judged: null,
      emailId: world.newId("eml"),
      writerEmailId: world.newId("eml"),
      tellsWriter: false,
      moderators: null,
    }),
  ];
}
