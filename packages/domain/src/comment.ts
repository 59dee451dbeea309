import { escapeHtml } from "./text.ts";

export const commentStates = [
  "waiting_for_address",
  "held",
  "visible",
  "rejected",
  "spam",
  "deleted",
] as const;

export type CommentState = (typeof commentStates)[number];

/** How somebody wants to hear of a conversation. */
export type Pace = "at_once" | "daily" | "never";

/**
 * A comment as it may be seen: never the address. `html` was rendered when it was written. One that waits has no number
 * yet, and only its writer sees it.
 */
export type CommentView = {
  id: string;
  parentId: string | null;
  number: number | null;
  name: string;
  html: string;
  postedAt: string;
};

/** A comment away from its conversation, with what it is about. */
export type LatestComment = Pick<CommentView, "id" | "name" | "html" | "postedAt"> & {
  article: { slug: string; title: string };
};

/** A comment in its conversation: whom it answers, and its own answers in the order they came. */
export type ThreadedComment = CommentView & {
  answers: { name: string } | null;
  replies: ThreadedComment[];
};

/** Comments as a conversation. One whose parent is not among them stands on its own. */
export function threadOf(comments: readonly CommentView[]): ThreadedComment[] {
  const byId = new Map<string, ThreadedComment>();
  for (const comment of comments) byId.set(comment.id, { ...comment, answers: null, replies: [] });
  const roots: ThreadedComment[] = [];
  for (const comment of byId.values()) {
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId);
    if (parent === undefined) {
      roots.push(comment);
    } else {
      comment.answers = { name: parent.name };
      parent.replies.push(comment);
    }
  }
  return roots;
}

/** Typed text as safe HTML: an empty line parts paragraphs, a line end stays one. Everything else is shown as typed. */
export function renderComment(body: string): string {
  return body
    .split(/\n[ \t]*\n\s*/u)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
}
