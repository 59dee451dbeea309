import { askWithin } from "./ask.ts";
import { carryMenu } from "./carry-menu.ts";
import type { DatabaseAddress, Reader } from "./open.ts";
import { patiently } from "./patiently.ts";
import { makeReadClient } from "./read-client.ts";
import { readDatabase } from "./read-database.ts";

/**
 * A database to read from: one `batch` is one round trip, and all of it sees one moment. The first carries the menu along.
 * A client belongs to one request.
 */
export function openReader({ url, token, timeoutMs = 8000 }: DatabaseAddress): Reader {
  const client = makeReadClient({ url, token, ask: askWithin(timeoutMs) });
  const batch = client.batch.bind(client);
  client.batch = (statements) => patiently(() => batch(statements), timeoutMs);
  const menu = carryMenu(client);
  return { db: readDatabase(client), menu };
}
