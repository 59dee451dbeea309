import { type HeldSetting, heldSettings } from "@ontsecretaressen/domain/comment-limits";
import { sql } from "drizzle-orm";
import { type Act, auditDone, isDone } from "./audit.ts";
import type { Database } from "./client/open.ts";

type Kept = { value: string; version: number };

const selectSettings = (db: Database) =>
  db.all<Kept>(sql`select value, version from settings where name = 'held_comments'`);

const toSettings = (row: Kept | undefined) =>
  row === undefined ? null : { settings: { heldComments: heldSettingOf(row.value) }, version: row.version };

/** Which comments wait, as it is kept; what nobody knows is as careful as a new site. */
export function heldSettingOf(value: string | null): HeldSetting {
  return heldSettings.find((known) => known === value) ?? "first_timers";
}

/** What organisers set for the whole site, and its version. */
export async function findSettings(db: Database) {
  return toSettings((await selectSettings(db))[0]);
}

/** Saves the settings over the version that was read; null when another save came first. */
export async function updateSettings(
  db: Database,
  { heldComments, version }: { heldComments: HeldSetting; version: number },
  by: Act,
) {
  const [, , kept] = await db.batch([
    auditDone(
      db,
      by,
      "settings.save",
      sql`select ${`held_comments=${heldComments}`} as id from settings where name = 'held_comments' and version = ${version}`,
    ),
    db.run(sql`update settings set value = ${heldComments}, version = version + 1
      where name = 'held_comments' and version = ${version} and ${isDone(by)}`),
    db.all<Kept>(sql`select value, version from settings
      where name = 'held_comments' and ${isDone(by)}`),
  ]);
  return toSettings(kept[0]);
}
