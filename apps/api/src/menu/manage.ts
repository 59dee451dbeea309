import { findMenu, updateMenu } from "@ontsecretaressen/db/menu";
import { MenuDraft } from "@ontsecretaressen/domain/menu-draft";
import { actOf, endpoint, endpointWithBody, notFound, stale, versionMissing } from "../admin/endpoint.ts";

/** What stands above and below every page. */
export const menuEndpoints = [
  endpoint(
    { method: "get", path: "/menu", role: "editor", summary: "What stands above and below every page" },
    async ({ world }) => {
      const found = await findMenu(world.reader);
      return found === null ? notFound : { status: 200, body: found.menu, version: found.version };
    },
  ),
  endpointWithBody(
    { method: "put", path: "/menu", role: "editor", summary: "Save it as a whole", needsVersion: true },
    MenuDraft,
    async (call) => {
      if (call.version === null) return versionMissing;
      const kept = await updateMenu(call.world.db, { menu: call.body, version: call.version }, actOf(call));
      return kept === null ? stale : { status: 200, body: kept.menu, version: kept.version };
    },
  ),
];
