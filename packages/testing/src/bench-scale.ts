// How much slower each page's question to the database is at 100,000 articles and 1,000,000 comments than at 100: both
// databases in one run, asked by turns, so that the ratio holds on any machine. Prints a table; it judges nothing.
import {
  findAllArticles,
  findAuthor,
  findCategory,
  findMonth,
  findTag,
} from "@ontsecretaressen/db/articles/archives";
import { findArticlePage, findHomePage } from "@ontsecretaressen/db/articles/find";
import { findArticleFeed, findCommentFeed } from "@ontsecretaressen/db/articles/feeds";
import { openReader } from "@ontsecretaressen/db/client/open-reader";
import type { Database } from "@ontsecretaressen/db/client/open";
import { findWayOn } from "@ontsecretaressen/db/articles/redirects";
import { openWriter } from "@ontsecretaressen/db/client/open";
import { searchAll } from "@ontsecretaressen/db/search/find";
import { mergeSearch } from "@ontsecretaressen/db/search/merge";
import { fillDatabase } from "./fill-database.ts";
import { startDatabase } from "./sqld.ts";

const NOW = "2027-01-01T00:00:00.000Z";
const ROUNDS = 41;

type Size = { articles: number; comments: number };

const sizes: Record<"small" | "large", Size> = {
  small: { articles: 100, comments: 1000 },
  large: {
    articles: Number(process.env["ARTICLES"] ?? 100_000),
    comments: Number(process.env["COMMENTS"] ?? 1_000_000),
  },
};

/** What a page asks; `size` says how far its lists go. */
const questions: Record<string, (db: Database, size: Size) => Promise<unknown>> = {
  article: (db, { articles }) => findArticlePage(db, `artikel-${articles / 2}`, NOW),
  home: (db) => findHomePage(db, NOW),
  "articles, page 1": (db) => findAllArticles(db, 1),
  "articles, page 500": (db, { articles }) => findAllArticles(db, Math.min(500, articles / 20)),
  "category, page 1": (db) => findCategory(db, "thema-1", 1),
  "tag, page 1": (db) => findTag(db, "onderwerp-1", 1),
  "author, page 1": (db) => findAuthor(db, "schrijver-1", 1),
  month: (db) =>
    findMonth(
      db,
      { month: "2011-06", from: "2011-05-31T22:00:00.000Z", until: "2011-06-30T22:00:00.000Z" },
      1,
    ),
  "search, a rare word": (db) => searchAll(db, ["zeldzaam"], NOW),
  "search, a common word": (db) => searchAll(db, ["agenda"], NOW),
  "search, half a word": (db) => searchAll(db, ["vergader"], NOW),
  feed: (db) => findArticleFeed(db, { kind: "all" }),
  "comments' feed": (db) => findCommentFeed(db, null),
  "nothing there": (db) => findWayOn(db, "artikel-over-vergadren"),
};

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const databases = await Promise.all(
  Object.values(sizes).map(async (size) => {
    const database = await startDatabase();
    const start = performance.now();
    await fillDatabase(database.sql, size);
    // As each night leaves it.
    const writer = openWriter({ url: database.url, token: undefined });
    while (await mergeSearch(writer));
    process.stdout.write(
      `${size.articles} articles, ${size.comments} comments: filled in ${((performance.now() - start) / 1000).toFixed(0)} s\n`,
    );
    return { ...database, size };
  }),
);

process.stdout.write(
  `\n${"".padEnd(24)}${"100 articles".padStart(14)}${"large".padStart(12)}${"ratio".padStart(9)}\n`,
);
for (const [name, ask] of Object.entries(questions)) {
  const times = databases.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each is first as often as the other: who is asked second finds the processor awake.
    const turns = [...databases.entries()];
    for (const [index, { url, size }] of round % 2 === 0 ? turns : turns.toReversed()) {
      const { db } = openReader({ url, token: undefined, timeoutMs: 60_000 });
      const start = performance.now();
      await ask(db, size);
      times[index]?.push(performance.now() - start);
    }
  }
  const [small = 0, large = 0] = times.map(median);
  process.stdout.write(
    `${name.padEnd(24)}${`${small.toFixed(2)} ms`.padStart(14)}${`${large.toFixed(2)} ms`.padStart(12)}${(large / small).toFixed(2).padStart(9)}\n`,
  );
}

await Promise.all(databases.map((database) => database.stop()));
process.exit(0);
