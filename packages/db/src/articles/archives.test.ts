import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { articlesPerPage } from "@ontsecretaressen/domain/archive";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAllArticles, findAuthor, findCategory, findMonth, findTag } from "./archives.ts";
import { openReader } from "../client/open-reader.ts";

const COUNT = 45;
const july = { month: "2011-07", from: "2011-06-30T22:00:00.000Z", until: "2011-07-31T22:00:00.000Z" };

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [
      "insert into authors (id, slug, name, bio) values ('aut_1', 'anna', 'Anna', 'Schrijft.')",
      "insert into categories (id, slug, title, parent_id) values ('cat_1', 'werk', 'Werk', null)",
      "insert into categories (id, slug, title, parent_id) values ('cat_2', 'rol', 'Rol', 'cat_1')",
      "insert into categories (id, slug, title, parent_id) values ('cat_3', 'leeg', 'Leeg', null)",
      "insert into tags (id, slug, title) values ('tag_1', 'tijd', 'Tijd')",
      // One a day from 1 June 2011, by turns in the category and in the one below it.
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${COUNT})
      insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id,
        state, is_open_for_comments, published_at, created_at, updated_at, version, idempotency_key)
      select 'art_' || i, 'article', 'a-' || i, 'A' || i, '', '', '', iif(i % 3, 'aut_1', null),
        iif(i % 2, 'cat_1', 'cat_2'), 'published', 1,
        strftime('%Y-%m-%dT10:00:00.000Z', '2011-05-31', '+' || i || ' day'), '', '', 1, null from n`,
      "insert into article_authors select id, author_id, 1 from articles where author_id is not null",
      "insert into article_tags select id, 'tag_1' from articles where id like 'art_4%'",
      `insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id,
        state, is_open_for_comments, published_at, created_at, updated_at, version, idempotency_key)
      select 'art_x', kind, 'x', 'Concept', '', '', '', author_id, category_id, 'draft', 1, null,
        '', '', 1, null from articles where id = 'art_1'`,
    ],
    "write",
  );
});

afterAll(() => database.stop());

const reader = () => openReader({ url: database.url, token: undefined }).db;

const slugs = (found: { articles: { slug: string }[] } | null) => found?.articles.map(({ slug }) => slug);

const numbered = (...numbers: number[]) => numbers.map((number) => `a-${number}`);

describe("an archive", () => {
  test("holds every article once over its pages, newest first, and no draft", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => findAllArticles(reader(), page)));
    expect(pages.map((page) => [page?.count, page?.articles.length])).toEqual([
      [COUNT, articlesPerPage],
      [COUNT, articlesPerPage],
      [COUNT, 5],
    ]);
    const newestFirst = numbered(...Array.from({ length: COUNT }, (_, index) => COUNT - index));
    expect(pages.flatMap(slugs)).toEqual(newestFirst);
    expect(await findAllArticles(reader(), 4)).toBeNull();
  });

  test("of a category holds the articles of the categories below it, and says what is above and below", async () => {
    const work = await findCategory(reader(), "werk", 1);
    expect([work?.count, slugs(work)?.slice(0, 3)]).toEqual([COUNT, numbered(45, 44, 43)]);
    expect(work?.archive).toMatchObject({ parent: null, below: [{ slug: "rol" }] });
    const role = await findCategory(reader(), "rol", 2);
    expect([role?.count, slugs(role)]).toEqual([22, numbered(4, 2)]);
    expect(role?.archive).toMatchObject({ parent: { slug: "werk", title: "Werk" }, below: [] });
  });

  test("of a tag or an author holds theirs", async () => {
    expect(slugs(await findTag(reader(), "tijd", 1))).toEqual(numbered(45, 44, 43, 42, 41, 40, 4));
    const anna = await findAuthor(reader(), "anna", 1);
    expect([anna?.count, slugs(anna)?.slice(0, 2)]).toEqual([30, numbered(44, 43)]);
    expect(anna?.archive).toEqual({
      kind: "author",
      author: { slug: "anna", name: "Anna", bio: "Schrijft." },
    });
  });

  test("of a month holds that month as the wall calendar counts, and names the months beside it", async () => {
    const found = await findMonth(reader(), july, 1);
    expect([found?.count, slugs(found)?.at(-1)]).toEqual([15, "a-31"]);
    expect(found?.archive).toEqual({ kind: "month", month: "2011-07", earlier: "2011-06", later: null });
    const may = { month: "2011-05", from: "2011-04-30T22:00:00.000Z", until: "2011-05-31T22:00:00.000Z" };
    expect(await findMonth(reader(), may, 1)).toBeNull();
  });

  test("that nobody knows is null; one that is empty is an empty page", async () => {
    expect([
      await findCategory(reader(), "niets", 1),
      await findTag(reader(), "niets", 1),
      await findAuthor(reader(), "niets", 1),
    ]).toEqual([null, null, null]);
    expect(await findCategory(reader(), "leeg", 1)).toMatchObject({ count: 0, articles: [] });
  });
});

describe("an article is listed", () => {
  const asShould = async () => {
    const { rows } = await database.sql.execute(
      `select count(*) as n from (select * from (select * from listings except select * from article_subjects)
        union all select * from (select * from article_subjects except select * from listings))`,
    );
    return rows[0]?.["n"];
  };

  test.for([
    ["it moves to another category", "update articles set category_id = 'cat_3' where id = 'art_1'"],
    [
      "a draft is published",
      "update articles set state = 'published', published_at = '2012' where id = 'art_x'",
    ],
    ["it gets a tag", "insert into article_tags values ('art_1', 'tag_1')"],
    ["it loses a tag", "delete from article_tags where article_id = 'art_1'"],
    ["it is taken back", "update articles set state = 'draft' where id = 'art_x'"],
    ["its category moves under another", "update categories set parent_id = 'cat_3' where id = 'cat_2'"],
  ] as const)("under its own subjects also after %s", async ([, change]) => {
    const before = await database.sql.execute("select group_concat(subject_id || article_id) from listings");
    await database.sql.execute(change);
    const after = await database.sql.execute("select group_concat(subject_id || article_id) from listings");
    expect(after.rows).not.toEqual(before.rows);
    expect(await asShould()).toBe(0);
  });
});
