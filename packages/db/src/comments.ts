import type { CommentState } from "@ontsecretaressen/domain/comment";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { articles, comments } from "./tables.ts";

export type NewComment = {
  id: string;
  emailId: string;
  article: string;
  parent: string | null;
  name: string;
  email: string;
  body: string;
  html: string;
  wantsNotice: boolean;
  submission: string;
  moderatorEmail: string;
  now: string;
};

export type InsertedComment = {
  article: { id: string; isOpen: boolean } | null;
  hasParent: boolean;
  comment: { id: string; state: CommentState } | null;
};

/**
 * Keeps a held comment and the email to the organisers in one batch, and tells what came of it. Nothing is kept
 * when the article is unknown or closed or the parent isn't a visible comment of it; the same submission is kept once.
 */
export async function insertComment(db: Database, draft: NewComment): Promise<InsertedComment> {
  const parentIsThere = sql`exists (select 1 from comments p where p.id = ${draft.parent} and p.article_id = a.id and p.state = 'visible')`;
  const [, , found] = await db.batch([
    db.run(sql`insert into comments
        (id, article_id, parent_id, name, email, body, body_html, wants_notice, state, submission, posted_at)
      select ${draft.id}, a.id, ${draft.parent}, ${draft.name}, ${draft.email}, ${draft.body}, ${draft.html},
        ${draft.wantsNotice ? 1 : 0}, 'held', ${draft.submission}, ${draft.now}
      from articles a
      where a.slug = ${draft.article} and a.state = 'published' and a.is_open_for_comments = 1
        and (${draft.parent} is null or ${parentIsThere})
      on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, comment_id, state, attempts, due_at, created_at)
      select ${draft.emailId}, 'comment_waiting', ${draft.moderatorEmail}, c.id, 'waiting', 0, ${draft.now}, ${draft.now}
      from comments c where c.id = ${draft.id} on conflict do nothing`),
    db.all<{
      id: string;
      isOpen: number;
      hasParent: number;
      commentId: string | null;
      state: CommentState | null;
    }>(
      sql`select a.id, a.is_open_for_comments as isOpen, ${parentIsThere} as hasParent, c.id as commentId, c.state
      from articles a left join comments c on c.submission = ${draft.submission}
      where a.slug = ${draft.article} and a.state = 'published'`,
    ),
  ]);
  const row = found[0];
  if (row === undefined) return { article: null, hasParent: false, comment: null };
  return {
    article: { id: row.id, isOpen: row.isOpen === 1 },
    hasParent: draft.parent === null || row.hasParent === 1,
    comment: row.commentId === null || row.state === null ? null : { id: row.commentId, state: row.state },
  };
}

export type Judgement = {
  id: string;
  now: string;
  auditId: string;
  emailId: string;
  adminId: string;
  adminName: string;
};

/**
 * Makes a comment visible under the next free number (its own, when it had one), tells its writer when she asked for it, and
 * writes down who did it. Doing it again changes nothing. Null when there is no such comment.
 */
export async function approveComment(db: Database, by: Judgement) {
  const justNow = sql`c.id = ${by.id} and c.judged_at = ${by.now} and c.state = 'visible'`;
  const [, , , found] = await db.batch([
    db.run(sql`update comments set state = 'visible', judged_at = ${by.now},
        number = coalesce(number, (select coalesce(max(o.number), 0) + 1 from comments o where o.article_id = comments.article_id))
      where id = ${by.id} and state <> 'visible'`),
    db.run(sql`insert into emails (id, kind, to_address, comment_id, state, attempts, due_at, created_at)
      select ${by.emailId}, 'comment_visible', c.email, c.id, 'waiting', 0, ${by.now}, ${by.now}
      from comments c where ${justNow} and c.email is not null and c.wants_notice = 1
        and not exists (select 1 from emails e where e.comment_id = c.id and e.kind = 'comment_visible')`),
    auditOf(db, by, "comment.approve", justNow),
    selectJudged(db, by.id),
  ]);
  return found[0] ?? null;
}

/** Takes a comment out of sight, or keeps it out. Its number stays its own. Null when there is no such comment. */
export async function rejectComment(db: Database, by: Judgement) {
  const justNow = sql`c.id = ${by.id} and c.judged_at = ${by.now} and c.state = 'rejected'`;
  const [, , found] = await db.batch([
    db.run(
      sql`update comments set state = 'rejected', judged_at = ${by.now} where id = ${by.id} and state <> 'rejected'`,
    ),
    auditOf(db, by, "comment.reject", justNow),
    selectJudged(db, by.id),
  ]);
  return found[0] ?? null;
}

/** Comments of one state or all, newest first, with what an organiser needs to judge them. */
export function listComments(
  db: Database,
  asked: { state: CommentState | null; limit: number; before: string | null },
) {
  return db
    .select({
      id: comments.id,
      parentId: comments.parentId,
      number: comments.number,
      name: comments.name,
      email: comments.email,
      body: comments.body,
      state: comments.state,
      postedAt: comments.postedAt,
      article: { slug: articles.slug, title: articles.title },
      answers: sql<string | null>`(select p.name from comments p where p.id = ${comments.parentId})`,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(
      and(
        asked.state === null ? undefined : eq(comments.state, asked.state),
        asked.before === null ? undefined : sql`${comments.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(comments.id))
    .limit(asked.limit);
}

function auditOf(db: Database, by: Judgement, act: string, justNow: ReturnType<typeof sql>) {
  return db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
    select ${by.auditId}, ${by.now}, ${by.adminId}, ${by.adminName}, ${act}, c.id from comments c where ${justNow} on conflict do nothing`);
}

function selectJudged(db: Database, id: string) {
  return db
    .select({ id: comments.id, state: comments.state, number: comments.number, article: articles.slug })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, id));
}
