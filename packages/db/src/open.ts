import { createClient, type InStatement } from "@libsql/client/http";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/http";
import { askWithin } from "./ask.ts";
import { inTurn } from "./in-turn.ts";
import { patiently } from "./patiently.ts";

export type Database = LibSQLDatabase;

export type DatabaseAddress = { url: string; token: string | undefined; timeoutMs?: number };

/**
 * A database to write to: a `batch` is atomic and takes the write lock at once (drizzle's own default loses to
 * SQLITE_BUSY). A batch may run twice when its answer got lost, so each must leave the same behind the second time.
 */
export function openWriter({ url, token, timeoutMs = 8000 }: DatabaseAddress): Database {
  const client = createClient({ url, authToken: token, fetch: askWithin(timeoutMs) });
  const batch = client.batch.bind(client);
  client.batch = (statements, mode = "write") =>
    inTurn(() => patiently(() => batch(statements, mode), timeoutMs));
  const execute = client.execute.bind(client);
  client.execute = (statement: InStatement) => inTurn(() => patiently(() => execute(statement), timeoutMs));
  return drizzle(client);
}
