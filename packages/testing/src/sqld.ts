import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type Client } from "@libsql/client/http";
import { leashChildren } from "@ontsecretaressen/infra/local/leash";
import { startSqld } from "@ontsecretaressen/infra/local/sqld";
import { migrateDatabase } from "@ontsecretaressen/infra/migrate";

export type TestDatabase = { url: string; sql: Client; stop(): Promise<void> };

/** A fresh libSQL server of one's own, open to everyone, migrated unless `migrated` is false. */
export async function startDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDatabase> {
  leashChildren();
  const folder = mkdtempSync(join(tmpdir(), "ontsecretaressen-db-"));
  const sqld = await startSqld({ dataDir: folder });
  if (migrated) await migrateDatabase(sqld.url);
  const sql = createClient({ url: sqld.url });
  return {
    url: sqld.url,
    sql,
    async stop() {
      sql.close();
      await sqld.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
