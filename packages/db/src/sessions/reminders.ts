import type { EmailKind } from "@ontsecretaressen/domain/email";
import type {
  Reminded,
  ReminderChange,
  ReminderKind,
  ReminderState,
} from "@ontsecretaressen/domain/reminder";
import { sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";

/** A session with all that its reminders depend on. `version` is what it was when this was read. */
export type RemindedSession = Reminded & { id: string; version: number };

type SessionRow = Pick<RemindedSession, "id" | "version" | "timeZone" | "cancelledAt"> & {
  isCancelled: number;
  isCheckedIn: number;
};

type MeetingRow = { sessionId: string; startsLocal: string; endsLocal: string; startsAt: string };

type ReminderRow = {
  sessionId: string;
  kind: ReminderKind;
  meeting: number;
  dueAt: string;
  state: ReminderState;
};

/**
 * The sessions whose people may have to be reminded: those with their last meeting after `since`, called off or not, and those
 * of which something is still planned. One round trip.
 */
export async function listReminded(db: Database, since: string): Promise<RemindedSession[]> {
  const which = sql`(select s.id from sessions s where s.ends_at > ${since}
      or exists (select 1 from meetings m where m.session_id = s.id and m.ends_at > ${since})
    union select r.session_id from reminders r where r.state = 'planned')`;
  const [sessions, meetings, written] = await db.batch([
    db.all<SessionRow>(
      sql`select s.id, s.version, s.time_zone as timeZone, s.state = 'cancelled' as isCancelled, s.cancelled_at as cancelledAt,
          exists (select 1 from attendances a join signups g on g.id = a.signup_id where g.session_id = s.id) as isCheckedIn
        from sessions s where s.id in ${which}`,
    ),
    db.all<MeetingRow>(sql`select id as sessionId, starts_local as startsLocal, ends_local as endsLocal,
        starts_at as startsAt, 1 as position from sessions where id in ${which}
      union all select session_id, starts_local, ends_local, starts_at, position from meetings where session_id in ${which}
      order by 1, 5`),
    db.all<ReminderRow>(sql`select session_id as sessionId, kind, meeting, due_at as dueAt, state from reminders
      where session_id in ${which}`),
  ]);
  return sessions.map((session) => ({
    ...session,
    isCancelled: session.isCancelled === 1,
    isCheckedIn: session.isCheckedIn === 1,
    meetings: meetings.filter(({ sessionId }) => sessionId === session.id),
    written: written.filter(({ sessionId }) => sessionId === session.id),
  }));
}

const emailKinds: Record<ReminderKind, EmailKind> = {
  week_before: "session_week",
  day_before: "session_tomorrow",
  afterwards: "session_thanks",
};

/**
 * Writes down what became of a session's reminders, in one batch: what is sent gets its emails, one for everybody who has a
 * seat, or who was there when it was called off since. Nothing is done for a session that changed since it was read, and
 * nothing twice. `emailId` is the base of the ids.
 */
export async function writeReminders(
  db: Database,
  { id, version }: Pick<RemindedSession, "id" | "version">,
  changes: ReminderChange[],
  { emailId, now }: { emailId: string; now: string },
): Promise<void> {
  const isSame = sql`exists (select 1 from sessions s where s.id = ${id} and s.version = ${version})`;
  const [first, ...others] = changes.flatMap(({ kind, meeting, dueAt, to }, index): Write[] => {
    const row = sql`session_id = ${id} and kind = ${kind} and meeting = ${meeting} and due_at = ${dueAt}
      and state = 'planned' and ${isSame}`;
    const ends = db.run(sql`update reminders set state = ${to}, done_at = ${now} where ${row}`);
    switch (to) {
      case "planned":
        return [
          db.run(sql`insert into reminders (session_id, kind, meeting, due_at, state)
            select ${id}, ${kind}, ${meeting}, ${dueAt}, 'planned' where ${isSame} on conflict do nothing`),
        ];
      case "dropped":
        return [db.run(sql`delete from reminders where ${row}`)];
      case "missed":
        return [ends];
      case "sent":
        return [
          db.run(sql`insert into emails (id, kind, to_address, signup_id, meeting, state, attempts, due_at, created_at)
            select ${`${emailId}${index}`} || substr(g.id, 5), ${emailKinds[kind]}, g.email, g.id, ${meeting}, 'waiting', 0, ${now}, ${now}
            from signups g join sessions s on s.id = g.session_id
            where s.id = ${id} and g.state = 'confirmed' and g.email <> ''
              and (s.state = 'planned' or exists (select 1 from attendances a where a.signup_id = g.id))
              and ${kind} || ${meeting} not in (select 'day_before' || b.meeting from absences b where b.signup_id = g.id)
              and exists (select 1 from reminders where ${row})
            on conflict do nothing`),
          ends,
        ];
      default:
        throw new Error(`no such state: ${JSON.stringify(to satisfies never)}`);
    }
  });
  if (first !== undefined) await db.batch([first, ...others]);
}

/** The reminders of a session as organisers see them, in order of their moments; null when there is no such session. */
export async function listReminders(db: Database, sessionId: string) {
  const [session, rows] = await db.batch([
    db.all<{ id: string }>(sql`select id from sessions where id = ${sessionId}`),
    db.all<{
      kind: ReminderKind;
      meeting: number;
      dueAt: string;
      state: ReminderState;
      doneAt: string | null;
    }>(
      sql`select kind, meeting, due_at as dueAt, state, done_at as doneAt from reminders
        where session_id = ${sessionId} order by due_at, kind`,
    ),
  ]);
  if (session.length === 0) return null;
  return rows.map(({ kind, meeting, dueAt, state, doneAt }) => ({ kind, meeting, dueAt, state, doneAt }));
}
