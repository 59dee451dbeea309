import { countSubscribers } from "@ontsecretaressen/db/subscribers/find";
import { listMailings } from "@ontsecretaressen/db/emails/mailings";
import type { ListedMailing, SubscriberCounts } from "@ontsecretaressen/domain/admin-answers";
import { endpoint, listed } from "../admin/endpoint.ts";

/** How many hear of new articles, and how far the emails about each are. */
export const subscriberEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/subscribers",
      role: "editor",
      summary: "How many hear of new articles by email, and of which; never who",
    },
    async ({ world }) => ({
      status: 200,
      body: (await countSubscribers(world.reader, world.now().toISOString())) satisfies SubscriberCounts,
    }),
  ),
  endpoint(
    {
      method: "get",
      path: "/mailings",
      role: "editor",
      summary:
        "The emails about each article that came out: how many are to go, wait, went and did not arrive",
      isList: true,
    },
    async ({ world, page }) =>
      listed((await listMailings(world.reader, page)) satisfies ListedMailing[], page.limit),
  ),
];
