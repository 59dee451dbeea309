import type { ArticleKind } from "@ontsecretaressen/domain/article";
import { eq, sql, type SQL } from "drizzle-orm";
import { type Act, auditDone, auditMade, isDone } from "../audit.ts";
import { wholeArticle } from "./find.ts";
import type { Database } from "../client/open.ts";
import { keepRevision } from "./revisions.ts";
import { articles } from "../tables/articles.ts";

export type ArticleText = {
  slug: string;
  title: string;
  standfirst: string;
  body: string;
  bodyHtml: string;
  /** The slugs of who wrote it, in their order. */
  authors: string[];
  category: string | null;
  tags: string[];
  isOpenForComments: boolean;
  openDays: number | null;
  /** The id of the picture above it. */
  picture: string | null;
  /** The ids of the pictures in its text. */
  figures: string[];
};

const authorId = (slug: string | undefined) => sql`(select id from authors where slug = ${slug ?? null})`;
const categoryId = (slug: string | null) => sql`(select id from categories where slug = ${slug})`;

const slugsIn = (slugs: string[]) => sql`(select value from json_each(${JSON.stringify(slugs)}))`;

const tagsAreKnown = (slugs: string[]) =>
  sql`not exists (select 1 from ${slugsIn(slugs)} j where j.value not in (select slug from tags))`;

const picturesAreKnown = ({ picture, figures }: Pick<ArticleText, "picture" | "figures">) =>
  sql`not exists (select 1 from ${slugsIn(picture === null ? figures : [picture, ...figures])} j
    where j.value not in (select id from media))`;

const authorsAreKnown = (slugs: string[]) =>
  sql`not exists (select 1 from ${slugsIn(slugs)} j where j.value not in (select slug from authors))`;

const namesAreKnown = (text: ArticleText) =>
  sql`${authorsAreKnown(text.authors)}
    and (${text.category} is null or ${categoryId(text.category)} is not null)
    and ${tagsAreKnown(text.tags)} and ${picturesAreKnown(text)}`;

/** Keeps a new draft under its address; null when nothing was kept. Throws when its key made something else. */
export async function insertArticle(
  db: Database,
  draft: ArticleText & { id: string; kind: ArticleKind },
  by: Act,
) {
  const [, , , , , , kept] = await db.batch([
    db.run(sql`insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id, state,
        is_open_for_comments, open_days, created_at, updated_at, version, picture_id)
      select ${draft.id}, ${draft.kind}, ${draft.slug}, ${draft.title}, ${draft.standfirst}, ${draft.body}, ${draft.bodyHtml},
        ${authorId(draft.authors[0])}, ${categoryId(draft.category)}, 'draft', ${draft.isOpenForComments ? 1 : 0},
        ${draft.openDays},
        ${by.at}, ${by.at}, 1, ${draft.picture}
      where ${namesAreKnown(draft)}
      on conflict do nothing`),
    insertAuthors(db, draft.id, draft.authors),
    insertTags(db, draft.id, draft.tags),
    insertFigures(db, draft.id, draft.figures),
    auditMade(db, by, `${draft.kind}.create`, sql`select id from articles where id = ${draft.id}`),
    keepRevision(db, sql`a.id = ${draft.id}`, by.admin.name),
    db.select(wholeArticle).from(articles).where(eq(articles.id, draft.id)),
  ]);
  return kept[0] ?? null;
}

/** Saves a text over the version that was read; null when another save came first, or a name or the address is not free. */
export async function updateArticle(
  db: Database,
  change: ArticleText & { id: string; version: number },
  by: Act,
) {
  const slugIsFree = sql`not exists (select 1 from articles o where o.slug = ${change.slug} and o.id <> ${change.id})`;
  const maySave = sql`${articles.id} = ${change.id} and ${articles.version} = ${change.version}
    and ${slugIsFree} and ${namesAreKnown(change)}`;
  // Who wrote the audit row saved: a moment is not enough, two may come in the same millisecond.
  const isSaved = sql`${articles.id} = ${change.id} and ${articles.version} = ${change.version + 1}
    and ${isDone(by)}`;
  const theSaved = sql`(select id from articles where ${isSaved})`;
  const [, , , , , , , , , , saved] = await db.batch([
    // Of a text that was never kept as a revision, what is about to be saved over.
    keepRevision(db, sql`a.id = ${change.id}`, null),
    auditDone(db, by, "article.save", sql`select articles.id from articles where ${maySave}`),
    db
      .update(articles)
      .set({
        slug: change.slug,
        title: change.title,
        standfirst: change.standfirst,
        body: change.body,
        bodyHtml: change.bodyHtml,
        authorId: authorId(change.authors[0]),
        categoryId: categoryId(change.category),
        isOpenForComments: change.isOpenForComments,
        openDays: change.openDays,
        pictureId: change.picture,
        updatedAt: by.at,
        version: change.version + 1,
      })
      .where(maySave),
    db.run(
      sql`delete from article_authors where article_id = ${theSaved}
        and (author_id, position) not in (select u.id, j.key + 1 from json_each(${JSON.stringify(change.authors)}) j
          join authors u on u.slug = j.value)`,
    ),
    insertAuthors(db, theSaved, change.authors),
    db.run(
      sql`delete from article_tags where article_id = ${theSaved}
        and tag_id not in (select id from tags where slug in ${slugsIn(change.tags)})`,
    ),
    insertTags(db, theSaved, change.tags),
    db.run(
      sql`delete from article_figures where article_id = ${theSaved}
        and media_id not in ${slugsIn(change.figures)}`,
    ),
    insertFigures(db, theSaved, change.figures),
    keepRevision(db, sql`a.id = ${theSaved}`, by.admin.name),
    db.select(wholeArticle).from(articles).where(isSaved),
  ]);
  return saved[0] ?? null;
}

/** Why a text was not kept: the first thing that stands in its way. */
export async function findObstacle(
  db: Database,
  text: Pick<ArticleText, "slug" | "authors" | "category" | "tags" | "picture"> & { ownId: string | null },
): Promise<"slug_taken" | "unknown_author" | "unknown_category" | "unknown_tag" | "unknown_picture" | null> {
  const rows = await db.all<{
    taken: number;
    author: number;
    category: number;
    tags: number;
    picture: number;
  }>(
    sql`select exists (select 1 from articles where slug = ${text.slug} and id is not ${text.ownId}) as taken,
      (${authorsAreKnown(text.authors)}) as author,
      (${text.category} is null or ${categoryId(text.category)} is not null) as category,
      (${tagsAreKnown(text.tags)}) as tags,
      (${text.picture} is null or exists (select 1 from media where id = ${text.picture})) as picture`,
  );
  const row = rows[0];
  if (row?.taken === 1) return "slug_taken";
  if (row?.author === 0) return "unknown_author";
  if (row?.category === 0) return "unknown_category";
  if (row?.tags === 0) return "unknown_tag";
  return row?.picture === 0 ? "unknown_picture" : null;
}

/** Names who wrote an article, in this order; who has her place already keeps it. An id that is nobody's gets none. */
export function insertAuthors(db: Database, articleId: string | SQL, slugs: string[]) {
  return db.run(sql`insert into article_authors (article_id, author_id, position)
    select a.id, u.id, j.key + 1 from articles a join json_each(${JSON.stringify(slugs)}) j join authors u on u.slug = j.value
    where a.id = ${articleId}
    on conflict do nothing`);
}

/** Puts tags on an article; what it carries already stays. An id that is nobody's gets none. */
export function insertTags(db: Database, articleId: string | SQL, slugs: string[]) {
  return db.run(sql`insert into article_tags (article_id, tag_id)
    select a.id, t.id from articles a join tags t where a.id = ${articleId} and t.slug in ${slugsIn(slugs)}
    on conflict do nothing`);
}

/** Notes which pictures stand in a text; those that it has already stay. An id that is nobody's gets none. */
export function insertFigures(db: Database, articleId: string | SQL, ids: string[]) {
  return db.run(sql`insert into article_figures (article_id, media_id)
    select a.id, m.id from articles a join media m where a.id = ${articleId} and m.id in ${slugsIn(ids)}
    on conflict do nothing`);
}
