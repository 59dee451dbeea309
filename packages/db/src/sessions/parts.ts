import type { Meeting } from "@ontsecretaressen/domain/session";
import type { Question } from "@ontsecretaressen/domain/question";
import { type SQL, sql } from "drizzle-orm";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";

/** The later meetings of a session as they are from now on: those it had and has no more go. */
export function writeMeetings(db: Database, sessionId: SQL, later: Meeting[], when: Condition): Write[] {
  const all = JSON.stringify(later);
  return [
    // Who can't be there on one day may well be on another.
    db.run(sql`delete from absences where ${when} and signup_id in (select id from signups where session_id = ${sessionId})
      and meeting not in (select m.position from meetings m join json_each(${all}) j on j.value ->> 'position' = m.position
        and j.value ->> 'startsLocal' = m.starts_local where m.session_id = ${sessionId})`),
    db.run(sql`delete from meetings where session_id = ${sessionId} and ${when}
      and position not in (select value ->> 'position' from json_each(${all}))`),
    db.run(sql`insert into meetings (session_id, position, starts_local, ends_local, starts_at, ends_at)
      select s.id, j.value ->> 'position', j.value ->> 'startsLocal', j.value ->> 'endsLocal', j.value ->> 'startsAt',
        j.value ->> 'endsAt'
      from sessions s, json_each(${all}) j where s.id = ${sessionId} and ${when}
      on conflict (session_id, position) do update set starts_local = excluded.starts_local,
        ends_local = excluded.ends_local, starts_at = excluded.starts_at, ends_at = excluded.ends_at`),
  ];
}

/**
 * What a session asks from now on, in this order. A question that is not among them is thrown away, or kept unasked when
 * somebody answered it; one with the id of another session is not taken over.
 */
export function writeQuestions(
  db: Database,
  sessionId: SQL,
  questions: Question[],
  when: Condition,
  at: string,
): Write[] {
  const all = JSON.stringify(questions);
  const isGone = sql`session_id = ${sessionId} and ${when} and removed_at is null
    and id not in (select value ->> 'id' from json_each(${all}))`;
  return [
    db.run(sql`delete from questions where ${isGone}
      and not exists (select 1 from answers a where a.question_id = questions.id)`),
    db.run(sql`update questions set removed_at = ${at} where ${isGone}`),
    db.run(sql`insert into questions (id, session_id, position, kind, label, choices, is_required)
      select j.value ->> 'id', s.id, j.key + 1, j.value ->> 'kind', j.value ->> 'label', j.value -> 'choices',
        j.value ->> 'isRequired'
      from sessions s, json_each(${all}) j where s.id = ${sessionId} and ${when}
      on conflict (id) do update set position = excluded.position, kind = excluded.kind, label = excluded.label,
        choices = excluded.choices, is_required = excluded.is_required, removed_at = null
      where questions.session_id = excluded.session_id`),
  ];
}
