import type { ListedEmail } from "@ontsecretaressen/domain/admin-answers";
import { listEmails } from "@ontsecretaressen/db/emails";
import { emailStates } from "@ontsecretaressen/domain/email";
import { endpoint, listed } from "../admin/endpoint.ts";

/** What went out and what waits. */
export const emailEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/emails",
      role: "coordinator",
      summary: "Emails with their state, newest first; never their text",
      isList: true,
      query: { state: emailStates.join(", ") },
    },
    async ({ world, page, query }) => {
      const state = emailStates.find((known) => known === query.get("state")) ?? null;
      return listed((await listEmails(world.db, { ...page, state })) satisfies ListedEmail[], page.limit);
    },
  ),
];
