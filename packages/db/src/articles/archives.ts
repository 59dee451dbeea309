import {
  type Archive,
  type ArchivePage,
  articlesPerPage,
  monthOf,
  pageCount,
} from "@ontsecretaressen/domain/archive";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { authorNames } from "./authors.ts";
import type { Database } from "../client/open.ts";
import { articles, authors, categories, tags } from "../tables/articles.ts";

export const summaryColumns = {
  slug: articles.slug,
  title: articles.title,
  standfirst: articles.standfirst,
  publishedAt: sql<string>`${articles.publishedAt}`,
  authors: authorNames,
  category: { slug: categories.slug, title: categories.title },
  commentCount: sql<number>`(select count(*) from comments c where c.article_id = ${articles.id} and c.state = 'visible')`,
};

export const hasArticles = sql`exists (select 1 from listings l where l.subject_id = categories.id)`;

// Written out, not as a parameter: only then the planner may use the partial indexes.
const isListed = sql`kind = 'article' and state = 'published'`;

/** Which articles: `rows` names each by what `join` finds it by, read from an index alone, newest first. */
type Selection = { rows: SQL; join: SQL; count: SQL };

const inOrder = (condition: SQL): Selection => ({
  rows: sql`select rowid as row, published_at from articles where ${isListed} and ${condition} order by published_at desc`,
  join: sql`articles.rowid = p.row`,
  count: sql`select count(*) as count from articles where ${isListed} and ${condition}`,
});

const under = (subject: SQL): Selection => ({
  rows: sql`select article_id, published_at from listings where subject_id = ${subject} order by published_at desc, article_id`,
  join: sql`articles.id = p.article_id`,
  count: sql`select count from listing_counts where subject_id = ${subject}`,
});

const selectCount = (db: Database, { count }: Selection) => db.all<{ count: number }>(count);

/** The rows of one page. Texts are only read for these, never for the pages before. */
const selectPage = (db: Database, { rows, join }: Selection, page: number) =>
  db
    .select(summaryColumns)
    .from(sql`(${rows} limit ${articlesPerPage} offset ${(page - 1) * articlesPerPage}) p`)
    .innerJoin(articles, join)
    .leftJoin(categories, eq(categories.id, articles.categoryId));

type Rows = Awaited<ReturnType<typeof selectPage>>;

function pageOf(
  archive: Archive | null,
  counted: { count: number }[],
  rows: Rows,
  page: number,
): ArchivePage | null {
  const count = counted[0]?.count ?? 0;
  if (archive === null || page > pageCount(count)) return null;
  return { archive, articles: rows.toSorted(newestFirst), count, page };
}

function newestFirst(a: { publishedAt: string }, b: { publishedAt: string }): number {
  return a.publishedAt === b.publishedAt ? 0 : a.publishedAt < b.publishedAt ? 1 : -1;
}

/** A page of all articles, with the categories that have any. Null past the last page. One round trip. */
export async function findAllArticles(db: Database, page: number): Promise<ArchivePage | null> {
  const selection = under(sql`'all'`);
  const [found, counted, rows] = await db.batch([
    db
      .select({ slug: categories.slug, title: categories.title })
      .from(categories)
      .where(hasArticles)
      .orderBy(asc(categories.title)),
    selectCount(db, selection),
    selectPage(db, selection, page),
  ]);
  return pageOf({ kind: "all", categories: found }, counted, rows, page);
}

const parents = alias(categories, "parents");

/** A page of a category's articles and of those in the categories below it. Null past the last. One round trip. */
export async function findCategory(db: Database, slug: string, page: number): Promise<ArchivePage | null> {
  const id = sql`(select id from categories where slug = ${slug})`;
  const selection = under(id);
  const title = { slug: categories.slug, title: categories.title };
  const [found, below, counted, rows] = await db.batch([
    db
      .select({ category: title, parent: { slug: parents.slug, title: parents.title } })
      .from(categories)
      .leftJoin(parents, eq(parents.id, categories.parentId))
      .where(eq(categories.slug, slug)),
    db
      .select(title)
      .from(categories)
      .where(and(eq(categories.parentId, id), hasArticles))
      .orderBy(asc(categories.title)),
    selectCount(db, selection),
    selectPage(db, selection, page),
  ]);
  return pageOf(
    found[0] === undefined ? null : { kind: "category", ...found[0], below },
    counted,
    rows,
    page,
  );
}

/** A page of the articles with a tag. Null past the last page. One round trip. */
export async function findTag(db: Database, slug: string, page: number): Promise<ArchivePage | null> {
  const selection = under(sql`(select id from tags where slug = ${slug})`);
  const [found, counted, rows] = await db.batch([
    db.select({ slug: tags.slug, title: tags.title }).from(tags).where(eq(tags.slug, slug)),
    selectCount(db, selection),
    selectPage(db, selection, page),
  ]);
  return pageOf(found[0] === undefined ? null : { kind: "tag", tag: found[0] }, counted, rows, page);
}

/** A page of someone's articles. Null past the last page. One round trip. */
export async function findAuthor(db: Database, slug: string, page: number): Promise<ArchivePage | null> {
  const selection = under(sql`(select id from authors where slug = ${slug})`);
  const [found, counted, rows] = await db.batch([
    db
      .select({ slug: authors.slug, name: authors.name, bio: authors.bio })
      .from(authors)
      .where(eq(authors.slug, slug)),
    selectCount(db, selection),
    selectPage(db, selection, page),
  ]);
  return pageOf(found[0] === undefined ? null : { kind: "author", author: found[0] }, counted, rows, page);
}

/** A page of a month's articles, and the nearest months that have any. Null when this one has none. One round trip. */
export async function findMonth(
  db: Database,
  asked: { month: string; from: string; until: string },
  page: number,
): Promise<ArchivePage | null> {
  const selection = inOrder(sql`published_at >= ${asked.from} and published_at < ${asked.until}`);
  const [around, counted, rows] = await db.batch([
    db.all<{ earlier: string | null; later: string | null }>(
      sql`select (select max(published_at) from articles where ${isListed} and published_at < ${asked.from}) as earlier,
        (select min(published_at) from articles where ${isListed} and published_at >= ${asked.until}) as later`,
    ),
    selectCount(db, selection),
    selectPage(db, selection, page),
  ]);
  if (rows.length === 0) return null;
  const monthAt = (moment: string | null = null) => (moment === null ? null : monthOf(moment));
  const [near] = around;
  const archive = { kind: "month", month: asked.month } as const;
  return pageOf(
    { ...archive, earlier: monthAt(near?.earlier), later: monthAt(near?.later) },
    counted,
    rows,
    page,
  );
}
