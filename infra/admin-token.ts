import { createHash, randomBytes } from "node:crypto";
import { saveAdminToken } from "@ontsecretaressen/db/admins";
import { openWriter } from "@ontsecretaressen/db/client/open";
import { adminRoles, type AdminRole } from "@ontsecretaressen/domain/admin";

export type TokenOwner = { name: string; roles: readonly AdminRole[] };

/** Lets a token in at the protected endpoint of a database. The same token again changes nothing. */
export async function admitToken(
  database: { url: string; token: string | undefined },
  adminToken: string,
  { name, roles }: TokenOwner,
): Promise<void> {
  const tokenHash = createHash("sha256").update(adminToken).digest("hex");
  const row = { id: `tok_${tokenHash.slice(0, 26)}`, name, roles: [...roles], tokenHash, expiresAt: null };
  await saveAdminToken(openWriter(database), { ...row, now: new Date().toISOString() });
}

async function run([name, ...wanted]: string[]): Promise<string | null> {
  const url = process.env["DATABASE_URL"];
  const roles = adminRoles.filter((role) => wanted.includes(role));
  if (!url || !name || roles.length === 0 || roles.length < wanted.length) {
    process.stderr.write(
      `Use: DATABASE_URL=… DATABASE_TOKEN=… node infra/admin-token.ts "Name" role…\nRoles: ${adminRoles.join(", ")}\n`,
    );
    return null;
  }
  const token = randomBytes(24).toString("base64url");
  await admitToken({ url, token: process.env["DATABASE_TOKEN"] }, token, { name, roles });
  return token;
}

if (process.argv[1] === import.meta.filename) {
  const token = await run(process.argv.slice(2));
  if (token) process.stdout.write(`${token}\nThis is shown once; only its hash is kept.\n`);
  else process.exitCode = 1;
}
