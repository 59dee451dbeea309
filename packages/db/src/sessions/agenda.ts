import type { SessionView } from "@ontsecretaressen/domain/session";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { selectSessionsWhere, toSessionView } from "./find.ts";

/** Every session of which a meeting has yet to begin, the cancelled ones too. One round trip. */
export async function listAhead(db: Database, now: string): Promise<SessionView[]> {
  const isAhead = sql`(sessions.starts_at > ${now}
    or exists (select 1 from meetings m where m.session_id = sessions.id and m.starts_at > ${now}))`;
  return (await selectSessionsWhere(db, now, isAhead)).map(toSessionView);
}

/** A meeting as a calendar keeps it: every session, and each later time that a series comes together. */
export type CalendarSession = Pick<
  SessionView,
  "slug" | "title" | "summary" | "startsLocal" | "endsLocal" | "place" | "address" | "city"
> & {
  id: string;
  /** Which meeting of its session it is, of how many. */
  position: number;
  count: number;
  version: number;
  changedAt: string;
  state: "planned" | "cancelled";
};

/** The meetings of a calendar, from `since` on: what was there lately stays a while in people's own. One round trip. */
export async function listForCalendar(db: Database, since: string): Promise<CalendarSession[]> {
  return await db.all<CalendarSession>(sql`select s.id, s.slug, s.title, s.summary, m.position, m.starts_local as startsLocal,
      m.ends_local as endsLocal, (select 1 + count(*) from meetings c where c.session_id = s.id) as count, s.place, s.address,
      s.city, s.version, coalesce(s.changed_at, s.created_at) as changedAt,
      iif(s.state = 'cancelled' and m.starts_at > coalesce(s.cancelled_at, ''), 'cancelled', 'planned') as state
    from sessions s join (select id as session_id, 1 as position, starts_local, ends_local, starts_at from sessions
      union all select session_id, position, starts_local, ends_local, starts_at from meetings) m on m.session_id = s.id
    where m.starts_at > ${since} order by m.starts_at, s.id limit 500`);
}
