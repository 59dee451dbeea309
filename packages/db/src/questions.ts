import type { Question, QuestionKind } from "@ontsecretaressen/domain/question";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";

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
