import { sql } from "drizzle-orm";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";

export type NewAnswer = {
  id: string;
  parent: string;
  name: string;
  body: string;
  html: string;
  submission: string;
  now: string;
  /** What must still be so for it to be kept. */
  only: Condition;
};

/** An organiser's answer to a comment, to be settled in the same batch. The same submission is kept once. */
export function insertAnswer(db: Database, answer: NewAnswer): Write {
  return db.run(sql`insert into comments (id, article_id, parent_id, name, body, body_html, wants_notice, state, submission,
      posted_at, proved_at)
    select ${answer.id}, c.article_id, c.id, ${answer.name}, ${answer.body}, ${answer.html}, 0, 'waiting_for_address',
      ${answer.submission}, ${answer.now}, ${answer.now}
    from comments c where c.id = ${answer.parent} and c.state <> 'deleted' and ${answer.only} on conflict do nothing`);
}
