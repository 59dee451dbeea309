import type { CommentState } from "@ontsecretaressen/domain/comment";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { answeredOf } from "./answered.ts";
import { articles, comments } from "../tables/articles.ts";

/** Comments of one state or all, or of these ids, newest first, with what an organiser needs to judge them. */
export function listComments(
  db: Database,
  asked: { state: CommentState | null; ids: string[] | null; limit: number; before: string | null },
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
      version: comments.version,
      score: comments.score,
      reasons: comments.reasons,
      postedAt: comments.postedAt,
      article: { slug: articles.slug, title: articles.title },
      answers: sql<string | null>`(select p.name from comments p where p.id = ${comments.parentId})`,
      answered: answeredOf(comments.parentId),
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(
      and(
        asked.state === null ? undefined : eq(comments.state, asked.state),
        asked.ids === null ? undefined : inArray(comments.id, asked.ids),
        asked.before === null ? undefined : sql`${comments.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(comments.id))
    .limit(asked.limit);
}

const judged = {
  id: comments.id,
  name: comments.name,
  body: comments.body,
  state: comments.state,
  number: comments.number,
  version: comments.version,
  article: articles.slug,
};

/** A comment as it is judged: what it says, and where it stands. Null when there is none. */
export async function findComment(db: Database, id: string) {
  const [row] = await findComments(db, [id]);
  return row ?? null;
}

/** Several comments as they are judged, the oldest first. */
export function findComments(db: Database, ids: string[]) {
  return db
    .select(judged)
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(inArray(comments.id, ids))
    .orderBy(comments.id);
}
