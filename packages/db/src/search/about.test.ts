// That an article is found by who wrote it and by its subjects, whatever changes of these.
import { readQuery } from "@ontsecretaressen/domain/search";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../client/open.ts";
import { openReader } from "../client/open-reader.ts";
import { searchAll } from "./find.ts";

const NOW = "2027-03-20T10:00:00.000Z";

let database: TestDatabase;
let db: Database;

const article = (slug: string, text: { title?: string; body?: string; state?: string } = {}) =>
  `insert into articles (id, kind, slug, title, standfirst, body, body_html, category_id, state, is_open_for_comments,
      published_at, created_at, updated_at, version)
    values ('art_${slug}', 'article', '${slug}', '${text.title ?? slug}', '', '${text.body ?? "Tekst."}', '',
      ${slug === "over" ? "null" : "'cat_onder'"}, '${text.state ?? "published"}', 1, '${NOW}', '${NOW}', '${NOW}', 1)`;

const slugs = async (typed: string) =>
  (await searchAll(db, readQuery(typed).terms, NOW)).articles.map(({ slug }) => slug);

beforeAll(async () => {
  database = await startDatabase();
  db = openReader({ url: database.url, token: undefined }).db;
});

afterAll(() => database.stop());

beforeEach(async () => {
  await database.sql.batch(
    [
      ...[
        "article_search",
        "slug_search",
        "article_tags",
        "article_authors",
        "listings",
        "articles",
        "authors",
        "tags",
      ].map((table) => `delete from ${table}`),
      "delete from categories where parent_id is not null",
      "delete from categories",
      "insert into authors (id, slug, name, bio) values ('aut_1', 'leontine', 'Léontine de Koning', ''), ('aut_2', 'edwin', 'Edwin', '')",
      "insert into categories (id, slug, title) values ('cat_boven', 'boven', 'Organisatie 3.0')",
      "insert into categories (id, slug, title, parent_id) values ('cat_onder', 'onder', 'Zelfsturing', 'cat_boven')",
      "insert into tags (id, slug, title) values ('tag_1', 'functiehuis', 'Functiehuis')",
      article("stuk"),
      article("over", { body: "Léontine begon dit, met het functiehuis als doel." }),
      "insert into article_authors values ('art_stuk', 'aut_1', 1)",
      "insert into article_tags values ('art_stuk', 'tag_1')",
    ],
    "write",
  );
});

test.for([
  "leontine",
  "LÉONTINE de koning",
  "zelfsturing",
  "organisatie 3.0",
  "functiehuis",
  "leontine zelfsturing",
])("%s finds the article that only its names tell of", async (typed) => {
  expect(await slugs(typed)).toContain("stuk");
});

test("who wrote it tells more than who is spoken of, and a title tells most", async () => {
  await database.sql.execute(article("titel", { title: "Léontine spreekt" }));
  expect(await slugs("léontine")).toEqual(["titel", "stuk", "over"]);
});

test.for([
  [
    "an author gets another name",
    "update authors set name = 'Lena Jansen' where id = 'aut_1'",
    "leontine de",
    "lena jansen",
  ],
  [
    "a category gets another title",
    "update categories set title = 'Regie' where id = 'cat_onder'",
    "zelfsturing",
    "regie",
  ],
  [
    "the category above it gets another title",
    "update categories set title = 'Wortels' where id = 'cat_boven'",
    "organisatie",
    "wortels",
  ],
  [
    "its category gets another above it",
    "update categories set parent_id = null where id = 'cat_onder'",
    "organisatie",
    "zelfsturing",
  ],
  [
    "a tag gets another title",
    "update tags set title = 'Lijnen' where id = 'tag_1'",
    "functiehuis",
    "lijnen",
  ],
  ["a tag is taken off", "delete from article_tags", "functiehuis", "leontine"],
  ["an author is taken off", "delete from article_authors", "leontine de", "functiehuis"],
  [
    "it goes to no category",
    "update articles set category_id = null where id = 'art_stuk'",
    "zelfsturing",
    "leontine",
  ],
] as const)(
  "when %s it is found by what is true now, and no longer by what was",
  async ([, change, before, after]) => {
    expect(await slugs(before)).toContain("stuk");
    await database.sql.execute(change);
    expect(await slugs(before)).not.toContain("stuk");
    expect(await slugs(after)).toContain("stuk");
  },
);

test("a draft is not found by its author, until it is published", async () => {
  await database.sql.batch(
    [article("klad", { state: "draft" }), "insert into article_authors values ('art_klad', 'aut_2', 1)"],
    "write",
  );
  expect(await slugs("edwin")).toEqual([]);
  await database.sql.execute("update articles set state = 'published' where id = 'art_klad'");
  expect(await slugs("edwin")).toEqual(["klad"]);
  await database.sql.execute("update authors set name = 'Edwina' where id = 'aut_2'");
  await database.sql.execute("update articles set state = 'draft' where id = 'art_klad'");
  await database.sql.execute("update authors set name = 'Edwin' where id = 'aut_2'");
  expect(await slugs("edwin")).toEqual([]);
});
