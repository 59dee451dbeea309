import { findListedSession, listSessions } from "@ontsecretaressen/db/sessions/list";
import { planSession } from "@ontsecretaressen/db/sessions/write";
import { SessionDraft } from "@ontsecretaressen/domain/session-drafts";
import { endpoint, endpointWithBody, notFound } from "../admin/endpoint.ts";
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
    },
    SessionDraft,
    async ({ world, admin, body, idempotencyKey }) => {
      const row = sessionRow(world, body);
      if (!row.ok) return refuseTimes(row.refusal.code);
      const key = `${admin.id} ${idempotencyKey ?? world.newId("wri")}`;
      const by = {
        at: world.now().toISOString(),
        auditId: world.newId("aud"),
        emailId: world.newId("eml"),
        admin,
      };
      const kept = await planSession(world.db, { ...row.value, idempotencyKey: key }, by);
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
