import type { Query, SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core/dialect";
import { SQLiteRaw } from "drizzle-orm/sqlite-core/query-builders/raw";
import { SQLiteSelectBuilder } from "drizzle-orm/sqlite-core/query-builders/select";
import { mapResultRow } from "drizzle-orm/utils";
import type { Batch } from "./batch.ts";
import type { Database } from "./open.ts";
import type { Found } from "./values.ts";

// It is there, but drizzle keeps its type to itself.
declare module "drizzle-orm/utils" {
  function mapResultRow(fields: unknown, row: unknown[], nullable: unknown): unknown;
}

type Prepared = { getQuery: () => Query; mapResult: (found: Found, isFromBatch: boolean) => unknown };

/**
 * As much of drizzle's database as a read needs: `select`, `all` and `batch`. Drizzle's own class brings along all that
 * inserts, changes and removes, and that was a fourteenth of the site.
 */
export function readDatabase(batch: Batch): Database {
  const dialect = new SQLiteAsyncDialect();
  const ask = async (queries: Query[]) => batch(queries.map(({ sql, params }) => ({ sql, args: params })));
  const prepareQuery = (query: Query, fields: unknown) => prepareSelect(ask, query, fields);
  const session = { prepareQuery, prepareOneTimeQuery: prepareQuery };
  const database = {
    select: (fields: unknown) => Reflect.construct(SQLiteSelectBuilder, [{ fields, session, dialect }]),
    all: (query: SQL) =>
      new SQLiteRaw(
        async () => (await ask([dialect.sqlToQuery(query)])).flatMap(toObjects),
        () => query,
        "all",
        dialect,
        (found) => toObjects(found as Found),
      ),
    async batch(asked: (Prepared | { prepare: () => Prepared })[]) {
      const statements = asked.map((one) => ("prepare" in one ? one.prepare() : one));
      const found = await ask(statements.map((one) => one.getQuery()));
      return found.map((one, index) => statements[index]?.mapResult(one, true));
    },
  };
  return database as unknown as Database;
}

function prepareSelect(ask: (queries: Query[]) => Promise<Found[]>, query: Query, fields: unknown) {
  const statement = {
    // Drizzle sets it: which of the joined tables may be absent.
    joinsNotNullableMap: undefined as unknown,
    getQuery: () => query,
    mapResult: ({ rows }: Found) =>
      rows.map((row) => mapResultRow(fields, row, statement.joinsNotNullableMap)),
    all: async () => (await ask([query])).flatMap(statement.mapResult),
  };
  return statement;
}

const toObjects = ({ columns, rows }: Found) =>
  rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
