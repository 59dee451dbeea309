import type { Answer, Question, QuestionKind } from "@ontsecretaressen/domain/question";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";

type QuestionRow = { id: string; kind: QuestionKind; label: string; choices: string; isRequired: number };

/** What a session asks of who signs up, in its order, for the batch of what shows it. */
export function selectQuestions(db: Database, sessionId: SQL) {
  return db.all<QuestionRow>(sql`select id, kind, label, choices, is_required as isRequired from questions
    where session_id = ${sessionId} and removed_at is null order by position`);
}

/** What that statement found. */
export const toQuestion = ({ choices, isRequired, ...row }: QuestionRow): Question => ({
  ...row,
  choices: JSON.parse(choices),
  isRequired: isRequired === 1,
});

/**
 * Whether the answers fit what session `s` asks: what must be answered is, and a choice is one of its choices. The rule is
 * that of domain's `answerFaults`, which says what is wrong where this is false.
 */
export const answersFit = (
  given: readonly Answer[],
): SQL<boolean> => sql<boolean>`not exists (select 1 from questions q
  left join json_each(${JSON.stringify(given)}) a on a.value ->> 'id' = q.id
  where q.session_id = s.id and q.removed_at is null and iif(a.value is null, q.is_required,
    q.kind = 'choice' and not exists (select 1 from json_each(q.choices) c where c.value = a.value ->> 'value')))`;

/** Keeps what a signup answers from now on: only to questions that its session asks, and those alone. */
export const writeAnswers = (db: Database, signup: SQL, given: readonly Answer[]): [Write, Write] => {
  const all = JSON.stringify(given);
  const asked = sql`select q.id from questions q join signups g on g.session_id = q.session_id
    where g.id = ${signup} and q.removed_at is null`;
  return [
    db.run(sql`delete from answers where signup_id = ${signup} and question_id in (${asked})
      and question_id not in (select value ->> 'id' from json_each(${all}))`),
    db.run(sql`insert into answers (signup_id, question_id, value)
      select g.id, q.id, a.value ->> 'value'
      from json_each(${all}) a join questions q on q.id = a.value ->> 'id' join signups g on g.session_id = q.session_id
      where g.id = ${signup} and q.removed_at is null
      on conflict (signup_id, question_id) do update set value = excluded.value`),
  ];
};
