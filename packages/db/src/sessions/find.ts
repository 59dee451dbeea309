import type { NextSession, SessionView } from "@ontsecretaressen/domain/session";
import type { Question } from "@ontsecretaressen/domain/question";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { isSo } from "../conditions.ts";
import { selectQuestions, toQuestion } from "../signups/questions.ts";
import { requiredStep } from "../steps/required.ts";
import { peopleWaiting, seatsTaken } from "../seats/count.ts";

// Made as JSON by the database: what the site would carry to put columns together is more than what it reads.

const laterMeetings = sql`(select json_group_array(json_object('position', later.position,
  'startsLocal', later.starts_local, 'endsLocal', later.ends_local, 'startsAt', later.starts_at, 'endsAt', later.ends_at))
  from (select * from meetings where session_id = sessions.id order by position) later)`;

/** What everybody may know of a session, of a selection that reads `sessions` and `steps`. */
export const sessionView = (now: string): SQL<string> => sql<string>`json_object('slug', sessions.slug,
  'title', sessions.title, 'summary', sessions.summary, 'step', json_object('slug', steps.slug, 'title', steps.title,
    'position', steps.position, 'requires', json(${requiredStep})),
  'startsLocal', sessions.starts_local, 'endsLocal', sessions.ends_local, 'timeZone', sessions.time_zone,
  'startsAt', sessions.starts_at, 'endsAt', sessions.ends_at, 'place', sessions.place, 'address', sessions.address,
  'city', sessions.city, 'guides', sessions.guides, 'isOnline', ${isSo(sql`sessions.online_url is not null`)},
  'opensAt', sessions.opens_at, 'closesAt', sessions.closes_at, 'priceCents', sessions.price_cents,
  'payment', sessions.payment, 'movedFrom', sessions.moved_from, 'later', json(${laterMeetings}),
  'isCancelled', ${isSo(sql`sessions.state = 'cancelled'`)}, 'cancelledAt', sessions.cancelled_at, 'cancelReason', sessions.cancel_reason,
  'seats', json_object('capacity', sessions.capacity, 'taken', ${seatsTaken(sql`sessions.id`, now)},
    'waiting', ${peopleWaiting(sql`sessions.id`, now)}))`;

export type SessionRow = { slug: string; view: string };

/** Any sessions, past and cancelled ones too, that meet a condition, soonest first. */
export const selectSessionsWhere = (db: Database, now: string, condition: SQL, limit = -1) =>
  db.all<SessionRow>(sql`select sessions.slug, ${sessionView(now)} as view
    from sessions join steps on steps.id = sessions.step_id where ${condition} order by sessions.starts_at limit ${limit}`);

/** Sessions still ahead at `now` (UTC), soonest first. */
export const selectSessions = (db: Database, { now, limit }: { now: string; limit: number }) =>
  selectSessionsWhere(db, now, sql`sessions.starts_at > ${now} and sessions.state = 'planned'`, limit);

/** The first session still ahead at `now` (UTC), if there is one. */
export const selectNextSession = (db: Database, now: string) =>
  db.all<NextSession>(sql`select slug, title, city, starts_local as startsLocal, ends_local as endsLocal,
      starts_at as startsAt
    from sessions where starts_at > ${now} and state = 'planned' order by starts_at limit 1`);

/** A row of the selections of whole sessions as pages and emails know it. */
export const toSessionView = ({ view }: Pick<SessionRow, "view">): SessionView => JSON.parse(view);

/** One session by its address with what it asks of people, or null. One round trip. */
export async function findSession(
  db: Database,
  slug: string,
  now: string,
): Promise<{ session: SessionView; questions: Question[] } | null> {
  const [rows, asked] = await db.batch([
    selectSessionsWhere(db, now, sql`sessions.slug = ${slug}`),
    selectQuestions(db, sql`(select id from sessions where slug = ${slug})`),
  ]);
  const session = rows.map(toSessionView)[0];
  return session === undefined ? null : { session, questions: asked.map(toQuestion) };
}
