import { sql } from "drizzle-orm";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";

/** The empty word counts the comments themselves. */
const EVERY_COMMENT = "";

/**
 * Learns from what an organiser did with a comment, and forgets what was learned from it before; `as` null only forgets.
 * To be put into the batch that does it. The second time it changes nothing.
 */
export function learnFrom(
  db: Database,
  { id, words, as, only }: { id: string; words: string[]; as: "spam" | "clear" | null; only: Condition },
): Write[] {
  const listed = sql`(select value from json_each(${JSON.stringify([EVERY_COMMENT, ...words])}))`;
  const before = sql`(select learned from comments where id = ${id})`;
  return [
    db.run(sql`update learned_words set spam = spam - (${before} = 'spam'), clear = clear - (${before} = 'clear')
      where word in ${listed} and ${before} is not null and ${before} is not ${as} and ${only}`),
    db.run(sql`insert into learned_words (word, spam, clear)
      select value, ${as === "spam" ? 1 : 0}, ${as === "clear" ? 1 : 0} from json_each(${JSON.stringify([EVERY_COMMENT, ...words])})
      where ${as} is not null and ${before} is not ${as} and exists (select 1 from comments where id = ${id}) and ${only}
      on conflict (word) do update set spam = spam + excluded.spam, clear = clear + excluded.clear`),
    db.run(sql`update comments set learned = ${as} where id = ${id} and ${only}`),
  ];
}

/** What was learned of these words, and from how many comments of each kind. To be put into a batch. */
export function selectLearned(db: Database, words: string[]) {
  return db.all<{ word: string; spam: number; clear: number }>(sql`select word, spam, clear from learned_words
    where word in (select value from json_each(${JSON.stringify([EVERY_COMMENT, ...words])}))`);
}

/** The rows of `selectLearned` as the judgement takes them. */
export function toLearned(rows: { word: string; spam: number; clear: number }[]) {
  const total = rows.find(({ word }) => word === EVERY_COMMENT);
  return {
    spamTotal: total?.spam ?? 0,
    clearTotal: total?.clear ?? 0,
    counts: new Map(rows.map(({ word, spam, clear }) => [word, { spam, clear }])),
  };
}
