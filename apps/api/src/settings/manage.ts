import { findSettings, updateSettings } from "@ontsecretaressen/db/settings";
import type { Settings } from "@ontsecretaressen/domain/admin-answers";
import { SettingsDraft } from "@ontsecretaressen/domain/moderation-drafts";
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

/** What holds for the whole site. */
export const settingsEndpoints = [
  endpoint(
    { method: "get", path: "/settings", role: "editor", summary: "Which comments wait for an organiser" },
    show,
  ),
  endpointWithBody(
    {
      method: "put",
      path: "/settings",
      role: "editor",
      summary: "Say which comments wait for an organiser: everyone's, those of first timers, or nobody's",
      needsVersion: true,
      again: show,
    },
    SettingsDraft,
    async (call) => {
      const { world, version, body } = call;
      if (version === null) return versionMissing;
      return answerOf(await updateSettings(world.db, { ...body, version }, actOf(call))) ?? stale;
    },
  ),
];

async function show({ world }: AdminCall<unknown>): Promise<AdminAnswer> {
  return answerOf(await findSettings(world.reader)) ?? notFound;
}

function answerOf(found: Awaited<ReturnType<typeof findSettings>>): AdminAnswer | null {
  if (found === null) return null;
  const { settings, version } = found;
  return { status: 200, body: { ...settings, version } satisfies Settings, version };
}
