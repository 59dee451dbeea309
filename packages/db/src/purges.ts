import { and, inArray, lte } from "drizzle-orm";
import type { Database } from "./client/open.ts";
import { purges } from "./tables/people.ts";

/** What the edge must still forget, the oldest first. The database writes it down itself (migration 0003). */
export function listPurges(db: Database, limit: number): Promise<{ tag: string; askedAt: string }[]> {
  return db.select().from(purges).orderBy(purges.askedAt).limit(limit);
}

/** Takes off the list what was forgotten, unless it was asked for again meanwhile. */
export async function removePurges(db: Database, done: { tag: string; askedAt: string }[]): Promise<void> {
  const last = done.at(-1);
  if (last === undefined) return;
  const tags = done.map(({ tag }) => tag);
  await db.delete(purges).where(and(inArray(purges.tag, tags), lte(purges.askedAt, last.askedAt)));
}
