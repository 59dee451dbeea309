// What a page costs is decided by the database's plan: these hold that no reading page sorts or scans a growing table.
import { statementPlans } from "@ontsecretaressen/testing/plans";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { drizzle } from "drizzle-orm/libsql/http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAllArticles, findAuthor, findCategory, findMonth, findTag } from "./archives.ts";
import { findArticlePage, findHomePage } from "./find.ts";
import type { Database } from "../client/open.ts";
import { searchAll } from "../search/find.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const now = "2027-03-20T10:00:00.000Z";
const july = { month: "2011-07", from: "2011-06-30T22:00:00.000Z", until: "2011-07-31T22:00:00.000Z" };

// The categories are few, as are an article's tags, its own comments, and the fifty that are weighed for a subject: how
// often a statement may sort that reads them.
const MAY_SORT: [few: RegExp, times: number][] = [
  [/^SCAN categories/u, 1],
  [/^SEARCH article_tags USING PRIMARY KEY/u, 1],
  [/^SEARCH comments USING INDEX comments_shown \(article_id=/u, 2],
  [/^SCAN e VIRTUAL TABLE/u, 2],
];

const timesOf = (steps: string[]) =>
  Math.max(0, ...MAY_SORT.filter(([few]) => steps.some((step) => few.test(step))).map(([, times]) => times));

const plansOf = (ask: (db: Database) => Promise<unknown>) =>
  statementPlans(database.url, (client) => ask(drizzle(client)));

test.for([
  ["all articles", (db: Database) => findAllArticles(db, 1)],
  ["a deep page", (db: Database) => findAllArticles(db, 4000)],
  ["a category", (db: Database) => findCategory(db, "a", 1)],
  ["a tag", (db: Database) => findTag(db, "a", 1)],
  ["an author", (db: Database) => findAuthor(db, "a", 1)],
  ["a month", (db: Database) => findMonth(db, july, 1)],
  ["an article", (db: Database) => findArticlePage(db, "a", now)],
  ["home", (db: Database) => findHomePage(db, now)],
] as const)("%s: nothing that grows is scanned or sorted", async ([, ask]) => {
  const plans = await plansOf(ask);
  expect(plans.length).toBeGreaterThan(1);
  const grows =
    /^SCAN (?:articles|comments|listings|article_tags|[acmxy])\b(?! USING INDEX comments_newest)/u;
  expect(plans.flat().filter((step) => grows.test(step))).toEqual([]);
  const sortsOf = (steps: string[]) => steps.filter((step) => step.startsWith("USE TEMP B-TREE")).length;
  expect(plans.filter((steps) => sortsOf(steps) > timesOf(steps))).toEqual([]);
});

test.for([
  ["for a word", ["agenda"]],
  ["for words together", ["agenda", "collega"]],
] as const)(
  "a search %s goes from what was found to its texts, never through all of them",
  async ([, terms]) => {
    const steps = (await plansOf((db) => searchAll(db, [...terms], now))).flat();
    expect(steps.filter((step) => /^SEARCH [ac] USING INTEGER PRIMARY KEY/u.test(step))).toHaveLength(2);
    expect(steps.filter((step) => /^SCAN [ac]\b/u.test(step))).toEqual([]);
  },
);
