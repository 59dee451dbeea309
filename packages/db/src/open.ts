import { createClient, type InStatement } from "@libsql/client/http";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/http";
import { askWithin } from "./ask.ts";
import { inTurn } from "./in-turn.ts";
import { patiently } from "./patiently.ts";

export type Database = LibSQLDatabase;

/** A statement that writes, to be put into a batch. */
export type Write = ReturnType<Database["run"]>;

export type DatabaseAddress = { url: string; token: string | undefined; timeoutMs?: number };

/**
 * A database to write to: a `batch` is atomic and takes the write lock at once (drizzle's own default loses to
 * SQLITE_BUSY). A batch may run twice when its answer got lost, so each must leave the same behind the second time.
 */
export function openWriter(address: DatabaseAddress): Database {
  return open(address, "write", inTurn);
}

/** The same database for what only reads, beside a writer: it takes no lock, and a crowd of writers is not in its way. */
export function openBeside(address: DatabaseAddress): Database {
  return open(address, "read", (ask) => ask());
}

type Line = <Value>(ask: () => Promise<Value>) => Promise<Value>;

function open(
  { url, token, timeoutMs = 8000 }: DatabaseAddress,
  usual: "read" | "write",
  line: Line,
): Database {
  const client = createClient({ url, authToken: token, fetch: askWithin(timeoutMs) });
  const batch = client.batch.bind(client);
  client.batch = (statements, mode = usual) =>
    line(() => patiently(() => batch(statements, mode), timeoutMs));
  const execute = client.execute.bind(client);
  client.execute = (statement: InStatement) => line(() => patiently(() => execute(statement), timeoutMs));
  return drizzle(client);
}
