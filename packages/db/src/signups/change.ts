import type { Claim } from "@ontsecretaressen/domain/claim";
import type { Answer, Question } from "@ontsecretaressen/domain/question";
import { sql } from "drizzle-orm";
import { claimedSignup } from "../people/claims.ts";
import type { Database } from "../client/open.ts";
import { answersFit, selectQuestions, toQuestion, writeAnswers } from "./questions.ts";
import { isAhead, isLapsed } from "../seats/count.ts";

/** What she tells from now on with a signup of hers: all of it, in place of what she told before. */
export type SignupChange = {
  claim: Claim;
  organisation: string;
  role: string;
  note: string;
  answers: Answer[];
  now: string;
};

/**
 * Changes what she told with her signup, in one batch: all of it or nothing. Nothing changes once the session began or was
 * cancelled, when the signup is over or nobody agreed to it yet, or while an answer does not fit what is asked. Doing it again
 * changes nothing. Answers what the session asks; null when the claim opens nothing more.
 */
export async function changeSignup(db: Database, change: SignupChange): Promise<Question[] | null> {
  const { organisation, role, note, answers, now } = change;
  const claimed = claimedSignup(change.claim);
  const changed = sql`(select g.id from signups g where g.id = ${claimed} and consented_at is not null
    and state not in ('cancelled', 'expired') and not ${isLapsed(now)} and exists (select 1 from sessions s
      where s.id = g.session_id and ${isAhead(now)} and ${answersFit(answers)}))`;
  const [found, asked] = await db.batch([
    db.all<{ id: string }>(sql`select id from signups where id = ${claimed}`),
    selectQuestions(db, sql`(select g.session_id from signups g where g.id = ${claimed})`),
    db.run(sql`update signups set organisation = ${organisation}, role = ${role}, note = ${note}
      where id = ${changed}`),
    ...writeAnswers(db, changed, answers),
  ]);
  return found.length === 0 ? null : asked.map(toQuestion);
}
