import { type Client, createClient, type InStatement } from "@libsql/client/http";
import type { Menu } from "@ontsecretaressen/domain/menu";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/http";
import { askWithin } from "./ask.ts";
import { carryMenu } from "./carry-menu.ts";
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
  return drizzle(open(address, "write", inTurn));
}

/** A database to read from, and the menu that its first question carried along. */
export type Reader = { db: Database; menu: () => Promise<Menu | null> };

/** The same database for what only reads, beside a writer: it takes no lock, and a crowd of writers is not in its way. */
export function openBeside(address: DatabaseAddress): Reader {
  const client = open(address, "read", (ask) => ask());
  const menu = carryMenu(client);
  return { db: drizzle(client), menu };
}

type Line = <Value>(ask: () => Promise<Value>) => Promise<Value>;

function open(
  { url, token, timeoutMs = 8000 }: DatabaseAddress,
  usual: "read" | "write",
  line: Line,
): Client {
  const client = createClient({ url, authToken: token, fetch: askWithin(timeoutMs) });
  const batch = client.batch.bind(client);
  client.batch = (statements, mode = usual) =>
    line(() => patiently(() => batch(statements, mode), timeoutMs));
  const execute = client.execute.bind(client);
  client.execute = (statement: InStatement) => line(() => patiently(() => execute(statement), timeoutMs));
  return client;
}
