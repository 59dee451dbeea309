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
  /** Its writer took it away; it is there only for what answers it, and says nothing. */
  isDeleted: boolean;
  /** Whether it is of who looks at it. */
  isOwn: boolean;
};

/** A part of a conversation: the comments of some of its threads. `count` and `threads` are of all of it. */
export type Conversation = {
  comments: CommentView[];
  count: number;
  threads: number;
  page: number;
  order: "oldest" | "newest";
};

/** Which part: a page by its number, or the one around a comment. */
export type ConversationAsked = { order: Conversation["order"]; page: number } | { around: string };

/** How many threads stand on a page: comments on the text itself, each with all that answers it. */
export const threadsPerPage = 50;

/** How many pages a conversation has; an empty one has its first. */
export const conversationPages = ({ threads }: Pick<Conversation, "threads">): number =>
  Math.max(1, Math.ceil(threads / threadsPerPage));

/** Whether there is such a page at all. */
export const isConversationPage = (conversation: Conversation): boolean =>
  conversation.page <= conversationPages(conversation);

/** Where a comment is found: under its text, or by way of its own address when it may stand on a later page. */
export function commentPath(slug: string, { id, number }: Pick<CommentView, "id" | "number">): string {
  // A comment's thread begins at or before it, so the first fifty stand on the first page.
  return number === null || number <= threadsPerPage ? `/${slug}/#${id}` : `/${slug}/reacties/${id}/`;
}

/** A comment away from its conversation, with what it is about. */
export type LatestComment = Pick<CommentView, "id" | "number" | "name" | "html" | "postedAt"> & {
  article: { slug: string; title: string };
};

/** A comment in its conversation: whom it answers, and its own answers in the order they came. */
export type ThreadedComment = CommentView & {
  answers: { name: string } | null;
  replies: ThreadedComment[];
};

/** Comments as a conversation. One whose parent is not among them stands on its own; deleted ones stay only above others. */
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
  return roots.filter(hasWords);
}

/** Whether there is anything to read in it or below it; what has nothing is left out. */
function hasWords(comment: ThreadedComment): boolean {
  comment.replies = comment.replies.filter(hasWords);
  return !comment.isDeleted || comment.replies.length > 0;
}
