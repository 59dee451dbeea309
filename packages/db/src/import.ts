import type { ArticleKind } from "@ontsecretaressen/domain/article";
import type { StepDraft } from "@ontsecretaressen/domain/session-drafts";
import type { BatchItem } from "drizzle-orm/batch";
import { type SQL, sql } from "drizzle-orm";
import { type Act, auditMade } from "./audit.ts";
import { type ArticleText, insertAuthors, insertFigures, insertTags } from "./articles/write.ts";
import type { Database } from "./client/open.ts";
import { insertSession, type SessionRow } from "./sessions/write.ts";

export type ImportRows = {
  authors: { id: string; slug: string; name: string; bio: string }[];
  categories: { id: string; slug: string; title: string; parent: string | null }[];
  tags: { id: string; slug: string; title: string }[];
  articles: (ArticleText & { id: string; kind: ArticleKind; publishedAt: string })[];
  comments: {
    id: string;
    article: string;
    parentId: string | null;
    number: number;
    name: string;
    email: string | null;
    body: string;
    html: string;
    submission: string;
    postedAt: string;
  }[];
  steps: (StepDraft & { id: string; bodyHtml: string })[];
  sessions: SessionRow[];
};

/**
 * Keeps all of it in one batch. What stands at an address already is left alone, its conversation too. Throws when its key
 * made something else.
 */
export async function importAll(db: Database, rows: ImportRows, by: Act): Promise<void> {
  const statements: BatchItem<"sqlite">[] = [
    ...rows.authors.map((row) =>
      db.run(
        sql`insert into authors (id, slug, name, bio) values (${row.id}, ${row.slug}, ${row.name}, ${row.bio}) on conflict do nothing`,
      ),
    ),
    // Those without a parent first: a parent must be there before what is below it.
    ...rows.categories
      .toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null))
      .map((row) =>
        db.run(sql`insert into categories (id, slug, title, parent_id) values (${row.id}, ${row.slug}, ${row.title},
        (select id from categories where slug = ${row.parent})) on conflict do nothing`),
      ),
    ...rows.tags.map((row) =>
      db.run(
        sql`insert into tags (id, slug, title) values (${row.id}, ${row.slug}, ${row.title}) on conflict do nothing`,
      ),
    ),
    ...rows.articles.map((row) =>
      db.run(sql`insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id, state,
          is_open_for_comments, published_at, created_at, updated_at, version, picture_id, open_days)
        values (${row.id}, ${row.kind}, ${row.slug}, ${row.title}, ${row.standfirst}, ${row.body}, ${row.bodyHtml},
          (select id from authors where slug = ${row.authors[0] ?? null}), (select id from categories where slug = ${row.category}),
          'published', ${row.isOpenForComments ? 1 : 0}, ${row.publishedAt}, ${by.at}, ${row.publishedAt}, 1,
          ${row.picture}, ${row.openDays})
        on conflict do nothing`),
    ),
    ...rows.articles
      .filter(({ authors }) => authors.length > 0)
      .map((row) => insertAuthors(db, row.id, row.authors)),
    ...rows.articles.filter(({ tags }) => tags.length > 0).map((row) => insertTags(db, row.id, row.tags)),
    ...rows.articles
      .filter(({ figures }) => figures.length > 0)
      .map((row) => insertFigures(db, row.id, row.figures)),
    ...rows.comments.map((row) =>
      db.run(sql`insert into comments (id, article_id, parent_id, number, name, email, body, body_html, wants_notice,
          state, submission, posted_at, judged_at)
        select ${row.id}, a.id, ${row.parentId}, ${row.number}, ${row.name}, ${row.email}, ${row.body}, ${row.html}, 0,
          'visible', ${row.submission}, ${row.postedAt}, ${row.postedAt}
        from articles a where a.id = ${row.article} on conflict do nothing`),
    ),
    ...rows.steps.map((row) =>
      db.run(sql`insert into steps (id, slug, position, title, summary, body, body_html, for_whom, opens, guides,
          price_cents, payment)
        values (${row.id}, ${row.slug}, ${row.position}, ${row.title}, ${row.summary}, ${row.body}, ${row.bodyHtml},
          ${row.forWhom}, ${row.opens}, ${row.guides}, ${row.priceCents}, ${row.payment})
        on conflict do nothing`),
    ),
    // When all are there: one can ask for another of the same document.
    ...rows.steps.map((row) =>
      db.run(
        sql`update steps set requires_id = (select id from steps where slug = ${row.requires}) where id = ${row.id}`,
      ),
    ),
    ...rows.sessions.flatMap((row) => insertSession(db, row, by.at)),
  ];
  await db.batch([auditMade(db, by, "import", sql`select 'document' as id`), ...statements]);
}

/** Which of these slugs are nobody's here yet, as `authors:slug`. One round trip. */
export async function findUnknown(
  db: Database,
  named: Record<"authors" | "categories" | "tags" | "steps", string[]>,
): Promise<string[]> {
  const missing = (kind: keyof typeof named, table: SQL) =>
    db.all<{
      slug: string;
    }>(sql`select ${kind} || ':' || j.value as slug from json_each(${JSON.stringify(named[kind])}) j
      where j.value not in (select slug from ${table})`);
  const found = await db.batch([
    missing("authors", sql`authors`),
    missing("categories", sql`categories`),
    missing("tags", sql`tags`),
    missing("steps", sql`steps`),
  ]);
  return found.flat().map(({ slug }) => slug);
}
