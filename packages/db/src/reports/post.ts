import type { ReportReason } from "@ontsecretaressen/domain/report";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";

export type NewReport = {
  id: string;
  comment: string;
  reason: ReportReason;
  explanation: string;
  email: string;
  submission: string;
  /** A robot's is not kept, and is answered as any other. */
  isOfRobot: boolean;
  now: string;
  /** Past one of these nothing is kept. */
  rates: Rate[];
  /** Past one of these the report is kept, and nobody is mailed. */
  addressRates: Rate[];
  organisersRates: Rate[];
  receiptId: string;
  noticeId: string;
  organisersEmail: string;
};

export type InsertedReport = { article: { slug: string } | null; tooOftenUntil: string | null };

/**
 * Keeps a report of a visible comment, in one batch with the receipt to who made it and the email to the organisers. The
 * same submission is kept once. Nothing is kept when the comment is not on the site, or a rate is over its limit.
 */
export async function insertReport(db: Database, draft: NewReport): Promise<InsertedReport> {
  const isShown = sql`c.id = ${draft.comment} and c.state = 'visible' and a.state = 'published'`;
  const mail = sql`insert into emails (id, kind, to_address, comment_id, report_id, state, attempts, due_at, created_at)`;
  const [, , , , found] = await db.batch([
    countRates(db, [...draft.rates, ...draft.addressRates, ...draft.organisersRates]),
    db.run(sql`insert into reports (id, comment_id, reason, explanation, email, state, submission, reported_at)
      select ${draft.id}, c.id, ${draft.reason}, ${draft.explanation}, nullif(${draft.email}, ''), 'open',
        ${draft.submission}, ${draft.now}
      from comments c join articles a on a.id = c.article_id
      where ${isShown} and ${draft.isOfRobot ? 1 : 0} = 0 and ${tooOftenUntil(draft.rates)} is null
      on conflict do nothing`),
    db.run(sql`${mail} select ${draft.receiptId}, 'report_received', r.email, r.comment_id, r.id, 'waiting', 0,
        ${draft.now}, ${draft.now}
      from reports r where r.id = ${draft.id} and r.email is not null and ${tooOftenUntil(draft.addressRates)} is null
      on conflict do nothing`),
    db.run(sql`${mail} select ${draft.noticeId}, 'report_made', ${draft.organisersEmail}, r.comment_id, r.id, 'waiting', 0,
        ${draft.now}, ${draft.now}
      from reports r where r.id = ${draft.id} and ${tooOftenUntil(draft.organisersRates)} is null
      on conflict do nothing`),
    db.all<{ slug: string; until: string | null }>(sql`select a.slug, ${tooOftenUntil(draft.rates)} as until
      from comments c join articles a on a.id = c.article_id where ${isShown}`),
  ]);
  const row = found[0];
  return row === undefined
    ? { article: null, tooOftenUntil: null }
    : { article: { slug: row.slug }, tooOftenUntil: row.until };
}
