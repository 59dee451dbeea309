import { sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { seatsTaken } from "./seats.ts";

/** What must always be true, and each row that breaks it. Of who was erased no email is left. One older than `lateBefore` should have gone. */
export async function findBroken(
  db: Database,
  asked: { now: string; lateBefore: string },
): Promise<{ rule: string; subject: string }[]> {
  const rules = await db.batch([
    db.all<{
      rule: string;
      subject: string;
    }>(sql`select 'overbooked' as rule, s.slug as subject from sessions s
      where max(s.capacity, s.seats_given) < ${seatsTaken(sql`s.id`, asked.now)}`),
    db.all<{
      rule: string;
      subject: string;
    }>(sql`select 'signup_without_email' as rule, g.id as subject from signups g
      where g.email <> '' and not exists (select 1 from emails e where e.signup_id = g.id)`),
    db.all<{
      rule: string;
      subject: string;
    }>(sql`select 'confirmed_without_email' as rule, g.id as subject from signups g
      where g.state = 'confirmed' and g.email <> '' and not exists (select 1 from emails e where e.signup_id = g.id and e.kind = 'signup_confirmed')`),
    db.all<{ rule: string; subject: string }>(sql`select 'email_late' as rule, e.id as subject from emails e
      where e.state in ('waiting', 'sending') and e.created_at < ${asked.lateBefore}
        and (e.attempts > 0 or e.due_at < ${asked.lateBefore})`),
    db.all<{ rule: string; subject: string }>(
      sql`select 'email_failed' as rule, e.id as subject from emails e where e.state in ('failed', 'expired')`,
    ),
    db.all<{
      rule: string;
      subject: string;
    }>(sql`select 'answer_elsewhere' as rule, c.id as subject from comments c
      join comments p on p.id = c.parent_id where p.article_id <> c.article_id`),
  ]);
  return rules.flat();
}
