import type { Admin } from "@ontsecretaressen/domain/admin";
import { eq, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { sessions } from "./tables.ts";

export type SessionRow = {
  id: string;
  slug: string;
  step: string;
  title: string;
  summary: string;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  place: string;
  address: string;
  city: string;
  guides: string;
  capacity: number;
};

/** The statement that keeps a planned session of a known step, once per address. */
export function insertSession(db: Database, row: SessionRow, at: string, idempotencyKey: string | null) {
  return db.run(sql`insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at,
      ends_at, place, address, city, guides, capacity, state, created_at, idempotency_key)
    select ${row.id}, ${row.slug}, s.id, ${row.title}, ${row.summary}, ${row.startsLocal}, ${row.endsLocal}, ${row.timeZone},
      ${row.startsAt}, ${row.endsAt}, ${row.place}, ${row.address}, ${row.city}, ${row.guides}, ${row.capacity}, 'planned',
      ${at}, ${idempotencyKey}
    from steps s where s.slug = ${row.step} on conflict do nothing`);
}

/** Plans a session; the same idempotency key gives the first one back. Null when the step is unknown or the address taken. */
export async function planSession(
  db: Database,
  row: SessionRow & { idempotencyKey: string },
  by: { at: string; auditId: string; admin: Admin },
) {
  const [, , kept] = await db.batch([
    insertSession(db, row, by.at, row.idempotencyKey),
    db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
      select ${by.auditId}, ${by.at}, ${by.admin.id}, ${by.admin.name}, 'session.plan', id from sessions where id = ${row.id} on conflict do nothing`),
    db.select().from(sessions).where(eq(sessions.idempotencyKey, row.idempotencyKey)),
  ]);
  return kept[0] ?? null;
}
