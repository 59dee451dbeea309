import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./client/open.ts";

/** Something that may come at most so often until a moment. The key names it and its stretch of time, as a keyed hash. */
export type Rate = { key: string; most: number; endsAt: string };

const each = (rates: Rate[]) => sql`json_each(${JSON.stringify(rates)}) j`;

/** Counts one more of each. It stands in the batch of what is counted, so that tries at the same moment see each other. */
export function countRates(db: Database, rates: Rate[]) {
  return db.run(sql`insert into rates (key, count, ends_at)
    select j.value ->> 'key', 1, j.value ->> 'endsAt' from ${each(rates)} where true
    on conflict (key) do update set count = count + 1`);
}

/** When the last of the stretches ends of which the limit is passed, or null when none is. */
export function tooOftenUntil(rates: Rate[]): SQL {
  if (rates.length === 0) return sql`null`;
  return sql`(select max(r.ends_at) from ${each(rates)} join rates r on r.key = j.value ->> 'key'
    where r.count > j.value ->> 'most')`;
}

/** Counts one more of each at once, for what costs something before it is kept; tells what `tooOftenUntil` tells. */
export async function countTry(db: Database, rates: Rate[]): Promise<string | null> {
  const [, [found]] = await db.batch([
    countRates(db, rates),
    db.all<{ until: string | null }>(sql`select ${tooOftenUntil(rates)} as until`),
  ]);
  return found?.until ?? null;
}
