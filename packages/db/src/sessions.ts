import type { SessionView } from "@ontsecretaressen/domain/session";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { sessions, steps } from "./tables.ts";

/** How many have a seat: confirmed, or held and not yet past. `s` is the alias or name of the sessions row. */
export const seatsTaken = (session: SQL, now: string): SQL<number> =>
  sql<number>`(select count(*) from signups t where t.session_id = ${session}
    and (t.state = 'confirmed' or (t.state = 'held' and t.held_until > ${now})))`;

export const peopleWaiting = (session: SQL): SQL<number> =>
  sql<number>`(select count(*) from signups w where w.session_id = ${session} and w.state = 'waiting')`;

const sessionColumns = (now: string) => ({
  id: sessions.id,
  slug: sessions.slug,
  title: sessions.title,
  summary: sessions.summary,
  step: { slug: steps.slug, title: steps.title, position: steps.position },
  startsLocal: sessions.startsLocal,
  endsLocal: sessions.endsLocal,
  timeZone: sessions.timeZone,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  place: sessions.place,
  address: sessions.address,
  city: sessions.city,
  guides: sessions.guides,
  state: sessions.state,
  seats: {
    capacity: sessions.capacity,
    taken: seatsTaken(sql`${sessions.id}`, now),
    waiting: peopleWaiting(sql`${sessions.id}`),
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

/** Every session there is, the soonest first, with its seats counted at `now`. */
export async function listSessions(db: Database, now: string): Promise<(SessionView & { id: string })[]> {
  const rows = await selectSessionsWhere(db, now, undefined);
  return rows.map(({ id, ...row }) => ({ id, ...toSessionView(row) }));
}

/** A row of the selections above as pages and emails know it. */
export function toSessionView({ state, ...row }: SessionRow): SessionView {
  return { ...row, isCancelled: state === "cancelled" };
}

/** One session by its address, or null. One round trip. */
export async function findSession(db: Database, slug: string, now: string): Promise<SessionView | null> {
  const rows = await selectSessionsWhere(db, now, eq(sessions.slug, slug));
  return rows.map(toSessionView)[0] ?? null;
}
