import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { fillDatabase } from "@ontsecretaressen/testing/fill-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openWriter } from "../client/open.ts";
import { searchAll } from "./find.ts";
import { mergeSearch } from "./merge.ts";

const NOW = "2027-01-01T00:00:00.000Z";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await startDatabase();
  db = openWriter({ url: database.url, token: undefined });
  await fillDatabase(database.sql, { articles: 60, comments: 300 });
  for (const row of [1, 2, 3])
    await database.sql.execute(`update comments set body = body || ' losse draad' where rowid = ${row}`);
});

afterAll(() => database.stop());

const pieces = async (index: string) =>
  (await database.sql.execute(`select count(distinct segid) as n from ${index}_idx`)).rows[0]?.["n"];

test("what was written piece by piece becomes one piece per index, and finds what it found before", async () => {
  const asked = () =>
    Promise.all([["draad"], ["agenda"], ["vergader", "team"]].map((terms) => searchAll(db, terms, NOW)));
  const before = await asked();
  expect(before[0]?.comments).toHaveLength(3);
  expect(await pieces("comment_search")).toBeGreaterThan(1);
  while (await mergeSearch(db));
  expect([await pieces("article_search"), await pieces("comment_search")]).toEqual([1, 1]);
  expect(await asked()).toEqual(before);
});

test("on what is one piece already nothing is written", async () => {
  const written = async () =>
    (await database.sql.execute("select group_concat(hex(block)) as b from comment_search_data")).rows[0]?.[
      "b"
    ];
  const before = await written();
  expect(await mergeSearch(db)).toBe(false);
  expect(await written()).toBe(before);
});
