import type { Client } from "@libsql/client/http";
import { sha256 } from "./hash.ts";

export type MigrationFile = { name: string; sql: string };

/**
 * Brings a database up to the given files, in order of name. One file is one atomic batch with its own row,
 * so two runners at once apply it once. Refuses a file that changed after it was applied, one that is gone, and one
 * that leaves a row pointing at nothing.
 */
export async function migrate(client: Client, files: MigrationFile[]): Promise<{ applied: string[] }> {
  // A write batch waits for its turn, where a lone statement of a second runner would find the database locked.
  await client.batch(
    [
      "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT",
    ],
    "write",
  );
  const known = await readApplied(client);
  const names = new Set(files.map((file) => file.name));
  for (const name of known.keys()) {
    if (!names.has(name))
      throw new Error(`Migration ${name} was applied to this database but is not in this code.`);
  }
  const applied: string[] = [];
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (await applyOne(client, file, known)) applied.push(file.name);
  }
  return { applied };
}

async function applyOne(client: Client, file: MigrationFile, known: Map<string, string>): Promise<boolean> {
  const checksum = await sha256(file.sql);
  if (isApplied(known, file.name, checksum)) return false;
  const record = {
    sql: "INSERT INTO migrations (name, checksum, applied_at) VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    args: [file.name, checksum],
  };
  try {
    // To change a CHECK a table is made anew beside the old one, which needs foreign keys to be off meanwhile.
    await client.migrate([record, ...statementsOf(file.sql), FAIL_ON_BROKEN_KEY]);
    return true;
  } catch (error) {
    // Another runner may have been first: then its row is there, and says whether it ran the same file.
    if (isApplied(await readApplied(client), file.name, checksum)) return false;
    throw error;
  }
}

// SQLite has no RAISE outside triggers; text that is not JSON breaks off the batch just as well.
const FAIL_ON_BROKEN_KEY = `SELECT json('a row of ' || "table" || ' points at nothing') FROM pragma_foreign_key_check`;

function isApplied(known: Map<string, string>, name: string, checksum: string): boolean {
  const before = known.get(name);
  if (before === undefined) return false;
  if (before !== checksum)
    throw new Error(`Migration ${name} changed after it was applied; write a new one instead.`);
  return true;
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.execute(
    "SELECT json_object('name', name, 'checksum', checksum) AS entry FROM migrations",
  );
  return new Map(
    rows.map(({ entry }) => {
      const { name, checksum }: { name: string; checksum: string } = JSON.parse(
        typeof entry === "string" ? entry : "{}",
      );
      return [name, checksum];
    }),
  );
}

/** The statements of a file: parted by empty lines, comments at the start of a line left out. */
export function statementsOf(sql: string): string[] {
  return sql
    .split(/\n\s*\n/u)
    .map((part) => part.replaceAll(/^--.*$/gmu, "").trim())
    .filter((part) => part !== "");
}
