import { planSession } from "@ontsecretaressen/db/session-writes";
import { listSessions } from "@ontsecretaressen/db/listed-sessions";
import { selectSteps } from "@ontsecretaressen/db/steps";
import { SessionDraft } from "@ontsecretaressen/domain/session-drafts";
import { endpoint, endpointWithBody } from "../admin/endpoint.ts";
import { refuseTimes, sessionRow } from "./session-row.ts";

/** What organisers do with the step plan and its dates. */
export const sessionEndpoints = [
  endpoint(
    { method: "get", path: "/steps", role: "coordinator", summary: "The steps of the plan" },
    async ({ world }) => ({ status: 200, body: { items: await selectSteps(world.db), next: null } }),
  ),
  endpoint(
    {
      method: "get",
      path: "/sessions",
      role: "coordinator",
      summary: "Every session with its seats, soonest first",
    },
    async ({ world }) => ({
      status: 200,
      body: { items: await listSessions(world.db, world.now().toISOString()), next: null },
    }),
  ),
  endpointWithBody(
    { method: "post", path: "/sessions", role: "coordinator", summary: "Plan a session of a step" },
    SessionDraft,
    async ({ world, admin, body, idempotencyKey }) => {
      const row = sessionRow(world, body);
      if (!row.ok) return refuseTimes(row.refusal.code);
      const key = `${admin.id} ${idempotencyKey ?? world.newId("wri")}`;
      const by = { at: world.now().toISOString(), auditId: world.newId("aud"), admin };
      const kept = await planSession(world.db, { ...row.value, idempotencyKey: key }, by);
      if (kept !== null) return { status: 201, body: kept };
      return {
        status: 409,
        code: "session_not_kept",
        message: "The step is unknown, or the address is taken.",
      };
    },
  ),
];
