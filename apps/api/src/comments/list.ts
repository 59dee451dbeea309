import { listComments } from "@ontsecretaressen/db/comments/find";
import { commentStates } from "@ontsecretaressen/domain/comment";
import type { ListedComment } from "@ontsecretaressen/domain/admin-answers";
import { GroundsDraft, JudgementsDraft } from "@ontsecretaressen/domain/moderation-drafts";
import {
  type AdminAnswer,
  type AdminCall,
  type AdminRefusal,
  endpoint,
  endpointWithBody,
  listed,
  notFound,
  stale,
} from "../admin/endpoint.ts";
import { type JudgementAct, moderateComment, moderateComments } from "./moderate.ts";
import { undoActs } from "./undo.ts";

const groundsMissing: AdminRefusal = {
  status: 422,
  code: "grounds_missing",
  message: "This stood on the site: say by which rule it is taken off, and why. Its writer is told.",
};

const refusals = { not_found: notFound, stale, grounds_missing: groundsMissing };

const judgementOf = (act: JudgementAct, summary: string) =>
  endpoint({ method: "post", path: `/comments/{id}/${act}`, role: "moderator", summary }, (call) =>
    judge(call, act),
  );

async function judge(
  { world, id, admin, version }: AdminCall<unknown>,
  act: JudgementAct,
  grounds?: GroundsDraft,
): Promise<AdminAnswer> {
  const judged = await moderateComment(world, { id, version }, act, admin, { grounds });
  return judged.ok ? { status: 200, body: judged.value } : refusals[judged.refusal.code];
}

/** What organisers do with comments. */
export const commentEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/comments",
      role: "moderator",
      summary: "Comments, newest first",
      isList: true,
      query: { state: commentStates.join(", "), ids: "Only these, with a comma between them" },
    },
    async ({ world, page, query }) => {
      const state = commentStates.find((known) => known === query.get("state")) ?? null;
      const ids = query.get("ids")?.split(",") ?? null;
      const rows = await listComments(world.reader, { ...page, state, ids });
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
    async ({ world, admin, body: { comments, act, grounds } }) => {
      const judged = await moderateComments(world, comments, act, admin, { grounds });
      return judged.ok ? { status: 201, body: judged.value } : refusals[judged.refusal.code];
    },
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
  endpointWithBody(
    {
      method: "post",
      path: "/comments/{id}/reject",
      role: "moderator",
      summary: "Keep a comment out of sight; of one that stood on the site its writer is told why",
    },
    GroundsDraft.optional(),
    (call) => judge(call, "reject", call.body),
  ),
  judgementOf("spam", "Keep a comment out of sight, and learn that it is spam"),
  judgementOf("hold", "Let a comment wait again, and forget what was learned from it"),
];
