import { listComments } from "@ontsecretaressen/db/comments";
import { commentStates } from "@ontsecretaressen/domain/comment";
import type { ListedComment } from "@ontsecretaressen/domain/admin-answers";
import { endpoint, listed, notFound } from "../admin/endpoint.ts";
import { type JudgementAct, moderateComment } from "./moderate.ts";

const judgementOf = (act: JudgementAct, summary: string) =>
  endpoint(
    { method: "post", path: `/comments/{id}/${act}`, role: "moderator", summary },
    async ({ world, id, admin }) => {
      const comment = await moderateComment(world, id, act, admin);
      return comment === null ? notFound : { status: 200, body: comment };
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
  judgementOf("approve", "Make a comment visible, and learn that it is no spam"),
  judgementOf("reject", "Keep a comment out of sight"),
  judgementOf("spam", "Keep a comment out of sight, and learn that it is spam"),
  judgementOf("hold", "Let a comment wait again, and forget what was learned from it"),
];
