import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client/http";
import { migrate } from "@ontsecretaressen/db/migrate";

const folder = join(import.meta.dirname, "..", "packages", "db", "migrations");

/** Brings a database up to date with the migrations in this repository; answers the names it applied. */
export async function migrateDatabase(url: string, token?: string): Promise<string[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const files = names.map((name) => ({ name, sql: readFileSync(join(folder, name), "utf8") }));
  const client = createClient({ url, ...(token && { authToken: token }) });
  try {
    return (await migrate(client, files)).applied;
  } finally {
    client.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env["DATABASE_URL"];
  if (!url) {
    process.stderr.write("Set DATABASE_URL (and DATABASE_TOKEN) to the database that must be migrated.\n");
    process.exit(1);
  }
  const applied = await migrateDatabase(url, process.env["DATABASE_TOKEN"]);
  process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(", ")}\n` : "Nothing to apply.\n");
}
