import type { Meeting, SessionView, StepLink } from "@ontsecretaressen/domain/session";
import type { Question } from "@ontsecretaressen/domain/question";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { selectQuestions, toQuestion } from "./questions.ts";
import { peopleWaiting, seatsTaken } from "./seats.ts";
import { sessions, steps } from "./tables.ts";

// Named in full: in a query of one table drizzle writes its columns without it, and they would be the inner table's.
/** The step that must be attended before this one, of a selection that reads `steps`. */
export const requiredStep = sql`(select json_object('slug', r.slug, 'title', r.title) from steps r
  where r.id = steps.requires_id)`.mapWith((json: string): StepLink | null => JSON.parse(json));

const laterMeetings =
  sql`(select json_group_array(json_object('position', later.position, 'startsLocal', later.starts_local,
  'endsLocal', later.ends_local, 'startsAt', later.starts_at, 'endsAt', later.ends_at))
  from (select * from meetings where session_id = sessions.id order by position) later)`.mapWith(
    (json: string): Meeting[] => JSON.parse(json),
  );

/** What everybody may know of a session. */
export const sessionColumns = (now: string) => ({
  id: sessions.id,
  slug: sessions.slug,
  title: sessions.title,
  summary: sessions.summary,
  step: { slug: steps.slug, title: steps.title, position: steps.position, requires: requiredStep },
  startsLocal: sessions.startsLocal,
  endsLocal: sessions.endsLocal,
  timeZone: sessions.timeZone,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  place: sessions.place,
  address: sessions.address,
  city: sessions.city,
  guides: sessions.guides,
  isOnline: sql<boolean>`${sessions.onlineUrl} is not null`.mapWith(Boolean),
  opensAt: sessions.opensAt,
  closesAt: sessions.closesAt,
  priceCents: sessions.priceCents,
  payment: sessions.payment,
  movedFrom: sessions.movedFrom,
  later: laterMeetings,
  cancelReason: sessions.cancelReason,
  state: sessions.state,
  seats: {
    capacity: sessions.capacity,
    taken: seatsTaken(sql`${sessions.id}`, now),
    waiting: peopleWaiting(sql`${sessions.id}`, now),
  },
});

/** Sessions still ahead at `now` (UTC), soonest first. */
export function selectSessions(db: Database, asked: { now: string; limit: number }) {
  return db
    .select(sessionColumns(asked.now))
    .from(sessions)
    .innerJoin(steps, eq(steps.id, sessions.stepId))
    .where(and(gt(sessions.startsAt, asked.now), eq(sessions.state, "planned")))
    .orderBy(asc(sessions.startsAt))
    .limit(asked.limit);
}

/** Any sessions, past and cancelled ones too, that meet a condition. */
export function selectSessionsWhere(db: Database, now: string, condition: SQL | undefined) {
  return db
    .select(sessionColumns(now))
    .from(sessions)
    .innerJoin(steps, eq(steps.id, sessions.stepId))
    .where(condition)
    .orderBy(asc(sessions.startsAt));
}

type SessionRow = Omit<SessionView, "isCancelled"> & { state: "planned" | "cancelled" };

/** A row of the selections above as pages and emails know it. */
export function toSessionView({ state, ...row }: SessionRow): SessionView {
  return { ...row, isCancelled: state === "cancelled" };
}

/** One session by its address with what it asks of people, or null. One round trip. */
export async function findSession(
  db: Database,
  slug: string,
  now: string,
): Promise<{ session: SessionView; questions: Question[] } | null> {
  const [rows, asked] = await db.batch([
    selectSessionsWhere(db, now, eq(sessions.slug, slug)),
    selectQuestions(db, sql`(select id from sessions where slug = ${slug})`),
  ]);
  const session = rows.map(toSessionView)[0];
  return session === undefined ? null : { session, questions: asked.map(toQuestion) };
}
