import { listComments } from "@ontsecretaressen/db/comments/find";
import { commentStates } from "@ontsecretaressen/domain/comment";
import type { ListedComment } from "@ontsecretaressen/domain/admin-answers";
import { JudgementsDraft } from "@ontsecretaressen/domain/moderation-drafts";
import { endpoint, endpointWithBody, listed, notFound, stale } from "../admin/endpoint.ts";
import { type JudgementAct, moderateComment, moderateComments } from "./moderate.ts";
import { undoActs } from "./undo.ts";

const judgementOf = (act: JudgementAct, summary: string) =>
  endpoint(
    { method: "post", path: `/comments/{id}/${act}`, role: "moderator", summary },
    async ({ world, id, admin, version }) => {
      const judged = await moderateComment(world, { id, version }, act, admin);
      if (judged.ok) return { status: 200, body: judged.value };
      return judged.refusal.code === "stale" ? stale : notFound;
    },
  );

/** What organisers do with comments. */
export const commentEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/comments",
      role: "moderator",
      summary: "Comments, newest first",
      isList: true,
      query: { state: commentStates.join(", ") },
    },
    async ({ world, page, query }) => {
      const state = commentStates.find((known) => known === query.get("state")) ?? null;
      const rows = await listComments(world.reader, { ...page, state });
      return listed(rows satisfies ListedComment[], page.limit);
    },
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/comments/judgements",
      role: "moderator",
      summary: "Judge several comments alike: all of them, or none when something breaks",
    },
    JudgementsDraft,
    async ({ world, admin, body }) => ({
      status: 201,
      body: await moderateComments(world, body.comments, body.act, admin),
    }),
  ),
  endpoint(
    {
      method: "post",
      path: "/acts/{id}/undo",
      role: "moderator",
      summary: "Take comments back to where they stood before an act, what was learned included",
    },
    async ({ world, admin, id }) => {
      const undone = await undoActs(world, id, admin);
      return undone === null ? notFound : { status: 200, body: undone };
    },
  ),
  judgementOf("approve", "Make a comment visible, and learn that it is no spam"),
  judgementOf("reject", "Keep a comment out of sight"),
  judgementOf("spam", "Keep a comment out of sight, and learn that it is spam"),
  judgementOf("hold", "Let a comment wait again, and forget what was learned from it"),
];
