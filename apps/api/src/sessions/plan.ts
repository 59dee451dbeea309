import { findListedSession, listSessions } from "@ontsecretaressen/db/sessions/list";
import { planSession } from "@ontsecretaressen/db/sessions/write";
import { SessionDraft } from "@ontsecretaressen/domain/session-drafts";
import { actOf, endpoint, endpointWithBody, notFound } from "../admin/endpoint.ts";
import { refuseTimes, sessionRow } from "./session-row.ts";

/** What dates there are, and one more. */
export const sessionEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/sessions",
      role: "coordinator",
      summary: "Every session with its seats, soonest first",
    },
    async ({ world }) => ({
      status: 200,
      body: { items: await listSessions(world.reader, world.now().toISOString()), next: null },
    }),
  ),
  endpoint(
    {
      method: "get",
      path: "/sessions/{id}",
      role: "coordinator",
      summary: "One session by its id or its address, with its version",
    },
    async ({ world, id }) => {
      const found = await findListedSession(world.reader, id, world.now().toISOString());
      return found === null ? notFound : { status: 200, body: found, version: found.version };
    },
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/sessions",
      role: "coordinator",
      summary: "Plan a session of a step, and tell who wished for one",
      again: async ({ world }, id) => {
        const made = await findListedSession(world.reader, id, world.now().toISOString());
        return made === null ? notFound : { status: 201, body: made, version: made.version };
      },
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
