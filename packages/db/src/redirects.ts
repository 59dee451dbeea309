import { desc, eq, lt, sql } from "drizzle-orm";
import { type NearText, selectNear } from "./near.ts";
import type { Database } from "./open.ts";
import { redirects } from "./tables.ts";

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

/** The ways there are from old addresses, by the old address. */
export function listRedirects(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select({ id: redirects.fromSlug, to: redirects.toSlug, madeAt: redirects.madeAt })
    .from(redirects)
    .where(asked.before === null ? undefined : lt(redirects.fromSlug, asked.before))
    .orderBy(desc(redirects.fromSlug))
    .limit(asked.limit);
}
