import type {
  ArticleAround,
  ArticleKind,
  ArticleSummary,
  ArticleView,
  Category,
} from "@ontsecretaressen/domain/article";
import type { Conversation, ConversationAsked, LatestComment } from "@ontsecretaressen/domain/comment";
import type { Picture } from "@ontsecretaressen/domain/media";
import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql } from "drizzle-orm";
import { hasArticles, summaryColumns } from "./archives.ts";
import { selectNeighbours, selectRelated } from "./around.ts";
import { authorSlugs, authorsInFull } from "./authors.ts";
import { selectConversation, toConversation } from "../comments/conversation.ts";
import type { Database } from "../client/open.ts";
import { pictureAsJson } from "./picture.ts";
import { selectSessions, toSessionView } from "../sessions/find.ts";
import { selectSteps, toSteps } from "../steps/find.ts";
import { articles, articleTags, categories, comments, tags } from "../tables/articles.ts";

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
  authors: authorsInFull,
  category: { slug: categories.slug, title: categories.title },
  picture: pictureAsJson("articles.picture_id").mapWith((json: string): Picture => JSON.parse(json)),
};

type ArticlePageView = {
  article: ArticleView;
  conversation: Conversation;
  next: SessionView | null;
  around: ArticleAround;
};

/**
 * All of one article's page in one round trip: the text, a page of its conversation, the next session, what else to
 * read. Who is known sees her own comments too that still wait.
 */
export async function findArticlePage(
  db: Database,
  slug: string,
  now: string,
  asked: ConversationAsked = { order: "oldest", page: 1 },
  personId: string | null = null,
): Promise<ArticlePageView | null> {
  const [found, carried, said, next, related, beside] = await db.batch([
    db
      .select(articleColumns)
      .from(articles)
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(eq(articles.slug, slug), isPublished)),
    db
      .select({ slug: tags.slug, title: tags.title })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .where(sql`${articleTags.articleId} = (select id from articles where slug = ${slug})`)
      .orderBy(asc(tags.title)),
    selectConversation(db, slug, asked, personId),
    selectSessions(db, { now, limit: 1 }),
    selectRelated(db, slug),
    selectNeighbours(db, slug),
  ]);
  const article = found[0];
  if (article === undefined) return null;
  const at = (side: "newer" | "older") =>
    article.kind === "page" ? null : (beside.find((one) => one.side === side) ?? null);
  return {
    article: { ...article, tags: carried },
    conversation: toConversation(said),
    next: next.map(toSessionView)[0] ?? null,
    around: { related, newer: at("newer"), older: at("older") },
  };
}

type HomePageView = {
  articles: ArticleSummary[];
  categories: Category[];
  comments: LatestComment[];
  steps: StepView[];
  sessions: SessionView[];
};

/** All of the home page in one round trip. */
export async function findHomePage(db: Database, now: string): Promise<HomePageView> {
  const [newest, subjects, latest, plan, next] = await db.batch([
    db
      .select(summaryColumns)
      .from(articles)
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(isPublished, eq(articles.kind, "article")))
      .orderBy(desc(articles.publishedAt))
      .limit(10),
    db
      .select({ slug: categories.slug, title: categories.title })
      .from(categories)
      .where(hasArticles)
      .orderBy(asc(categories.title)),
    db
      .select({
        id: comments.id,
        name: comments.name,
        html: comments.bodyHtml,
        postedAt: comments.postedAt,
        article: { slug: articles.slug, title: articles.title },
      })
      .from(comments)
      .innerJoin(articles, and(eq(articles.id, comments.articleId), isPublished))
      .where(sql`${comments.state} = 'visible'`)
      .orderBy(desc(comments.judgedAt))
      .limit(3),
    selectSteps(db),
    selectSessions(db, { now, limit: 3 }),
  ]);
  return {
    articles: newest,
    categories: subjects,
    comments: latest,
    steps: toSteps(plan),
    sessions: next.map(toSessionView),
  };
}

/** All that an organiser may see of an article or page, its Markdown and the slugs of its tags included. */
export const wholeArticle = {
  ...getTableColumns(articles),
  authors: authorSlugs,
  picture: articles.pictureId,
  tags: sql`(select json_group_array(t.slug) from article_tags l join tags t on t.id = l.tag_id
    where l.article_id = articles.id)`.mapWith((slugs: string): string[] => JSON.parse(slugs)),
};

/** One article or page as a whole, or null. */
export async function findArticle(db: Database, id: string) {
  const [row] = await db.select(wholeArticle).from(articles).where(eq(articles.id, id));
  return row ?? null;
}

/** A text as it will look, whatever its state, in one round trip: without its conversation. Null when the link is unknown. */
export async function findPreviewPage(
  db: Database,
  linkHash: string,
  now: string,
): Promise<ArticleView | null> {
  const shown = sql`(select article_id from previews where hash = ${linkHash} and expires_at > ${now})`;
  const [found, carried] = await db.batch([
    db
      .select({
        ...articleColumns,
        publishedAt: sql<string>`coalesce(${articles.publishedAt}, ${articles.publishAt}, ${now})`,
      })
      .from(articles)
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .where(eq(articles.id, shown)),
    db
      .select({ slug: tags.slug, title: tags.title })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .where(eq(articleTags.articleId, shown))
      .orderBy(asc(tags.title)),
  ]);
  return found[0] === undefined ? null : { ...found[0], tags: carried };
}

/** What was thrown away, newest first; `before` is the id that the last page ended with. */
export function listTrashed(
  db: Database,
  asked: { kind: ArticleKind; limit: number; before: string | null },
) {
  return db
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      trashedAt: articles.trashedAt,
      version: articles.version,
    })
    .from(articles)
    .where(
      and(
        eq(articles.kind, asked.kind),
        isNotNull(articles.trashedAt),
        asked.before === null ? undefined : sql`${articles.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(articles.id))
    .limit(asked.limit);
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
      publishAt: articles.publishAt,
      updatedAt: articles.updatedAt,
      version: articles.version,
    })
    .from(articles)
    .where(
      and(
        eq(articles.kind, asked.kind),
        isNull(articles.trashedAt),
        asked.before === null ? undefined : sql`${articles.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(articles.id))
    .limit(asked.limit);
}
