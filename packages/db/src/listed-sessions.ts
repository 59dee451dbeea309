import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import type { Question } from "@ontsecretaressen/domain/question";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { sessionColumns, toSessionView } from "./sessions.ts";
import { sessions, steps } from "./tables.ts";

const questions = sql`(select json_group_array(json_object('id', q.id, 'kind', q.kind, 'label', q.label,
  'choices', json(q.choices), 'isRequired', json(iif(q.is_required, 'true', 'false'))))
  from (select * from questions where session_id = sessions.id and removed_at is null order by position) q)`.mapWith(
  (json: string): Question[] => JSON.parse(json),
);

/** Sessions as organisers see them, the soonest first, with their seats counted at `now`. */
export function selectListedSessions(db: Database, now: string, condition: SQL | undefined) {
  return db
    .select({
      ...sessionColumns(now),
      version: sessions.version,
      onlineUrl: sessions.onlineUrl,
      notes: sessions.notes,
      questions,
    })
    .from(sessions)
    .innerJoin(steps, eq(steps.id, sessions.stepId))
    .where(condition)
    .orderBy(asc(sessions.startsAt));
}

type ListedRow = Awaited<ReturnType<typeof selectListedSessions>>[number];

/** What those statements found. Lowered below what was given, a session has more people than seats for a while. */
export const toListedSession = ({
  id,
  version,
  onlineUrl,
  notes,
  questions: asked,
  ...row
}: ListedRow): ListedSession => ({
  ...toSessionView(row),
  id,
  version,
  onlineUrl,
  notes,
  questions: asked,
  overCapacity: Math.max(0, row.seats.taken - row.seats.capacity),
});

/** Every session there is. One round trip. */
export async function listSessions(db: Database, now: string): Promise<ListedSession[]> {
  return (await selectListedSessions(db, now, undefined)).map(toListedSession);
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
