import type { DatabaseAddress } from "./ask.ts";
import { carryMenu } from "./carry-menu.ts";
import { batchOf } from "./batch.ts";
import type { Reader } from "./open.ts";
import { patiently } from "./patiently.ts";
import { readDatabase } from "./read-database.ts";

/**
 * A database to read from: one `batch` is one round trip, and all of it sees one moment. The first carries the menu along.
 * A client belongs to one request.
 */
export function openReader(address: DatabaseAddress): Reader {
  const ask = batchOf(address, "TRANSACTION READONLY");
  const { batch, menu } = carryMenu((statements) => patiently(() => ask(statements), address.timeoutMs));
  return { db: readDatabase(batch), menu };
}
