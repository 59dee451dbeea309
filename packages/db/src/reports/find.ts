import type { CommentState } from "@ontsecretaressen/domain/comment";
import type { ReportableComment, ReportReason, ReportState } from "@ontsecretaressen/domain/report";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { articles, comments } from "../tables/articles.ts";
import { reports } from "../tables/people.ts";

type ArticleNamed = { slug: string; title: string };

const reportable = {
  id: comments.id,
  number: comments.number,
  name: comments.name,
  html: comments.bodyHtml,
};

const isShown = and(eq(comments.state, "visible"), eq(articles.state, "published"));

/** A comment that can be reported: one that is on the site. Null when it is not. */
export async function findReportable(
  db: Database,
  id: string,
): Promise<{ comment: ReportableComment; article: ArticleNamed } | null> {
  const [row] = await db
    .select({ comment: reportable, article: { slug: articles.slug, title: articles.title } })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(eq(comments.id, id), isShown));
  return row ?? null;
}

/** Reports with the comment they are about, newest first: never the address of who made one. */
export function listReports(
  db: Database,
  asked: { state: ReportState | null; limit: number; before: string | null },
) {
  return db
    .select({
      id: reports.id,
      state: reports.state,
      reason: reports.reason,
      explanation: reports.explanation,
      wantsAnswer: sql<number>`${reports.email} is not null`.mapWith(Boolean),
      reportedAt: reports.reportedAt,
      byOrganiser: reports.byOrganiser,
      decidedAt: reports.decidedAt,
      decidedBy: reports.decidedBy,
      rule: reports.rule,
      statement: reports.statement,
      comment: {
        id: comments.id,
        name: comments.name,
        body: comments.body,
        state: comments.state,
        number: comments.number,
        postedAt: comments.postedAt,
      },
      answers: sql<string | null>`(select json_object('name', p.name, 'body', p.body) from comments p
        where p.id = ${comments.parentId})`.mapWith((json: string): { name: string; body: string } =>
        JSON.parse(json),
      ),
      article: { slug: articles.slug, title: articles.title },
    })
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(
      and(
        asked.state === null ? undefined : eq(reports.state, asked.state),
        asked.before === null ? undefined : sql`${reports.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(reports.id))
    .limit(asked.limit);
}

export type DecidableReport = {
  id: string;
  state: ReportState;
  reason: ReportReason;
  comment: string;
  commentState: CommentState;
};

/** A report as it is decided about; null when there is none. */
export async function findReport(db: Database, id: string): Promise<DecidableReport | null> {
  const [row] = await db
    .select({
      id: reports.id,
      state: reports.state,
      reason: reports.reason,
      comment: comments.id,
      commentState: comments.state,
    })
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId))
    .where(eq(reports.id, id));
  return row ?? null;
}

/** How much waits for organisers, and how many reports were decided since a moment. One round trip. */
export async function countWaiting(db: Database, since: string) {
  const [row] = await db.all<{ held: number; unproved: number; reports: number; decided: number }>(sql`select
    (select count(*) from comments where state = 'held') as held,
    (select count(*) from comments where state = 'waiting_for_address') as unproved,
    (select count(*) from reports where state = 'open') as reports,
    (select count(*) from reports where decided_at >= ${since}) as decided`);
  return row ?? { held: 0, unproved: 0, reports: 0, decided: 0 };
}
