import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { getTableColumns, getTableName } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate, statementsOf } from "./migrate.ts";
import * as tables from "./tables/articles.ts";
import * as peopleTables from "./tables/people.ts";
import * as planTables from "./tables/plan.ts";

let database: TestDatabase;
let bare: TestDatabase;

beforeAll(async () => {
  [database, bare] = await Promise.all([startDatabase(), startDatabase({ migrated: false })]);
});

afterAll(() => Promise.all([database.stop(), bare.stop()]));

const first = { name: "0001_a.sql", sql: "CREATE TABLE a (x INTEGER) STRICT;\n\nINSERT INTO a VALUES (1);" };
const second = { name: "0002_b.sql", sql: "-- a comment\n\nINSERT INTO a VALUES (2);" };

const xs = async () => (await bare.sql.execute("select x from a order by x")).rows.map((row) => row["x"]);

describe("the migration runner", () => {
  test("applies what is new, in order of name, once, also when two run at the same moment", async () => {
    const runs = await Promise.all([migrate(bare.sql, [second, first]), migrate(bare.sql, [first, second])]);
    expect(runs.flatMap(({ applied }) => applied).toSorted()).toEqual([first.name, second.name]);
    expect(await migrate(bare.sql, [first, second])).toEqual({ applied: [] });
    expect(await xs()).toEqual([1, 2]);
  });

  test("refuses a file that changed after it was applied", async () => {
    await expect(migrate(bare.sql, [first, { ...second, sql: "SELECT 1;" }])).rejects.toThrow(
      /0002_b.sql changed/u,
    );
  });

  test("refuses to run without a file that was applied", async () => {
    await expect(migrate(bare.sql, [first])).rejects.toThrow(/0002_b.sql was applied/u);
  });

  test("keeps nothing of a file that fails halfway", async () => {
    const broken = {
      name: "0003_c.sql",
      sql: "INSERT INTO a VALUES (3);\n\nINSERT INTO nowhere VALUES (1);",
    };
    await expect(migrate(bare.sql, [first, second, broken])).rejects.toThrow(/nowhere/u);
    expect(await xs()).toEqual([1, 2]);
    expect(await migrate(bare.sql, [first, second])).toEqual({ applied: [] });
  });

  test("can make a table anew that others point at, and refuses one that leaves a row pointing at nothing", async () => {
    const pair = {
      name: "0003_pair.sql",
      sql: "CREATE TABLE b (x TEXT PRIMARY KEY);\n\nCREATE TABLE c (b TEXT REFERENCES b (x));\n\nINSERT INTO b VALUES ('1');\n\nINSERT INTO c VALUES ('1');",
    };
    const anew = (rows: string) =>
      `CREATE TABLE d (x TEXT PRIMARY KEY);\n\nINSERT INTO d SELECT x FROM b ${rows};\n\nDROP TABLE b;\n\nALTER TABLE d RENAME TO b;`;
    const files = [first, second, pair];
    await migrate(bare.sql, files);
    const lossy = { name: "0004_anew.sql", sql: anew("WHERE x = 'other'") };
    await expect(migrate(bare.sql, [...files, lossy])).rejects.toThrow(/malformed JSON/u);
    const { applied } = await migrate(bare.sql, [...files, { ...lossy, sql: anew("") }]);
    expect(applied).toEqual(["0004_anew.sql"]);
    await expect(bare.sql.execute("insert into c values ('2')")).rejects.toThrow(/FOREIGN KEY/u);
  });

  test("parts statements by empty lines and drops comments", () => {
    expect(statementsOf("-- why\nSELECT 1;\n\n\n-- only words\n\nSELECT\n  2;\n")).toEqual([
      "SELECT 1;",
      "SELECT\n  2;",
    ]);
  });
});

describe("the tables that queries see", () => {
  const known = Object.values({ ...tables, ...peopleTables, ...planTables }).filter(
    (table) => table instanceof SQLiteTable,
  );

  test.for(known.map((table) => [getTableName(table), table] as const))(
    "%s is what the migrations made",
    async ([name, table]) => {
      const { rows } = await database.sql.execute(
        `select name || iif("notnull" or pk, ' always', ' maybe') as "column" from pragma_table_info('${name}')`,
      );
      const made = rows.map((row) => row["column"]);
      const seen = Object.values(getTableColumns(table)).map(
        (column) => `${column.name} ${column.notNull || column.primary ? "always" : "maybe"}`,
      );
      expect(new Set(seen)).toEqual(new Set(made));
    },
  );

  test("are all STRICT, and their foreign keys are enforced", async () => {
    const { rows } = await database.sql.execute(
      "select name from pragma_table_list where schema = 'main' and strict = 0 and type <> 'view' and name not like 'sqlite_%' and name not like 'libsql_%' and name not like '%_search%'",
    );
    expect(rows).toEqual([]);
    await expect(
      database.sql.execute(
        "insert into links (hash, purpose, comment_id, made_at, expires_at) values ('h', 'spam_comment', 'none', 't', 't')",
      ),
    ).rejects.toThrow(/FOREIGN KEY/u);
  });
});
