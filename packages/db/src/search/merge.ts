import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

// About half a second's work on a million comments; what writes meanwhile waits as long.
const PAGES = 4000;

const indexes = ["article_search", "comment_search"] as const;

/**
 * Takes the indexes of search a step nearer to being one piece each: every text that is written adds a piece, and a search
 * opens all of them for each of its trigrams. Tells whether there is more to do; on what is one piece it does nothing.
 */
export async function mergeSearch(db: Database): Promise<boolean> {
  const [, articles, , comments] = await db.batch([...stepOf(db, indexes[0]), ...stepOf(db, indexes[1])]);
  return articles[0]?.more === 1 || comments[0]?.more === 1;
}

function stepOf(db: Database, index: (typeof indexes)[number]) {
  const table = sql.raw(index);
  const pieces = sql.raw(`${index}_idx`);
  return [
    // A negative number asks for all pieces, not only for as many as FTS5 would take together by itself.
    db.run(sql`insert into ${table} (${table}, rank) values ('merge', ${-PAGES})`),
    db.all<{ more: number }>(sql`select count(distinct segid) > 1 as more from ${pieces}`),
  ] as const;
}
