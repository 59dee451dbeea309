import { isPlace } from "@ontsecretaressen/domain/article";
import { desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { type Act, auditDone, auditMade, isDone } from "../audit.ts";
import { type NearText, selectNear } from "./near.ts";
import type { Database } from "../client/open.ts";
import { redirects } from "../tables/articles.ts";

/**
 * The way on from an address where no text stands, in one round trip: where the text that stood there went (the database
 * writes that down when a slug changes), and which addresses look like it, and whether a text stood there
 * that was thrown away.
 */
export async function findWayOn(
  db: Database,
  slug: string,
): Promise<{ to: string | null; near: NearText[]; isGone: boolean }> {
  const [ways, near, gone] = await db.batch([
    db.select({ to: redirects.toSlug }).from(redirects).where(eq(redirects.fromSlug, slug)),
    selectNear(db, slug),
    db.all(
      sql`select 1 from articles where slug = ${slug} and trashed_at is not null and published_at is not null`,
    ),
  ]);
  return { to: ways[0]?.to ?? null, near, isGone: gone.length > 0 };
}

/** Where a text stands that somebody knows by this slug: there, or where it went since. */
export const slugNow = (slug: string): SQL =>
  sql`coalesce((select slug from articles where slug = ${slug} and state = 'published'),
    (select to_slug from redirects where from_slug = ${slug}))`;

/** The ways there are from old addresses, by the old address. */
export function listRedirects(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select({ id: redirects.fromSlug, to: redirects.toSlug, madeAt: redirects.madeAt })
    .from(redirects)
    .where(asked.before === null ? undefined : lt(redirects.fromSlug, asked.before))
    .orderBy(desc(redirects.fromSlug))
    .limit(asked.limit);
}

/** The way from one old address, or null. */
export async function findRedirect(db: Database, from: string) {
  const [row] = await db
    .select({ id: redirects.fromSlug, to: redirects.toSlug, madeAt: redirects.madeAt })
    .from(redirects)
    .where(eq(redirects.fromSlug, from));
  return row ?? null;
}

/**
 * Leads an address on to where a text stands, or to a page of the site's own. Ways never chain and never circle:
 * one that leads to another way is joined to its end. Null when the text is unknown, something stands at the address, or the
 * way would lead back to it.
 */
export async function insertRedirect(db: Database, way: { from: string; to: string }, by: Act) {
  const end = sql`coalesce((select to_slug from redirects where from_slug = ${way.to}), ${way.to})`;
  const isFine = sql`${end} <> ${way.from}
    and (${isPlace(way.to)} or exists (select 1 from articles where slug = ${end} and state = 'published')
      or (${end} <> ${way.to} and not exists (select 1 from articles where slug = ${end})))
    and not exists (select 1 from articles where slug = ${way.from} and trashed_at is null)`;
  const [, , , kept] = await db.batch([
    auditMade(db, by, "redirect.make", sql`select ${way.from} as id where ${isFine}`),
    db.run(sql`insert into redirects (from_slug, to_slug, made_at) select ${way.from}, ${end}, ${by.at} where ${isFine}
      on conflict do update set to_slug = excluded.to_slug, made_at = excluded.made_at`),
    db.run(sql`update redirects set to_slug = ${end} where to_slug = ${way.from}
      and ${isDone(by)}`),
    db.all<{
      id: string;
      to: string;
      madeAt: string;
    }>(sql`select from_slug as id, to_slug as "to", made_at as madeAt
      from redirects where from_slug = ${way.from} and ${isDone(by)}`),
  ]);
  return kept[0] ?? null;
}

/** Ends a way. False when there is none. */
export async function deleteRedirect(db: Database, from: string, by: Act): Promise<boolean> {
  const [, , done] = await db.batch([
    auditDone(db, by, "redirect.end", sql`select from_slug as id from redirects where from_slug = ${from}`),
    db.run(sql`delete from redirects where from_slug = ${from} and ${isDone(by)}`),
    db.all(sql`select 1 where ${isDone(by)}`),
  ]);
  return done.length > 0;
}
