import type { PauseReason } from "@ontsecretaressen/domain/email-failure";
import { desc, isNull, sql, and, asc } from "drizzle-orm";
import { type Act, auditDone, isDone } from "../audit.ts";
import type { Database } from "../client/open.ts";
import { mailPauses, suppressions } from "../tables/people.ts";

/** The addresses that get no email, newest first. */
export function listSuppressions(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select({
      id: suppressions.id,
      address: suppressions.addressKey,
      reason: suppressions.reason,
      at: suppressions.at,
    })
    .from(suppressions)
    .where(
      and(
        isNull(suppressions.liftedAt),
        asked.before === null ? undefined : sql`${suppressions.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(suppressions.id))
    .limit(asked.limit);
}

/** Lets an address get email again, and writes down who did it. False when it is not suppressed. */
export async function liftSuppression(db: Database, id: string, by: Act): Promise<boolean> {
  const [, , done] = await db.batch([
    auditDone(
      db,
      by,
      "suppression.lift",
      sql`select id from suppressions where id = ${id} and lifted_at is null`,
    ),
    db.run(sql`update suppressions set lifted_at = ${by.at}, lifted_by = ${by.admin.name}
      where id = ${id} and lifted_at is null and ${isDone(by)}`),
    db.all<{ id: string }>(sql`select id from audit where id = ${by.auditId} or idempotency_key = ${by.key}`),
  ]);
  return done.length > 0;
}

/** What keeps all emails from going, the longest first. */
export function listPauses(db: Database) {
  return db.select().from(mailPauses).orderBy(asc(mailPauses.beganAt));
}

/** Ends a pause before its time, and writes down who did it. False when there is none. */
export async function endPause(db: Database, reason: PauseReason, by: Act): Promise<boolean> {
  const [, , done] = await db.batch([
    auditDone(db, by, "pause.end", sql`select reason as id from mail_pauses where reason = ${reason}`),
    db.run(sql`delete from mail_pauses where reason = ${reason} and ${isDone(by)}`),
    db.all<{ id: string }>(sql`select id from audit where id = ${by.auditId} or idempotency_key = ${by.key}`),
  ]);
  return done.length > 0;
}
