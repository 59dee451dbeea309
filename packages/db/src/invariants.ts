import type { InvariantMoment } from "@ontsecretaressen/domain/invariant";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./client/open.ts";
import { seatRules } from "./seats/rules.ts";

/** A rule that is broken, and by what: an id, or the address of a session with a place on its list. */
export type Broken = { rule: string; subject: string };

const otherRules = ({ lateBefore, settledBefore }: InvariantMoment): Record<string, SQL> => ({
  email_late: sql`select e.id as subject from emails e where e.state in ('waiting', 'sending')
    and e.created_at < ${lateBefore} and (e.attempts > 0 or e.due_at < ${lateBefore})`,
  email_failed: sql`select e.id as subject from emails e where e.state in ('failed', 'expired')
    and not exists (select 1 from emails n where n.again_of = e.id)`,
  // Thanks wait for the list of who was there.
  reminder_late: sql`select r.session_id || ' ' || r.kind as subject from reminders r where r.state = 'planned'
    and r.kind <> 'afterwards' and r.due_at < ${settledBefore}`,
  answer_elsewhere: sql`select c.id as subject from comments c join comments p on p.id = c.parent_id
    where p.article_id <> c.article_id`,
});

/** What must always be true, and each row that breaks it, at a moment. One round trip. */
export function findBroken(db: Database, moment: InvariantMoment): Promise<Broken[]> {
  const rules = Object.entries({ ...seatRules(moment), ...otherRules(moment) });
  const each = rules.map(([rule, found]) => sql`select ${rule} as rule, subject from (${found})`);
  return db.all<Broken>(sql.join(each, sql` union all `));
}
