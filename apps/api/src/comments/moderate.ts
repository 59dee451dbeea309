import type { ListedComment } from "@ontsecretaressen/domain/admin-answers";
import { approveComment, type Judgement, listComments, rejectComment } from "@ontsecretaressen/db/comments";
import { type AdminAnswer, type AdminCall, endpoint, listed, notFound } from "../admin/endpoint.ts";

const STATES = ["held", "visible", "rejected"] as const;

/** What organisers do with comments. */
export const commentEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/comments",
      role: "moderator",
      summary: "Comments, newest first",
      isList: true,
      query: { state: "held, visible or rejected" },
    },
    async ({ world, page, query }) => {
      const state = STATES.find((known) => known === query.get("state")) ?? null;
      return listed((await listComments(world.db, { ...page, state })) satisfies ListedComment[], page.limit);
    },
  ),
  endpoint(
    { method: "post", path: "/comments/{id}/approve", role: "moderator", summary: "Make a comment visible" },
    async (call) => judged(await approveComment(call.world.db, judgement(call)), call),
  ),
  endpoint(
    {
      method: "post",
      path: "/comments/{id}/reject",
      role: "moderator",
      summary: "Keep a comment out of sight",
    },
    async (call) => judged(await rejectComment(call.world.db, judgement(call)), call),
  ),
];

function judgement({ world, admin, id }: AdminCall<unknown>): Judgement {
  return {
    id,
    now: world.now().toISOString(),
    auditId: world.newId("aud"),
    emailId: world.newId("eml"),
    adminId: admin.id,
    adminName: admin.name,
  };
}

function judged(
  comment: Awaited<ReturnType<typeof approveComment>>,
  { world }: AdminCall<unknown>,
): AdminAnswer {
  if (comment === null) return notFound;
  world.nudgeMailer();
  return { status: 200, body: comment };
}
