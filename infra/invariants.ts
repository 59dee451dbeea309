import { findBroken } from "@ontsecretaressen/db/invariants";
import { openBeside } from "@ontsecretaressen/db/client/open";
import { invariantMoment } from "@ontsecretaressen/domain/invariant";

/** Looks whether what must always be true of a database is so now; answers a line for each row that breaks it. */
async function lookForBroken(database: { url: string; token: string | undefined }): Promise<string[]> {
  const broken = await findBroken(openBeside(database).db, invariantMoment(new Date()));
  return broken.map(({ rule, subject }) => `${rule} ${subject}`);
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env["DATABASE_URL"];
  if (!url) {
    process.stderr.write("Set DATABASE_URL (and DATABASE_TOKEN) to the database that must be looked at.\n");
    process.exit(1);
  }
  const broken = await lookForBroken({ url, token: process.env["DATABASE_TOKEN"] });
  process.stdout.write(broken.length > 0 ? `${broken.join("\n")}\n` : "Nothing is broken.\n");
  if (broken.length > 0) process.exitCode = 2;
}
