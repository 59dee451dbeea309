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
  /** Of whom it answers, where a thread goes on that began on an earlier page. */
  answeredName: string | null;
};

/** A page of a conversation. `count` and `pages` are of all of it. */
export type Conversation = {
  comments: CommentView[];
  count: number;
  pages: number;
  page: number;
  order: "oldest" | "newest";
};

/** Which part: a page by its number, or the one around a comment. */
export type ConversationAsked = { order: Conversation["order"]; page: number } | { around: string };

/** How many comments a page begins with; the thread that reaches past them is whole when it has no more than these. */
export const commentsPerPage = 50;

/** A comment's own address, which finds the page that it stands on. */
export const commentPath = (slug: string, { id }: Pick<CommentView, "id">): string =>
  `/${slug}/reacties/${id}/`;

/** A comment away from its conversation, with what it is about. */
export type LatestComment = Pick<CommentView, "id" | "name" | "html" | "postedAt"> & {
  article: { slug: string; title: string };
};

/** A comment in its conversation: whom it answers, and its own answers in the order they came. */
export type ThreadedComment = CommentView & {
  answers: { name: string; isHere: boolean } | null;
  replies: ThreadedComment[];
};

/** Comments as a conversation. One whose parent is not among them stands on its own; deleted ones stay only above others. */
export function threadOf(comments: readonly CommentView[]): ThreadedComment[] {
  const byId = new Map<string, ThreadedComment>();
  for (const comment of comments) {
    const { answeredName: name } = comment;
    byId.set(comment.id, {
      ...comment,
      answers: name === null ? null : { name, isHere: false },
      replies: [],
    });
  }
  const roots: ThreadedComment[] = [];
  for (const comment of byId.values()) {
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId);
    if (parent === undefined) {
      roots.push(comment);
    } else {
      comment.answers = { name: parent.name, isHere: true };
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
