import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBeside, openWriter } from "./open.ts";
import { authors } from "../tables/articles.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

test("what only reads is answered while somebody holds the write lock; a writer waits for it", async () => {
  const address = { url: database.url, token: undefined };
  const holder = await database.sql.transaction("write");
  await holder.execute("insert into authors (id, slug, name, bio) values ('a', 'anna', 'Anna', '')");
  const answered: string[] = [];
  const writing = openWriter(address)
    .batch([openWriter(address).select().from(authors)])
    .then(() => answered.push("writer"));
  const reading = openBeside(address).db;
  const [rows] = await reading.batch([reading.select().from(authors), reading.all(sql`select 1`)]);
  answered.push("reader");
  expect(rows).toEqual([]);
  await holder.commit();
  await writing;
  expect(answered).toEqual(["reader", "writer"]);
});
