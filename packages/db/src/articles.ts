import type { ArticleKind, ArticleSummary, ArticleView } from "@ontsecretaressen/domain/article";
import type { CommentView } from "@ontsecretaressen/domain/comment";
import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { selectSessions, toSessionView } from "./sessions.ts";
import { selectSteps } from "./steps.ts";
import { articles, authors, categories, comments } from "./tables.ts";

const isPublished = eq(articles.state, "published");

const articleColumns = {
  id: articles.id,
  kind: articles.kind,
  slug: articles.slug,
  title: articles.title,
  standfirst: articles.standfirst,
  html: articles.bodyHtml,
  publishedAt: sql<string>`${articles.publishedAt}`,
  updatedAt: articles.updatedAt,
  isOpenForComments: articles.isOpenForComments,
  author: { slug: authors.slug, name: authors.name, bio: authors.bio },
  category: { slug: categories.slug, title: categories.title },
};

/** All of one article's page in one round trip: the article or page, its visible conversation, the next session. */
export async function findArticlePage(
  db: Database,
  slug: string,
  now: string,
): Promise<{ article: ArticleView; comments: CommentView[]; next: SessionView | null } | null> {
  const [found, conversation, next] = await db.batch([
    db
      .select(articleColumns)
      .from(articles)
      .leftJoin(authors, eq(authors.id, articles.authorId))
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(eq(articles.slug, slug), isPublished)),
    db
      .select({
        id: comments.id,
        parentId: comments.parentId,
        number: sql<number>`${comments.number}`,
        name: comments.name,
        html: comments.bodyHtml,
        postedAt: comments.postedAt,
      })
      .from(comments)
      .innerJoin(articles, eq(articles.id, comments.articleId))
      .where(and(eq(articles.slug, slug), eq(comments.state, "visible")))
      .orderBy(asc(comments.number)),
    selectSessions(db, { now, limit: 1 }),
  ]);
  const article = found[0];
  if (article === undefined) return null;
  return { article, comments: conversation, next: next.map(toSessionView)[0] ?? null };
}

/** All of the home page in one round trip. */
export async function findHomePage(
  db: Database,
  now: string,
): Promise<{ articles: ArticleSummary[]; steps: StepView[]; sessions: SessionView[] }> {
  const [newest, plan, next] = await db.batch([
    db
      .select({
        slug: articles.slug,
        title: articles.title,
        standfirst: articles.standfirst,
        publishedAt: sql<string>`${articles.publishedAt}`,
        author: authors.name,
        category: { slug: categories.slug, title: categories.title },
        commentCount: sql<number>`(select count(*) from comments c where c.article_id = ${articles.id} and c.state = 'visible')`,
      })
      .from(articles)
      .leftJoin(authors, eq(authors.id, articles.authorId))
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(isPublished, eq(articles.kind, "article")))
      .orderBy(desc(articles.publishedAt))
      .limit(10),
    selectSteps(db),
    selectSessions(db, { now, limit: 3 }),
  ]);
  return { articles: newest, steps: plan, sessions: next.map(toSessionView) };
}

/** All that an organiser may see of an article or page, its Markdown and the slugs of its tags included. */
export const wholeArticle = {
  ...getTableColumns(articles),
  tags: sql`(select json_group_array(t.slug) from article_tags l join tags t on t.id = l.tag_id
    where l.article_id = articles.id)`.mapWith((slugs: string): string[] => JSON.parse(slugs)),
};

/** One article or page as a whole, or null. */
export async function findArticle(db: Database, id: string) {
  const [row] = await db.select(wholeArticle).from(articles).where(eq(articles.id, id));
  return row ?? null;
}

/** Articles or pages, newest first; `before` is the id that the last page ended with. */
export function listArticles(
  db: Database,
  asked: { kind: ArticleKind; limit: number; before: string | null },
) {
  return db
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      state: articles.state,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
      version: articles.version,
    })
    .from(articles)
    .where(
      and(
        eq(articles.kind, asked.kind),
        asked.before === null ? undefined : sql`${articles.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(articles.id))
    .limit(asked.limit);
}
