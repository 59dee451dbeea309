import { adminRoles, type Admin, type AdminRole } from "@ontsecretaressen/domain/admin";
import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { adminTokens, audit } from "./tables.ts";

export type AdminToken = {
  id: string;
  name: string;
  roles: AdminRole[];
  tokenHash: string;
  now: string;
  expiresAt: string | null;
};

/** Keeps a token's hash under a name; the same hash again changes nothing. The roles are a JSON list. */
export async function saveAdminToken(db: Database, token: AdminToken): Promise<void> {
  await db
    .insert(adminTokens)
    .values({
      id: token.id,
      name: token.name,
      tokenHash: token.tokenHash,
      roles: JSON.stringify(token.roles),
      createdAt: token.now,
      expiresAt: token.expiresAt,
    })
    .onConflictDoNothing();
}

/** Whose token it is, or null when it is unknown, revoked or past. */
export async function findAdmin(db: Database, tokenHash: string, now: string): Promise<Admin | null> {
  const [row] = await db
    .select({ id: adminTokens.id, name: adminTokens.name, roles: adminTokens.roles })
    .from(adminTokens)
    .where(
      and(
        eq(adminTokens.tokenHash, tokenHash),
        isNull(adminTokens.revokedAt),
        or(isNull(adminTokens.expiresAt), gt(adminTokens.expiresAt, now)),
      ),
    );
  return row === undefined ? null : { ...row, roles: rolesOf(row.roles) };
}

/** Ends a token from now on. */
export async function revokeAdminToken(db: Database, id: string, now: string): Promise<boolean> {
  const rows = await db
    .update(adminTokens)
    .set({ revokedAt: sql`coalesce(${adminTokens.revokedAt}, ${now})` })
    .where(eq(adminTokens.id, id))
    .returning({ id: adminTokens.id });
  return rows.length > 0;
}

/** The tokens there are, newest first; never their hashes. */
export async function listAdminTokens(db: Database) {
  const rows = await db
    .select({
      id: adminTokens.id,
      name: adminTokens.name,
      roles: adminTokens.roles,
      createdAt: adminTokens.createdAt,
      expiresAt: adminTokens.expiresAt,
      revokedAt: adminTokens.revokedAt,
    })
    .from(adminTokens)
    .orderBy(desc(adminTokens.id));
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

/** The row that says who did what, to be put into the batch that does it. */
export function insertAudit(
  db: Database,
  entry: { id: string; at: string; admin: Admin; act: string; subject: string },
) {
  return db
    .insert(audit)
    .values({
      id: entry.id,
      at: entry.at,
      adminId: entry.admin.id,
      adminName: entry.admin.name,
      act: entry.act,
      subject: entry.subject,
    })
    .onConflictDoNothing();
}

function rolesOf(json: string): AdminRole[] {
  const listed: unknown = JSON.parse(json);
  return Array.isArray(listed) ? adminRoles.filter((role) => listed.includes(role)) : [];
}

/** Who did what, newest first. */
export function listAudit(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select()
    .from(audit)
    .where(asked.before === null ? undefined : lt(audit.id, asked.before))
    .orderBy(desc(audit.id))
    .limit(asked.limit);
}
