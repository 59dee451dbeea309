import { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { LibSQLSession } from "drizzle-orm/libsql/session";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { askWithin } from "./ask.ts";
import type { Database, DatabaseAddress } from "./open.ts";
import { patiently } from "./patiently.ts";
import { makeReadClient } from "./read-client.ts";

/** A database to read from: one `batch` is one round trip, and all of it sees one moment. A client belongs to one request. */
export function openReader({ url, token, timeoutMs = 8000 }: DatabaseAddress): Database {
  const client = makeReadClient({ url, token, ask: askWithin(timeoutMs) });
  const batch = client.batch.bind(client);
  client.batch = (statements) => patiently(() => batch(statements), timeoutMs);
  const dialect = new SQLiteAsyncDialect();
  return new LibSQLDatabase(
    "async",
    dialect,
    new LibSQLSession(client, dialect, undefined, {}, undefined),
    undefined,
  );
}
