import type { Admin } from "@ontsecretaressen/domain/admin";
import type { ArticleKind } from "@ontsecretaressen/domain/article";
import { and, eq, sql, type SQL } from "drizzle-orm";
import { wholeArticle } from "./articles.ts";
import type { Database } from "./open.ts";
import { articles } from "./tables.ts";

export type ArticleText = {
  slug: string;
  title: string;
  standfirst: string;
  body: string;
  bodyHtml: string;
  author: string | null;
  category: string | null;
  tags: string[];
  isOpenForComments: boolean;
  /** The id of the picture above it. */
  picture: string | null;
  /** The ids of the pictures in its text. */
  figures: string[];
};

export type Act = { at: string; auditId: string; admin: Admin };

const authorId = (slug: string | null) => sql`(select id from authors where slug = ${slug})`;
const categoryId = (slug: string | null) => sql`(select id from categories where slug = ${slug})`;

const slugsIn = (slugs: string[]) => sql`(select value from json_each(${JSON.stringify(slugs)}))`;

const tagsAreKnown = (slugs: string[]) =>
  sql`not exists (select 1 from ${slugsIn(slugs)} j where j.value not in (select slug from tags))`;

const picturesAreKnown = ({ picture, figures }: Pick<ArticleText, "picture" | "figures">) =>
  sql`not exists (select 1 from ${slugsIn(picture === null ? figures : [picture, ...figures])} j
    where j.value not in (select id from media))`;

const namesAreKnown = (text: ArticleText) =>
  sql`(${text.author} is null or ${authorId(text.author)} is not null)
    and (${text.category} is null or ${categoryId(text.category)} is not null)
    and ${tagsAreKnown(text.tags)} and ${picturesAreKnown(text)}`;

/** Keeps a new draft under its address. The same idempotency key gives the first one back; null when nothing was kept. */
export async function insertArticle(
  db: Database,
  draft: ArticleText & { id: string; kind: ArticleKind; idempotencyKey: string },
  by: Act,
) {
  const [, , , , kept] = await db.batch([
    db.run(sql`insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id, state,
        is_open_for_comments, created_at, updated_at, version, idempotency_key, picture_id)
      select ${draft.id}, ${draft.kind}, ${draft.slug}, ${draft.title}, ${draft.standfirst}, ${draft.body}, ${draft.bodyHtml},
        ${authorId(draft.author)}, ${categoryId(draft.category)}, 'draft', ${draft.isOpenForComments ? 1 : 0},
        ${by.at}, ${by.at}, 1, ${draft.idempotencyKey}, ${draft.picture}
      where ${namesAreKnown(draft)}
      on conflict do nothing`),
    insertTags(db, draft.id, draft.tags),
    insertFigures(db, draft.id, draft.figures),
    auditIf(db, by, `${draft.kind}.create`, draft.id),
    db.select(wholeArticle).from(articles).where(eq(articles.idempotencyKey, draft.idempotencyKey)),
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
    and exists (select 1 from audit where audit.id = ${by.auditId})`;
  const [, , , , , , saved] = await db.batch([
    auditWhere(db, by, "article.save", maySave),
    db
      .update(articles)
      .set({
        slug: change.slug,
        title: change.title,
        standfirst: change.standfirst,
        body: change.body,
        bodyHtml: change.bodyHtml,
        authorId: authorId(change.author),
        categoryId: categoryId(change.category),
        isOpenForComments: change.isOpenForComments,
        pictureId: change.picture,
        updatedAt: by.at,
        version: change.version + 1,
      })
      .where(maySave),
    db.run(
      sql`delete from article_tags where article_id = (select id from articles where ${isSaved})
        and tag_id not in (select id from tags where slug in ${slugsIn(change.tags)})`,
    ),
    insertTags(db, sql`(select id from articles where ${isSaved})`, change.tags),
    db.run(
      sql`delete from article_figures where article_id = (select id from articles where ${isSaved})
        and media_id not in ${slugsIn(change.figures)}`,
    ),
    insertFigures(db, sql`(select id from articles where ${isSaved})`, change.figures),
    db.select(wholeArticle).from(articles).where(isSaved),
  ]);
  return saved[0] ?? null;
}

/** Publishes a draft at `by.at`; one that stands already keeps its date. Null when there is none. */
export async function publishArticle(db: Database, id: string, by: Act) {
  const [, published] = await db.batch([
    db
      .update(articles)
      .set({
        state: "published",
        publishedAt: sql`coalesce(${articles.publishedAt}, ${by.at})`,
        updatedAt: sql`case when ${articles.state} = 'draft' then ${by.at} else ${articles.updatedAt} end`,
        version: sql`${articles.version} + (${articles.state} = 'draft')`,
      })
      .where(eq(articles.id, id)),
    db.select(wholeArticle).from(articles).where(eq(articles.id, id)),
    auditIf(db, by, "article.publish", id),
  ]);
  return published[0] ?? null;
}

/** Takes a text off the site and keeps it as a draft with its date. Null when there is none. */
export async function unpublishArticle(db: Database, id: string, by: Act) {
  const [, kept] = await db.batch([
    db
      .update(articles)
      .set({ state: "draft", updatedAt: by.at, version: sql`${articles.version} + 1` })
      .where(and(eq(articles.id, id), eq(articles.state, "published"))),
    db.select(wholeArticle).from(articles).where(eq(articles.id, id)),
    auditIf(db, by, "article.unpublish", id),
  ]);
  return kept[0] ?? null;
}

/** Why a text was not kept: the first thing that stands in its way. */
export async function findObstacle(
  db: Database,
  text: Pick<ArticleText, "slug" | "author" | "category" | "tags" | "picture"> & { ownId: string | null },
): Promise<"slug_taken" | "unknown_author" | "unknown_category" | "unknown_tag" | "unknown_picture" | null> {
  const rows = await db.all<{
    taken: number;
    author: number;
    category: number;
    tags: number;
    picture: number;
  }>(
    sql`select exists (select 1 from articles where slug = ${text.slug} and id is not ${text.ownId}) as taken,
      (${text.author} is null or ${authorId(text.author)} is not null) as author,
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

function auditIf(db: Database, by: Act, act: string, id: string) {
  return auditWhere(db, by, act, sql`id = ${id} and (updated_at = ${by.at} or created_at = ${by.at})`);
}

function auditWhere(db: Database, by: Act, act: string, condition: SQL) {
  return db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
    select ${by.auditId}, ${by.at}, ${by.admin.id}, ${by.admin.name}, ${act}, articles.id
    from articles where ${condition} on conflict do nothing`);
}
