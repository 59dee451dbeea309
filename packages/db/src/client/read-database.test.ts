import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader } from "./open-reader.ts";
import { type Database, openWriter } from "./open.ts";
import { articles, categories, comments } from "../tables/articles.ts";

let database: TestDatabase;
let whole: Database;
let reading: Database;

beforeAll(async () => {
  database = await startDatabase();
  whole = openWriter({ url: database.url, token: undefined });
  reading = openReader({ url: database.url, token: undefined }).db;
  const article = (
    id: string,
    category: string,
  ) => `('${id}', 'article', '${id}', 't', '', 'x', '', ${category},
    'published', 1, '2027-01-01', '2027-01-01', '2027-01-01', 1)`;
  await database.sql.batch(
    [
      "insert into categories (id, slug, title, parent_id) values ('c1', 'boven', 'B', null), ('c2', 'onder', 'O', 'c1')",
      `insert into articles (id, kind, slug, title, standfirst, body, body_html, category_id, state,
        is_open_for_comments, published_at, created_at, updated_at, version)
        values ${article("a", "null")}, ${article("b", "'c1'")}, ${article("c", "'c2'")}`,
      `insert into comments (id, article_id, number, name, body, body_html, wants_notice, state, submission, posted_at, reasons)
        values ('m', 'a', 1, 'Noor', 'x', 'x', 1, 'visible', 's', '2027-01-01', '[{"rule":"links"}]')`,
    ],
    "write",
  );
});

afterAll(() => database.stop());

const parents = alias(categories, "parents");

const questions: Record<string, (db: Database) => PromiseLike<unknown>> = {
  "every column of a table": (db) => db.select().from(comments),
  "some columns, in another order": (db) =>
    db.select({ z: articles.version, a: articles.slug }).from(articles).orderBy(asc(articles.slug)),
  "a join that finds nothing": (db) =>
    db
      .select({ slug: articles.slug, category: { slug: categories.slug, title: categories.title } })
      .from(articles)
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .orderBy(asc(articles.slug)),
  "two joins, of the same table": (db) =>
    db
      .select({ slug: articles.slug, category: { slug: categories.slug }, parent: { slug: parents.slug } })
      .from(articles)
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .leftJoin(parents, eq(parents.id, categories.parentId))
      .orderBy(asc(articles.slug)),
  "a part from more than one table": (db) =>
    db
      .select({ mixed: { category: categories.slug, own: articles.authorId } })
      .from(articles)
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .orderBy(asc(articles.slug)),
  "expressions, mapped and plain": (db) =>
    db
      .select({
        n: sql<number>`length(${articles.slug}) + 0.5`,
        none: sql<string | null>`null`,
        mapped: sql`${articles.slug}`.mapWith((text: string) => [text]),
        named: sql<string>`upper(${articles.slug})`.as("loud"),
        within: { count: sql<number>`1` },
      })
      .from(articles)
      .where(eq(articles.slug, "a")),
  "no rows": (db) =>
    db
      .select()
      .from(articles)
      .where(sql`0`),
  "a statement of our own": (db) =>
    db.all(sql`select slug, version as n, null as none from articles where slug > ${"a"} order by slug`),
};

describe("the reading database answers as the whole one does", () => {
  test.for(Object.entries(questions))("%s", async ([, ask]) => {
    const wanted = await ask(whole);
    expect(await ask(reading)).toEqual(wanted);
  });

  test("to all of them in one batch", async () => {
    const ask = (db: Database) =>
      db.batch([
        db.select().from(comments),
        db.all(sql`select 1 as one`),
        db
          .select({ slug: articles.slug, category: { slug: categories.slug } })
          .from(articles)
          .leftJoin(categories, eq(categories.id, articles.categoryId)),
      ]);
    expect(await ask(reading)).toEqual(await ask(whole));
    expect(await ask(reading)).not.toEqual([[], [], []]);
  });

  test("and throws on a fault", async () => {
    await expect(reading.all(sql`select x from nowhere`)).rejects.toThrow(/nowhere/u);
  });
});
