import type { ListedSignup } from "@ontsecretaressen/domain/admin-answers";
import { listPeople, listSignups } from "@ontsecretaressen/db/signups/list";
import { endpoint, listed } from "../admin/endpoint.ts";

const STATES = ["held", "confirmed", "waiting", "offered", "cancelled", "expired"] as const;

/** Who signed up for what. */
export const signupEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/signups",
      role: "coordinator",
      summary: "Signups, newest first",
      isList: true,
      query: { session: "the session's slug", state: STATES.join(", ") },
    },
    async ({ world, page, query }) => {
      const state = STATES.find((known) => known === query.get("state")) ?? null;
      return listed(
        (await listSignups(world.db, {
          ...page,
          state,
          session: query.get("session"),
        })) satisfies ListedSignup[],
        page.limit,
      );
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/people",
      role: "coordinator",
      summary: "People who ever signed up, newest first",
      isList: true,
    },
    async ({ world, page }) => listed(await listPeople(world.db, page), page.limit),
  ),
];
