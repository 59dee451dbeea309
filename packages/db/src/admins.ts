import { adminRoles, type Admin, type AdminRole } from "@ontsecretaressen/domain/admin";
import { and, desc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type Act, auditMade } from "./audit.ts";
import type { Database } from "./client/open.ts";
import { adminTokens, audit } from "./tables/people.ts";

export type AdminToken = {
  id: string;
  name: string;
  roles: AdminRole[];
  tokenHash: string;
  /** By which Cloudflare Access knows who holds it. */
  email?: string | null;
  now: string;
  expiresAt: string | null;
};

/** Keeps a token's hash under a name; the same hash again changes nothing. The roles are a JSON list. */
export async function saveAdminToken(db: Database, token: AdminToken): Promise<void> {
  await insertAdminToken(db, token);
}

/** A token made by an organiser, with the row that says so. Throws when its key made something else. */
export async function makeAdminToken(db: Database, token: AdminToken, by: Act): Promise<void> {
  const made = sql`select id from admin_tokens where id = ${token.id}`;
  await db.batch([insertAdminToken(db, token), auditMade(db, by, "token.make", made)]);
}

function insertAdminToken(db: Database, token: AdminToken) {
  return db
    .insert(adminTokens)
    .values({
      id: token.id,
      name: token.name,
      tokenHash: token.tokenHash,
      email: token.email ?? null,
      roles: JSON.stringify(token.roles),
      createdAt: token.now,
      expiresAt: token.expiresAt,
    })
    .onConflictDoNothing();
}

/** Whose token it is, or null when it is unknown, revoked or past. */
export const findAdmin = (db: Database, tokenHash: string, now: string): Promise<Admin | null> =>
  findHolder(db, eq(adminTokens.tokenHash, tokenHash), now);

/**
 * Who holds the newest token with this address; null when there is none, or that one is revoked or past, whatever older
 * ones say.
 */
export const findAdminByEmail = (db: Database, email: string, now: string): Promise<Admin | null> =>
  findHolder(
    db,
    sql`${adminTokens.id} = (select max(t.id) from admin_tokens t where lower(t.email) = lower(${email}))`,
    now,
  );

async function findHolder(db: Database, which: SQL, now: string): Promise<Admin | null> {
  const [row] = await db
    .select({
      id: adminTokens.id,
      name: adminTokens.name,
      roles: adminTokens.roles,
      endsAt: adminTokens.expiresAt,
    })
    .from(adminTokens)
    .where(
      and(
        which,
        isNull(adminTokens.revokedAt),
        or(isNull(adminTokens.expiresAt), gt(adminTokens.expiresAt, now)),
      ),
    );
  return row === undefined ? null : { ...row, roles: rolesOf(row.roles) };
}

/** Ends a token from now on, and writes down who did it. False when there is no such token. */
export async function revokeAdminToken(
  db: Database,
  id: string,
  by: { auditId: string; admin: Admin; now: string },
): Promise<boolean> {
  const [rows] = await db.batch([
    db
      .update(adminTokens)
      .set({ revokedAt: sql`coalesce(${adminTokens.revokedAt}, ${by.now})` })
      .where(eq(adminTokens.id, id))
      .returning({ id: adminTokens.id }),
    db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
      select ${by.auditId}, ${by.now}, ${by.admin.id}, ${by.admin.name}, 'token.end', id from admin_tokens
      where id = ${id} on conflict do nothing`),
  ]);
  return rows.length > 0;
}

/** The tokens there are, newest first; never their hashes. */
export async function listAdminTokens(db: Database) {
  const rows = await db
    .select({
      id: adminTokens.id,
      name: adminTokens.name,
      email: adminTokens.email,
      roles: adminTokens.roles,
      createdAt: adminTokens.createdAt,
      expiresAt: adminTokens.expiresAt,
      revokedAt: adminTokens.revokedAt,
    })
    .from(adminTokens)
    .orderBy(desc(adminTokens.id));
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

function rolesOf(json: string): AdminRole[] {
  const listed: unknown = JSON.parse(json);
  return Array.isArray(listed) ? adminRoles.filter((role) => listed.includes(role)) : [];
}

/** Who did what, newest first: with the name of what it was done to, and the bundle by which it can be undone. */
export function listAudit(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select({
      id: audit.id,
      at: audit.at,
      adminId: audit.adminId,
      adminName: audit.adminName,
      act: audit.act,
      subject: audit.subject,
      // Named in full: in a query of one table its columns come without their table, and would be those of the inner one.
      about: sql<string | null>`coalesce(
        (select a.title from articles a where a.id = audit.subject),
        (select c.name from comments c where c.id = audit.subject),
        (select c.name from reports r join comments c on c.id = r.comment_id where r.id = audit.subject),
        (select s.title from sessions s where s.id = audit.subject),
        (select t.name from admin_tokens t where t.id = audit.subject),
        (select u.name from authors u where u.id = audit.subject),
        (select k.title from categories k where k.id = audit.subject),
        (select g.title from tags g where g.id = audit.subject),
        (select m.alt from media m where m.id = audit.subject),
        (select e.to_address from emails e where e.id = audit.subject),
        (select s.address_key from suppressions s where s.id = audit.subject),
        iif(audit.act like 'forget.%', audit.subject, null))`,
      undo: sql<string | null>`case when audit.change is not null and not exists (select 1 from audit later
        where later.subject = audit.subject and later.rowid > audit.rowid and later.change is not null)
        then audit.bundle end`,
    })
    .from(audit)
    .where(asked.before === null ? undefined : lt(audit.id, asked.before))
    .orderBy(desc(audit.id))
    .limit(asked.limit);
}
