import { type SQL, sql } from "drizzle-orm";
import { namesAsJson } from "./authors.ts";
import type { Database } from "../client/open.ts";
import { pictureAsJson } from "./picture.ts";

const ARTICLES_MAX = 20;
const COMMENTS_MAX = 50;

/** An article as a feed gives it away, whole. `tags` is a JSON array of titles. */
export type FeedArticle = {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  html: string;
  publishedAt: string;
  updatedAt: string;
  /** A JSON array of names. */
  authors: string;
  category: string | null;
  tags: string;
  /** The picture above it, as a JSON object. */
  picture: string | null;
};

/** A comment as a feed gives it away, with what it is about and whom it answers. */
export type FeedComment = {
  id: string;
  name: string;
  html: string;
  postedAt: string;
  judgedAt: string;
  slug: string;
  title: string;
  articleId: string;
  parentId: string | null;
  parentName: string | null;
};

const TABLES = { category: "categories", author: "authors", tag: "tags" } as const;

export type FeedSubject = { kind: "all" } | { kind: keyof typeof TABLES; slug: string };

/** The newest articles of all, or of one category (with those below it), author or tag, in one round trip. Null when unknown. */
export async function findArticleFeed(
  db: Database,
  subject: FeedSubject,
): Promise<{ title: string | null; articles: FeedArticle[] } | null> {
  if (subject.kind === "all") return { title: null, articles: await selectArticles(db, sql`true`) };
  const of = sql`from ${sql.raw(TABLES[subject.kind])} where slug = ${subject.slug}`;
  const [named, articles] = await db.batch([
    db.all<{ title: string }>(
      sql`select ${sql.raw(subject.kind === "author" ? "name" : "title")} as title ${of}`,
    ),
    selectArticles(
      db,
      sql`a.id in (select article_id from listings where subject_id = (select id ${of})
        order by published_at desc limit ${ARTICLES_MAX})`,
    ),
  ]);
  return named[0] === undefined ? null : { title: named[0].title, articles };
}

function selectArticles(db: Database, condition: SQL) {
  return db.all<FeedArticle>(sql`select a.id, a.slug, a.title, a.standfirst, a.body_html as html,
      a.published_at as publishedAt, a.updated_at as updatedAt, ${namesAsJson("a.id")} as authors, c.title as category,
      (select json_group_array(t.title) from article_tags l join tags t on t.id = l.tag_id
        where l.article_id = a.id) as tags,
      ${pictureAsJson("a.picture_id")} as picture
    from articles a left join categories c on c.id = a.category_id
    where a.kind = 'article' and a.state = 'published' and ${condition}
    order by a.published_at desc, a.id desc limit ${ARTICLES_MAX}`);
}

/** The newest comments of all articles, or of one text by its slug, in one round trip. Null when there is no such text. */
export async function findCommentFeed(
  db: Database,
  slug: string | null,
): Promise<{ title: string | null; comments: FeedComment[] } | null> {
  const [named, comments] = await db.batch([
    db.all<{ title: string }>(sql`select title from articles where slug = ${slug} and state = 'published'`),
    db.all<FeedComment>(sql`select c.id, c.name, c.body_html as html, c.posted_at as postedAt, c.judged_at as judgedAt,
        a.slug, a.title, a.id as articleId, p.id as parentId, p.name as parentName
      from comments c join articles a on a.id = c.article_id
        left join comments p on p.id = c.parent_id and p.state = 'visible'
      where c.state = 'visible' and a.state = 'published' and (${slug} is null or a.slug = ${slug})
      order by c.judged_at desc, c.posted_at desc, c.id desc limit ${COMMENTS_MAX}`),
  ]);
  if (slug === null) return { title: null, comments };
  return named[0] === undefined ? null : { title: named[0].title, comments };
}
