import { type Client, createClient, type InStatement } from "@libsql/client/http";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/http";
import { patiently } from "./patiently.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

export type Database = LibSQLDatabase & { $client: Client };

export type DatabaseAddress = { url: string; token: string | undefined; timeoutMs?: number };

/** A database to read from: one `batch` is one round trip, and all of it sees one moment. A client belongs to one request. */
export function openReader(address: DatabaseAddress): Database {
  return open(address, "read");
}

/**
 * A database to write to: a `batch` is atomic and takes the write lock at once (drizzle's own default loses to
 * SQLITE_BUSY). A batch may run twice when its answer got lost, so each must leave the same behind the second time.
 */
export function openWriter(address: DatabaseAddress): Database {
  return open(address, "write");
}

function open({ url, token, timeoutMs = 8000 }: DatabaseAddress, mode: "read" | "write"): Database {
  const client = createClient({
    url,
    authToken: token,
    // The client has no timeout of its own; a hanging database must become a calm page.
    fetch: async (request: Request) => {
      const response = await fetch(request, { signal: AbortSignal.timeout(timeoutMs) }).catch(
        (cause: unknown) => {
          throw new DatabaseUnavailable("no answer", { cause });
        },
      );
      // A fault in the SQL is told inside a 200; any other status is about the server or the token.
      if (!response.ok) throw new DatabaseUnavailable(`status ${response.status}`);
      return response;
    },
  });
  const batch = client.batch.bind(client);
  client.batch = (statements, asked) => patiently(() => batch(statements, asked ?? mode), timeoutMs);
  const execute = client.execute.bind(client);
  client.execute = (statement: InStatement) => patiently(() => execute(statement), timeoutMs);
  return drizzle(client);
}
