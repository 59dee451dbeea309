import { findListedSession, listSessions } from "@ontsecretaressen/db/sessions/list";
import { planSession } from "@ontsecretaressen/db/sessions/write";
import { SessionDraft } from "@ontsecretaressen/domain/session-drafts";
import { actOf, endpoint, endpointWithBody, foundOr404, listed } from "../admin/endpoint.ts";
import { refuseTimes, sessionRow } from "./session-row.ts";

// A century: further back is as good as all.
const PAST_MOST = 36_525;

/** What dates there are, and one more. */
export const sessionEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/sessions",
      role: "coordinator",
      summary: "Sessions with their seats, soonest first",
      isList: true,
      query: { past: "how many days ago the last meeting may have ended; without it as long as you like" },
    },
    async ({ world, page, query }) => {
      const now = world.now();
      const days = Number.parseInt(query.get("past") ?? "", 10);
      const since = now.getTime() - days * 86_400_000;
      const endedAfter = days >= 0 && days <= PAST_MOST ? new Date(since).toISOString() : null;
      const rows = await listSessions(world.reader, now.toISOString(), { ...page, endedAfter });
      return listed(rows, page.limit);
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/sessions/{id}",
      role: "coordinator",
      summary: "One session by its id or its address, with its version",
    },
    async ({ world, id }) => foundOr404(await findListedSession(world.reader, id, world.now().toISOString())),
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/sessions",
      role: "coordinator",
      summary: "Plan a session of a step, and tell who wished for one",
      again: async ({ world }, id) =>
        foundOr404(await findListedSession(world.reader, id, world.now().toISOString()), 201),
    },
    SessionDraft,
    async (call) => {
      const { world, body } = call;
      const row = sessionRow(world, body);
      if (!row.ok) return refuseTimes(row.refusal.code);
      const kept = await planSession(world.db, row.value, { ...actOf(call), emailId: world.newId("eml") });
      if (kept === null) {
        return {
          status: 409,
          code: "session_not_kept",
          message: "The step is unknown, or the address is taken.",
        };
      }
      world.nudgeMailer();
      return { status: 201, body: kept, version: kept.version };
    },
  ),
];
