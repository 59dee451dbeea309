import { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { LibSQLSession } from "drizzle-orm/libsql/session";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { askWithin } from "./ask.ts";
import { carryMenu } from "./carry-menu.ts";
import type { Database, DatabaseAddress, Reader } from "./open.ts";
import { patiently } from "./patiently.ts";
import { makeReadClient } from "./read-client.ts";

/**
 * A database to read from: one `batch` is one round trip, and all of it sees one moment. The first carries the menu along.
 * A client belongs to one request.
 */
export function openReader({ url, token, timeoutMs = 8000 }: DatabaseAddress): Reader {
  const client = makeReadClient({ url, token, ask: askWithin(timeoutMs) });
  const batch = client.batch.bind(client);
  client.batch = (statements) => patiently(() => batch(statements), timeoutMs);
  const menu = carryMenu(client);
  const dialect = new SQLiteAsyncDialect();
  const db: Database = new LibSQLDatabase(
    "async",
    dialect,
    new LibSQLSession(client, dialect, undefined, {}, undefined),
    undefined,
  );
  return { db, menu };
}
