import type { Admin } from "@ontsecretaressen/domain/admin";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "./client/open.ts";

/**
 * When, by whom, and under which key of the request. The key is 64 letters that say whose it is and which, a space, and
 * what was asked: one that comes again finds what it did the first time.
 */
export type Act = { at: string; auditId: string; admin: Admin; key: string | null };

/** What was done under a key: to what, and whether just this was asked. */
export type KeyedAct = { subject: string; isSame: boolean };

const KEY_NAME_LENGTH = 64;

/**
 * The row that says who made something, to be put into the batch that makes it: `made` selects its id, or nothing. When the
 * key made something else before, this fails, and all of its batch with it.
 */
export const auditMade = (db: Database, by: Act, act: string, made: SQL): Write =>
  db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject, idempotency_key)
    select ${by.auditId}, ${by.at}, ${by.admin.id}, ${by.admin.name}, ${act}, made.id, ${by.key} from (${made}) made
    where not exists (select 1 from audit where id = ${by.auditId})`);

/** The row that says who did something to what `which` selects as `id`, to be put before it in its batch; none for nothing. */
export const auditDone = (db: Database, by: Act, act: string, which: SQL): Write =>
  db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject, idempotency_key)
    select ${by.auditId}, ${by.at}, ${by.admin.id}, ${by.admin.name}, ${act}, done.id, ${by.key} from (${which}) done
    where true on conflict do nothing`);

/** Whether an act has its row: only then the rest of its batch does anything. */
export const isDone = (by: Act): SQL => sql`exists (select 1 from audit where audit.id = ${by.auditId})`;

/** Whether it has, or was done to this subject under the same key before. */
export const isKnown = (by: Act, subject: SQL): SQL =>
  sql`exists (select 1 from audit where audit.subject = ${subject}
    and (audit.id = ${by.auditId} or audit.idempotency_key = ${by.key}))`;

/** What was done under a key before, or null. */
export async function findKeyedAct(db: Database, key: string): Promise<KeyedAct | null> {
  const name = key.slice(0, KEY_NAME_LENGTH);
  const rows = await db.all<{
    subject: string;
    key: string;
  }>(sql`select subject, idempotency_key as key from audit
    where idempotency_key is not null and substr(idempotency_key, 1, 64) = ${name}`);
  const found = rows[0];
  return found === undefined ? null : { subject: found.subject, isSame: found.key === key };
}

/** Forgets the keys of before a moment: from then on each is free again. */
export const forgetKeys = (db: Database, before: string): Write[] => [
  db.run(sql`update audit set idempotency_key = null where idempotency_key is not null and at < ${before}`),
  db.run(
    sql`update messages set idempotency_key = null where idempotency_key is not null and at < ${before}`,
  ),
];
