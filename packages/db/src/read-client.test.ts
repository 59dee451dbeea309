import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader } from "./open-reader.ts";
import { openWriter } from "./open.ts";
import { makeReadClient } from "./read-client.ts";
import { authors } from "./tables.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const client = () => makeReadClient({ url: database.url, token: undefined, ask: fetch });

describe("the client that reads", () => {
  test("gives back what the whole client gives back, whatever the value", async () => {
    const statement = {
      sql: "select ? as a, ? as b, ? as c, ? as d, ? as e, 1.5 as f",
      args: ["é 👩‍👩‍👧 '\"\0", 42, null, true, -0.25],
    };
    const { rows, columns } = await client().execute(statement);
    const whole = await database.sql.execute(statement);
    expect(columns).toEqual(whole.columns);
    expect(Array.from(rows[0] ?? [])).toEqual(Array.from(whole.rows[0] ?? []));
    expect(rows[0]).toMatchObject({ a: "é 👩‍👩‍👧 '\"\0", b: 42, c: null, d: 1, e: -0.25, f: 1.5 });
  });

  test("serves drizzle as the writer's does: columns, joins, nothing found", async () => {
    const writer = openWriter({ url: database.url, token: undefined });
    await writer.insert(authors).values({ id: "a", slug: "anna", name: "Anna", bio: "" });
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
    expect([rows, none]).toEqual([[{ id: "a", slug: "anna", name: "Anna", bio: "" }], []]);
  });

  test("throws on a fault in any statement, and says which", async () => {
    await expect(client().batch(["select 1", "select x from nowhere"])).rejects.toThrow(/nowhere/u);
  });

  test("sees one moment in all its statements, whatever is written meanwhile", async () => {
    const writer = openWriter({ url: database.url, token: undefined });
    const write = async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        await writer.insert(authors).values({ id: `w${turn}`, slug: `w${turn}`, name: "W", bio: "" });
      }
    };
    const count = "select count(*) as n from authors";
    const read = async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        const results = await client().batch([count, "select * from authors a, authors b", count]);
        expect(results[2]?.rows[0]?.["n"]).toBe(results[0]?.rows[0]?.["n"]);
      }
    };
    await Promise.all([write(), read(), read()]);
  });

  test("refuses to do more than read", () => {
    expect(() => client().transaction("write")).toThrow("only reads");
    expect(() => client().executeMultiple("delete from authors")).toThrow("only reads");
  });
});
