import type { Client, InValue, ResultSet } from "@libsql/client/http";
import type { Query, SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core/dialect";
import { SQLiteRaw } from "drizzle-orm/sqlite-core/query-builders/raw";
import { SQLiteSelectBuilder } from "drizzle-orm/sqlite-core/query-builders/select";
import { mapResultRow } from "drizzle-orm/utils";
import type { Database } from "./open.ts";

// It is there, but drizzle keeps its type to itself.
declare module "drizzle-orm/utils" {
  function mapResultRow(fields: unknown, row: unknown[], nullable: unknown): unknown;
}

type Prepared = { getQuery: () => Query; mapResult: (result: ResultSet, isFromBatch: boolean) => unknown };

/**
 * As much of drizzle's database as a read needs: `select`, `all` and `batch`. Drizzle's own class brings along all that
 * inserts, changes and removes, and that was a fourteenth of the site.
 */
export function readDatabase(client: Client): Database {
  const dialect = new SQLiteAsyncDialect();
  const prepareQuery = (query: Query, fields: unknown) => prepareSelect(client, query, fields);
  const session = { prepareQuery, prepareOneTimeQuery: prepareQuery };
  const found = {
    select: (fields: unknown) => Reflect.construct(SQLiteSelectBuilder, [{ fields, session, dialect }]),
    all: (query: SQL) =>
      new SQLiteRaw(
        async () => toObjects(await client.execute(toStatement(dialect.sqlToQuery(query)))),
        () => query,
        "all",
        dialect,
        (result) => toObjects(result as ResultSet),
      ),
    async batch(asked: (Prepared | { prepare: () => Prepared })[]) {
      const statements = asked.map((one) => ("prepare" in one ? one.prepare() : one));
      const results = await client.batch(statements.map((one) => toStatement(one.getQuery())));
      return results.map((result, index) => statements[index]?.mapResult(result, true));
    },
  };
  return found as unknown as Database;
}

function prepareSelect(client: Client, query: Query, fields: unknown) {
  const statement = {
    // Drizzle sets it: which of the joined tables may be absent.
    joinsNotNullableMap: undefined as unknown,
    getQuery: () => query,
    mapResult: ({ rows }: ResultSet) =>
      rows.map((row) => mapResultRow(fields, Array.from(row), statement.joinsNotNullableMap)),
    all: async () => statement.mapResult(await client.execute(toStatement(query))),
  };
  return statement;
}

const toStatement = ({ sql, params }: Query) => ({ sql, args: params as InValue[] });

const toObjects = ({ columns, rows }: ResultSet) =>
  rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
