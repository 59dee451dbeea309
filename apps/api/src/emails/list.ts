import type { ListedEmail } from "@ontsecretaressen/domain/admin-answers";
import { listEmails } from "@ontsecretaressen/db/emails";
import { endpoint, listed } from "../admin/endpoint.ts";

const STATES = ["waiting", "sending", "sent", "failed"] as const;

/** What went out and what waits. */
export const emailEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/emails",
      role: "coordinator",
      summary: "Emails with their state, newest first; never their text",
      isList: true,
      query: { state: STATES.join(", ") },
    },
    async ({ world, page, query }) => {
      const state = STATES.find((known) => known === query.get("state")) ?? null;
      return listed((await listEmails(world.db, { ...page, state })) satisfies ListedEmail[], page.limit);
    },
  ),
];
