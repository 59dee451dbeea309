import type { Menu } from "@ontsecretaressen/domain/menu";
import { sql } from "drizzle-orm";
import { type Act, auditDone, isDone } from "./audit.ts";
import type { Database } from "./client/open.ts";

type Kept = { items: string; version: number };

const toMenu = (row: Kept | undefined) =>
  row === undefined ? null : { menu: JSON.parse(row.items) as Menu, version: row.version };

const selectMenu = (db: Database) => db.all<Kept>(sql`select items, version from menu`);

/** The menu and its version. */
export async function findMenu(db: Database) {
  return toMenu((await selectMenu(db))[0]);
}

/** Saves the menu over the version that was read; null when another save came first. */
export async function updateMenu(db: Database, { menu, version }: { menu: Menu; version: number }, by: Act) {
  const [, , kept] = await db.batch([
    auditDone(db, by, "menu.save", sql`select 'menu' as id from menu where version = ${version}`),
    db.run(sql`update menu set items = ${JSON.stringify(menu)}, version = version + 1
      where version = ${version} and ${isDone(by)}`),
    db.all<Kept>(sql`select items, version from menu where ${isDone(by)}`),
  ]);
  return toMenu(kept[0]);
}
