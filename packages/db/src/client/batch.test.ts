import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader } from "./open-reader.ts";
import { openWriter } from "./open.ts";
import { batchOf, doOne, type Statement } from "./batch.ts";
import { authors } from "../tables/articles.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const address = () => ({ url: database.url, token: undefined });
const read = (...statements: Statement[]) => batchOf(address(), "TRANSACTION READONLY")(statements);

describe("the client", () => {
  test("gives back what the whole client gives back, whatever the value", async () => {
    const statement = {
      sql: "select ? as a, ? as b, ? as c, ? as d, ? as e, 1.5 as f",
      args: ["é 👩‍👩‍👧 '\"\0", 42, null, true, -0.25],
    };
    const whole = await database.sql.execute(statement);
    for (const [found] of [await read(statement), await doOne(address(), statement)]) {
      expect(found?.columns).toEqual(whole.columns);
      expect(found?.rows).toEqual(whole.rows.map((row) => Array.from(row)));
      expect(found?.rows).toEqual([["é 👩‍👩‍👧 '\"\0", 42, null, 1, -0.25, 1.5]]);
    }
  });

  test("names a writer's values as the whole client does, and tells how many rows a write changed", async () => {
    const question = "select 7, 3 as at, 4 as length, 5 as at, null as b";
    const whole = await database.sql.execute(question);
    const writer = openWriter(address());
    const [rows] = await writer.batch([writer.all(sql.raw(question))]);
    expect(rows).toEqual([{ ...whole.rows[0] }]);
    expect(await writer.all(sql.raw(question))).toEqual(rows);
    const [{ rowsAffected }] = await writer.batch([
      writer.run(
        sql`insert into authors (id, slug, name, bio) values ('x', 'x', 'X', ''), ('y', 'y', 'Y', '')`,
      ),
    ]);
    expect(rowsAffected).toBe(2);
    expect((await writer.run(sql`delete from authors`)).rowsAffected).toBe(2);
  });

  test("serves drizzle as the writer's does: columns, joins, nothing found", async () => {
    const writer = openWriter({ url: database.url, token: undefined });
    await writer.insert(authors).values({ id: "a", slug: "anna", name: "Anna", bio: "", version: 1 });
    const reader = openReader({ url: database.url, token: undefined }).db;
    const ask = (db: typeof reader) =>
      db.batch([
        db.select().from(authors),
        db
          .select()
          .from(authors)
          .where(sql`0`),
        db.all(sql`select count(*) as n from authors`),
      ]);
    expect(JSON.stringify(await ask(reader))).toContain('"slug":"anna"');
    const [rows, none] = await ask(reader);
    expect([rows, none]).toEqual([[{ id: "a", slug: "anna", name: "Anna", bio: "", version: 1 }], []]);
  });

  test("throws on a fault in any statement, and says which", async () => {
    await expect(read("select 1", "select x from nowhere")).rejects.toThrow(/nowhere/u);
  });

  test("sees one moment in all its statements, whatever is written meanwhile", async () => {
    const writer = openWriter({ url: database.url, token: undefined });
    const write = async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        await writer
          .insert(authors)
          .values({ id: `w${turn}`, slug: `w${turn}`, name: "W", bio: "", version: 1 });
      }
    };
    const count = "select count(*) as n from authors";
    const look = async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        const results = await read(count, "select * from authors a, authors b", count);
        expect(results[2]?.rows).toEqual(results[0]?.rows);
      }
    };
    await Promise.all([write(), look(), look()]);
  });

  test("refuses bytes, and whole numbers that it can't give back exactly", async () => {
    await expect(read({ sql: "select ?", args: [new Uint8Array(1)] })).rejects.toThrow(TypeError);
    await expect(read("select 9007199254740993")).rejects.toThrow(RangeError);
  });
});
