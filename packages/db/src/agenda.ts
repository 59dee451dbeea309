import type { SessionView } from "@ontsecretaressen/domain/session";
import { gt, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { selectSessionsWhere, toSessionView } from "./sessions.ts";
import { sessions } from "./tables.ts";

/** Every session that has yet to begin, the cancelled ones too, soonest first. One round trip. */
export async function listAhead(db: Database, now: string): Promise<SessionView[]> {
  return (await selectSessionsWhere(db, now, gt(sessions.startsAt, now))).map(toSessionView);
}

/** A session as a calendar keeps it. */
export type CalendarSession = Pick<
  SessionView,
  "slug" | "title" | "summary" | "startsAt" | "endsAt" | "place" | "address" | "city"
> & { id: string; createdAt: string; state: "planned" | "cancelled" };

/** The sessions of a calendar, from `since` on: what was there lately stays a while in people's own. One round trip. */
export async function listForCalendar(db: Database, since: string): Promise<CalendarSession[]> {
  return await db.all<CalendarSession>(sql`select id, slug, title, summary, starts_at as startsAt, ends_at as endsAt,
      place, address, city, created_at as createdAt, state
    from sessions where starts_at > ${since} order by starts_at, id limit 500`);
}
