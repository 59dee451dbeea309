import { planSession } from "@ontsecretaressen/db/session-writes";
import { listSessions } from "@ontsecretaressen/db/sessions";
import { selectSteps } from "@ontsecretaressen/db/steps";
import { SessionDraft } from "@ontsecretaressen/domain/admin-drafts";
import { wallToUtc } from "@ontsecretaressen/domain/session";
import { endpoint, endpointWithBody } from "../admin/endpoint.ts";

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
      const startsAt = wallToUtc(body.startsLocal, body.timeZone);
      const endsAt = wallToUtc(body.endsLocal, body.timeZone);
      if (endsAt <= startsAt) {
        return { status: 422, code: "ends_before_start", message: "A session ends after it starts." };
      }
      const kept = await planSession(
        world.db,
        {
          ...body,
          id: world.newId("ses"),
          startsAt,
          endsAt,
          idempotencyKey: `${admin.id} ${idempotencyKey ?? world.newId("wri")}`,
        },
        { at: world.now().toISOString(), auditId: world.newId("aud"), admin },
      );
      if (kept !== null) return { status: 201, body: kept };
      return {
        status: 409,
        code: "session_not_kept",
        message: "The step is unknown, or the address is taken.",
      };
    },
  ),
];
