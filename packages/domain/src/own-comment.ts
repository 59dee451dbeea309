import type { CommentState } from "./comment.ts";

/** How long a comment that is on the site can still be changed by its writer, if nobody answered it. */
export const editMinutes = 15;

/** A comment as its own writer sees it. */
export type OwnComment = {
  id: string;
  article: { slug: string; title: string };
  name: string;
  body: string;
  state: CommentState;
  number: number | null;
  postedAt: string;
  judgedAt: string | null;
  isAnswered: boolean;
  /** Goes up with every change of the text. */
  version: number;
};

/** What its writer hears of where it stands: never that the rules called it spam, for then a robot would hear it too. */
export function toldState({ state }: Pick<OwnComment, "state">): "waiting" | "visible" | "rejected" {
  if (state === "visible" || state === "rejected") return state;
  return "waiting";
}

/** Whether its writer may change the text at `now`: always while it waits; on the site a short while, until an answer. */
export function canEdit(comment: OwnComment, now: string): boolean {
  const told = toldState(comment);
  if (told !== "visible") return told === "waiting";
  return !comment.isAnswered && (comment.judgedAt ?? "") > editableSince(now);
}

/** Since when a comment must be on the site for its writer to change it still at `now`. */
export function editableSince(now: string): string {
  return new Date(Date.parse(now) - editMinutes * 60_000).toISOString();
}
