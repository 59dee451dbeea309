import { findMenu, updateMenu } from "@ontsecretaressen/db/menu";
import { MenuDraft } from "@ontsecretaressen/domain/menu-draft";
import {
  type AdminAnswer,
  type AdminCall,
  actOf,
  endpoint,
  endpointWithBody,
  notFound,
  stale,
  versionMissing,
} from "../admin/endpoint.ts";

/** What stands above and below every page. */
export const menuEndpoints = [
  endpoint(
    { method: "get", path: "/menu", role: "editor", summary: "What stands above and below every page" },
    show,
  ),
  endpointWithBody(
    {
      method: "put",
      path: "/menu",
      role: "editor",
      summary: "Save it as a whole",
      needsVersion: true,
      again: show,
    },
    MenuDraft,
    async (call) => {
      if (call.version === null) return versionMissing;
      const { world, body: menu, version } = call;
      return answerOf(await updateMenu(world.db, { menu, version }, actOf(call))) ?? stale;
    },
  ),
];

async function show({ world }: AdminCall<unknown>): Promise<AdminAnswer> {
  return answerOf(await findMenu(world.reader)) ?? notFound;
}

const answerOf = (found: Awaited<ReturnType<typeof findMenu>>): AdminAnswer | null =>
  found === null ? null : { status: 200, body: found.menu, version: found.version };
