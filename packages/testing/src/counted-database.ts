import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type Client } from "@libsql/client/http";
import { keepSecrets, type Secrets } from "@ontsecretaressen/infra/local/secrets";
import { startSqld } from "@ontsecretaressen/infra/local/sqld";
import { migrateDatabase } from "@ontsecretaressen/infra/migrate";
import { startProxy, type Fault } from "./proxy.ts";

/** How often each holder of a database token went to the database, such as `{ site: 1 }`. */
export type RoundTrips = Record<string, number>;

export type CountedDatabase = {
  /** Where the Workers go: through the counter. */
  url: string;
  /** The server itself, past the counter. */
  directUrl: string;
  secrets: Secrets;
  sql: Client;
  counts: () => RoundTrips;
  answers: (fault: Fault | null) => void;
  stopDatabase: () => Promise<void>;
  startDatabase: () => Promise<void>;
  stop: () => Promise<void>;
};

function holderOf(authorization: string | undefined): string {
  const claims = authorization?.split(".")[1];
  if (!claims) return "nobody";
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub?: string };
  return (sub ?? "nobody").replace("ontsecretaressen-", "");
}

/** A migrated libSQL server that asks for tokens, behind a door that counts who comes and can fail. */
export async function startCountedDatabase(): Promise<CountedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "ontsecretaressen-house-"));
  const secrets = keepSecrets(folder);
  const options = { dataDir: join(folder, "database"), publicKeyFile: secrets.publicKeyFile };
  let sqld = await startSqld(options);
  const token = secrets.databaseToken("rw", "test");
  await migrateDatabase(sqld.url, token);

  let counts: RoundTrips = {};
  let fault: Fault | null = null;
  const proxy = await startProxy(sqld.url, {
    before({ path, headers }) {
      if (!path.includes("/pipeline")) return fault;
      const holder = holderOf(headers.authorization);
      counts = { ...counts, [holder]: (counts[holder] ?? 0) + 1 };
      return fault;
    },
  });
  const sql = createClient({ url: sqld.url, authToken: token });

  return {
    url: proxy.url,
    directUrl: sqld.url,
    secrets,
    sql,
    counts: () => counts,
    answers(next) {
      fault = next;
    },
    stopDatabase: () => sqld.kill(),
    async startDatabase() {
      sqld = await startSqld({ ...options, port: sqld.port });
    },
    async stop() {
      sql.close();
      await proxy.stop();
      await sqld.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
