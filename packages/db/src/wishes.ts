import { sql } from "drizzle-orm";
import type { Database, Write } from "./open.ts";
import { stepIsOpenFor } from "./step-access.ts";

/**
 * Tells those who wished for a date of its step that a session is planned, each once: only a proved wish, of somebody to
 * whom the step is open. Who is told has had her wish. `emailId` is the base of the ids.
 */
export function tellWishers(
  db: Database,
  sessionId: string,
  { emailId, at }: { emailId: string; at: string },
): Write[] {
  const isHeard = sql`s.id = ${sessionId} and w.proved_at is not null and w.told_at is null
    and ${stepIsOpenFor(sql`w.person_id`, sql`w.step_id`)}`;
  return [
    db.run(sql`insert into emails (id, kind, to_address, person_id, session_id, step_id, state, attempts, due_at, created_at)
      select ${emailId} || substr(w.id, 5), 'session_planned', p.email, p.id, s.id, s.step_id, 'waiting', 0, ${at}, ${at}
      from sessions s join wishes w on w.step_id = s.step_id join people p on p.id = w.person_id
      where ${isHeard} on conflict do nothing`),
    db.run(sql`update wishes as w set told_at = ${at}
      where exists (select 1 from sessions s where s.step_id = w.step_id and ${isHeard})`),
  ];
}
