import { insertComment } from "@ontsecretaressen/db/comments";
import { sha256 } from "@ontsecretaressen/db/hash";
import { renderComment } from "@ontsecretaressen/domain/comment";
import { CommentDraft } from "@ontsecretaressen/domain/comment-draft";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";

export type PostedComment = {
  id: string;
  article: string;
  parent: string | null;
  name: string;
  state: "held";
};

export type CommentRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "unknown_article" }
  | { code: "unknown_parent" }
  | { code: "thread_closed" };

/**
 * Keeps a comment, held until an organiser approves it, and tells the organisers. Takes the fields as they came;
 * the very same submission again gives the same answer and keeps nothing more.
 */
export async function postComment(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<PostedComment, CommentRefusal>> {
  const parsed = CommentDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const draft = parsed.data;
  const parent = draft.parent === "" ? null : draft.parent;
  const kept = await insertComment(world.db, {
    id: world.newId("cmt"),
    emailId: world.newId("eml"),
    article: draft.article,
    parent,
    name: draft.name,
    email: draft.email,
    body: draft.body,
    html: renderComment(draft.body),
    wantsNotice: draft.notify,
    // A page out of a cache gives its key to every reader, so the key alone can't tell two comments apart.
    submission: await sha256(
      JSON.stringify([draft.key, draft.article, parent, draft.name, draft.email, draft.body]),
    ),
    moderatorEmail: world.organisersEmail,
    now: world.now().toISOString(),
  });
  if (kept.article === null) return refused({ code: "unknown_article" });
  if (kept.comment === null) {
    return refused({ code: kept.article.isOpen ? "unknown_parent" : "thread_closed" });
  }
  world.nudgeMailer();
  return done({ id: kept.comment.id, article: draft.article, parent, name: draft.name, state: "held" });
}
