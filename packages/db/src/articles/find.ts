import type {
  ArticleAround,
  ArticleKind,
  ArticleSummary,
  ArticleView,
  Category,
} from "@ontsecretaressen/domain/article";
import type { Conversation, ConversationAsked, LatestComment } from "@ontsecretaressen/domain/comment";
import type { NextSession, SessionView, StepView } from "@ontsecretaressen/domain/session";
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { hasArticles, summaryColumns } from "./archives.ts";
import { selectNeighbours, selectRelated, toAround } from "./around.ts";
import { authorSlugs, authorsInFull } from "./authors.ts";
import { selectConversation, toConversation } from "../comments/conversation.ts";
import type { Database } from "../client/open.ts";
import { isSo } from "../conditions.ts";
import { pictureAsJson } from "./picture.ts";
import { selectNextSession, selectSessions, toSessionView } from "../sessions/find.ts";
import { selectSteps, toSteps } from "../steps/find.ts";
import { articles, categories, comments } from "../tables/articles.ts";

const isPublished = eq(articles.state, "published");

// Made as JSON by the database, as sessions are: to put columns together again costs more than to write the page.
const articleView = (publishedAt: SQL) => sql`json_object('id', articles.id, 'kind', articles.kind,
  'slug', articles.slug, 'title', articles.title, 'standfirst', articles.standfirst, 'html', articles.body_html,
  'publishedAt', ${publishedAt}, 'updatedAt', articles.updated_at,
  'isOpenForComments', ${isSo(sql`articles.is_open_for_comments`)}, 'authors', json(${authorsInFull}),
  'category', json((select json_object('slug', c.slug, 'title', c.title, 'parent',
      json(iif(p.id is null, null, json_object('slug', p.slug, 'title', p.title))))
    from categories c left join categories p on p.id = c.parent_id where c.id = articles.category_id)),
  'picture', json(${pictureAsJson("articles.picture_id")}),
  'tags', json((select json_group_array(json_object('slug', slug, 'title', title)) from (select t.slug, t.title
    from article_tags join tags t on t.id = tag_id where article_id = articles.id order by t.title))))`;

const toArticleView = ({ view }: { view: string }): ArticleView => JSON.parse(view);

type ArticlePageView = {
  article: ArticleView;
  conversation: Conversation;
  next: NextSession | null;
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
  const [found, said, next, related, beside] = await db.batch([
    db.all<{ view: string }>(sql`select ${articleView(sql`articles.published_at`)} as view
      from articles where slug = ${slug} and state = 'published'`),
    selectConversation(db, slug, asked, personId),
    selectNextSession(db, now),
    selectRelated(db, slug),
    selectNeighbours(db, slug),
  ]);
  const article = found.map(toArticleView)[0];
  if (article === undefined) return null;
  return {
    article,
    conversation: toConversation(said),
    next: next[0] ?? null,
    around: toAround(related, beside),
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
  id: articles.id,
  kind: articles.kind,
  slug: articles.slug,
  title: articles.title,
  standfirst: articles.standfirst,
  body: articles.body,
  bodyHtml: articles.bodyHtml,
  state: articles.state,
  isOpenForComments: articles.isOpenForComments,
  openDays: articles.openDays,
  publishAt: articles.publishAt,
  publishedAt: articles.publishedAt,
  trashedAt: articles.trashedAt,
  createdAt: articles.createdAt,
  updatedAt: articles.updatedAt,
  version: articles.version,
  category: sql<string | null>`(select c.slug from categories c where c.id = articles.category_id)`,
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
  const publishedAt = sql`coalesce(articles.published_at, articles.publish_at, ${now})`;
  const rows = await db.all<{ view: string }>(sql`select ${articleView(publishedAt)} as view
    from previews p join articles on articles.id = p.article_id where p.hash = ${linkHash} and p.expires_at > ${now}`);
  return rows.map(toArticleView)[0] ?? null;
}

/** Articles or pages, newest first, or those in the trash; `before` is the id that the last page ended with. */
export function listArticles(
  db: Database,
  asked: { kind: ArticleKind; isTrashed: boolean; limit: number; before: string | null },
) {
  return db
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      state: articles.state,
      publishedAt: articles.publishedAt,
      publishAt: articles.publishAt,
      trashedAt: articles.trashedAt,
      updatedAt: articles.updatedAt,
      version: articles.version,
    })
    .from(articles)
    .where(
      and(
        eq(articles.kind, asked.kind),
        asked.isTrashed ? isNotNull(articles.trashedAt) : isNull(articles.trashedAt),
        asked.before === null ? undefined : sql`${articles.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(articles.id))
    .limit(asked.limit);
}
