import { listMisses } from "@ontsecretaressen/db/articles/misses";
import {
  deleteRedirect,
  findRedirect,
  insertRedirect,
  listRedirects,
} from "@ontsecretaressen/db/articles/redirects";
import { RedirectDraft } from "@ontsecretaressen/domain/admin-drafts";
import {
  actOf,
  endpoint,
  endpointWithBody,
  foundOr404,
  isGone,
  listed,
  notFound,
} from "../admin/endpoint.ts";

const MISS_DAYS = 30;

/** Where addresses lead that are no text's any more, and which ones people miss. */
export const redirectEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/redirects",
      role: "editor",
      summary: "Where texts that moved stand now",
      isList: true,
    },
    async ({ world, page }) => listed(await listRedirects(world.reader, page), page.limit),
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/redirects",
      role: "editor",
      summary: "Lead an address on to a text or another page",
      again: async ({ world }, from) => foundOr404(await findRedirect(world.reader, from), 201),
    },
    RedirectDraft,
    async (call) => {
      const made = await insertRedirect(call.world.db, call.body, actOf(call));
      return made === null
        ? {
            status: 409,
            code: "no_way",
            message: "That text is not on the site, something stands at this address, or it would lead back.",
          }
        : { status: 201, body: made };
    },
  ),
  endpoint(
    {
      method: "delete",
      path: "/redirects/{id}",
      role: "editor",
      summary: "End a way; its id is the old address",
      again: isGone,
    },
    async (call) => {
      const hasEnded = await deleteRedirect(call.world.db, call.id, actOf(call));
      return hasEnded ? { status: 204 } : notFound;
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/misses",
      role: "editor",
      summary: "Addresses where nothing stands, the most asked of the last 30 days first",
    },
    async ({ world, page }) => {
      const since = new Date(world.now().getTime() - MISS_DAYS * 86_400_000).toISOString().slice(0, 10);
      return { status: 200, body: { items: await listMisses(world.reader, since, page.limit), next: null } };
    },
  ),
];
