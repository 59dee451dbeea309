import { desc, eq, lt } from "drizzle-orm";
import type { Database } from "./open.ts";
import { redirects } from "./tables.ts";

/** Where the text that stood at `slug` stands now, or null when none ever did. Made by the database when a slug changes. */
export async function findRedirect(db: Database, slug: string): Promise<string | null> {
  const [found] = await db
    .select({ to: redirects.toSlug })
    .from(redirects)
    .where(eq(redirects.fromSlug, slug));
  return found?.to ?? null;
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
