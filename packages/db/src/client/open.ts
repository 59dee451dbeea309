import type { Client } from "@libsql/client/http";
import type { Menu } from "@ontsecretaressen/domain/menu";
import { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { LibSQLSession } from "drizzle-orm/libsql/session";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core/dialect";
import type { DatabaseAddress } from "./ask.ts";
import { carryMenu } from "./carry-menu.ts";
import { type Batch, batchOf, doOne, type Statement } from "./batch.ts";
import { inTurn } from "./in-turn.ts";
import { nameValues } from "./name-values.ts";
import { patiently } from "./patiently.ts";

export type Database = LibSQLDatabase;

/** A statement that writes, to be put into a batch. */
export type Write = ReturnType<Database["run"]>;

/**
 * A database to write to: a `batch` is atomic and takes the write lock at once (drizzle's own default loses to
 * SQLITE_BUSY). A batch may run twice when its answer got lost, so each must leave the same behind the second time.
 */
export function openWriter(address: DatabaseAddress): Database {
  const batch = batchOf(address, "IMMEDIATE");
  const wait = <Value>(act: () => Promise<Value>) => inTurn(() => patiently(act, address.timeoutMs));
  return drizzle(
    (statements) => wait(() => batch(statements)),
    (statement) => wait(() => doOne(address, statement)),
  );
}

/** A database to read from, and the menu that its first question carried along. */
export type Reader = { db: Database; menu: () => Promise<Menu | null> };

/** The same database for what only reads, beside a writer: it takes no lock, and a crowd of writers is not in its way. */
export function openBeside(address: DatabaseAddress): Reader {
  const ask = batchOf(address, "TRANSACTION READONLY");
  const { batch, menu } = carryMenu((statements) => patiently(() => ask(statements), address.timeoutMs));
  return { db: drizzle(batch, (statement) => batch([statement])), menu };
}

// Drizzle's own way in brings the whole client along, and asks it for no more than this.
function drizzle(batch: Batch, one: (statement: Statement) => ReturnType<Batch>): Database {
  const client = {
    batch: async (statements: Statement[]) => (await batch(statements)).map(nameValues),
    execute: async (statement: Statement) => (await one(statement)).map(nameValues)[0],
  };
  const dialect = new SQLiteAsyncDialect();
  const session = new LibSQLSession<Record<string, never>, Record<string, never>>(
    client as unknown as Client,
    dialect,
    undefined,
    {},
    undefined,
  );
  return new LibSQLDatabase("async", dialect, session, undefined);
}
