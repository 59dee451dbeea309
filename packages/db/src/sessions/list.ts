import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { type SQL, sql } from "drizzle-orm";
import { isSo } from "../conditions.ts";
import type { Database } from "../client/open.ts";
import { sessionView, toSessionView } from "./find.ts";

const questions = sql`(select json_group_array(json_object('id', q.id, 'kind', q.kind, 'label', q.label,
  'choices', json(q.choices), 'isRequired', ${isSo(sql`q.is_required`)}))
  from (select * from questions where session_id = sessions.id and removed_at is null order by position) q)`;

type ListedRow = {
  id: string;
  view: string;
  version: number;
  onlineUrl: string | null;
  notes: string;
  questions: string;
};

/** Sessions as organisers see them, the soonest first, with their seats counted at `now`; no limit is all. */
export const selectListedSessions = (db: Database, now: string, condition: SQL, limit = -1) =>
  db.all<ListedRow>(sql`select sessions.id, ${sessionView(now)} as view, sessions.version,
      sessions.online_url as onlineUrl, sessions.notes, ${questions} as questions
    from sessions join steps on steps.id = sessions.step_id where ${condition}
    order by sessions.starts_at, sessions.id limit ${limit}`);

/** What those statements found. Lowered below what was given, a session has more people than seats for a while. */
export function toListedSession({
  view,
  questions: asked,
  id,
  version,
  onlineUrl,
  notes,
}: ListedRow): ListedSession {
  const session = toSessionView({ view });
  const overCapacity = Math.max(0, session.seats.taken - session.seats.capacity);
  return { ...session, id, version, onlineUrl, notes, questions: JSON.parse(asked), overCapacity };
}

/**
 * The sessions that come after the one by the id `before` in this list, or the first of it; only those with a meeting that
 * ended after `endedAfter`, where that is asked. One round trip.
 */
export async function listSessions(
  db: Database,
  now: string,
  asked: { limit: number; before: string | null; endedAfter: string | null },
): Promise<ListedSession[]> {
  const { limit, before, endedAfter } = asked;
  const isNext = sql`(${before} is null or (sessions.starts_at, sessions.id) > (
    select last.starts_at, last.id from sessions last where last.id = ${before}))`;
  const isAsked = sql`(${endedAfter} is null or sessions.ends_at > ${endedAfter} or exists (select 1 from meetings m
    where m.session_id = sessions.id and m.ends_at > ${endedAfter}))`;
  return (await selectListedSessions(db, now, sql`${isNext} and ${isAsked}`, limit)).map(toListedSession);
}

/** One session by its id or its address, or null. One round trip. */
export async function findListedSession(
  db: Database,
  id: string,
  now: string,
): Promise<ListedSession | null> {
  const rows = await selectListedSessions(db, now, sql`${id} in (sessions.id, sessions.slug)`);
  return rows.map(toListedSession)[0] ?? null;
}
