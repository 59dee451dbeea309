import type { Database } from "@ontsecretaressen/db/client/open";
import { openReader } from "@ontsecretaressen/db/client/open-reader";

/** A database to read from. The only place here that reads bindings. */
export const databaseOf = (env: Env): Database =>
  openReader({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN, timeoutMs: 5000 }).db;
