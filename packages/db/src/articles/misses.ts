import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

// A robot that tries every word there is must not fill the database: on one day so many addresses are counted.
const ADDRESSES_A_DAY = 500;

/** Counts one more time that nothing stood at an address. `day` is a date such as 2027-01-14. */
export async function countMiss(db: Database, slug: string, day: string): Promise<void> {
  await db.run(sql`insert into misses (day, slug, count) select ${day}, ${slug}, 1
    where exists (select 1 from misses where day = ${day} and slug = ${slug})
      or (select count(*) from misses where day = ${day}) < ${ADDRESSES_A_DAY}
    on conflict do update set count = count + 1`);
}

/** The addresses where nothing stands and that were asked for most since a day, the most asked first. */
export function listMisses(db: Database, since: string, limit: number) {
  return db.all<{ id: string; count: number; lastDay: string }>(sql`select slug as id, sum(count) as count,
      max(day) as lastDay
    from misses where day >= ${since}
      and slug not in (select slug from articles where state = 'published') and slug not in (select from_slug from redirects)
    group by slug order by sum(count) desc, slug limit ${limit}`);
}
