import type { Admin } from "@ontsecretaressen/domain/admin";
import { eq, type SQL, sql } from "drizzle-orm";
import { type Act, auditMade, isDone } from "../audit.ts";
import { wholeArticle } from "./find.ts";
import type { Database } from "../client/open.ts";
import { keepRevision } from "./revisions.ts";
import { articles } from "../tables/articles.ts";

/** Which text, and which version of it was read; without one any will do. */
export type Which = { id: string; version: number | null };

type Change = {
  act: string;
  /** What must be so for the act to change anything. */
  when: SQL;
  /** The columns it sets, besides the version and the moment. */
  set: SQL;
};

/** Puts a draft on the site at `by.at`; one that was there before keeps its date. */
export const publishArticle = (db: Database, which: Which, by: Act) =>
  change(db, which, by, {
    act: "article.publish",
    when: sql`state = 'draft' and trashed_at is null`,
    set: sql`state = 'published', publish_at = null, published_at = coalesce(published_at, ${by.at})`,
  });

/** Takes a text off the site and keeps it as a draft with its date. */
export const unpublishArticle = (db: Database, which: Which, by: Act) =>
  change(db, which, by, {
    act: "article.unpublish",
    when: sql`state = 'published'`,
    set: sql`state = 'draft'`,
  });

/** Lets a draft come out by itself at a moment (UTC), or never by itself when that is null. */
export const scheduleArticle = (db: Database, which: Which, by: Act, publishAt: string | null) =>
  change(db, which, by, {
    act: publishAt === null ? "article.unschedule" : "article.schedule",
    when: sql`state = 'draft' and trashed_at is null and publish_at is not ${publishAt}`,
    set: sql`publish_at = ${publishAt}`,
  });

/** Throws a text away: off the site and out of the lists. All of it is kept. */
export const trashArticle = (db: Database, which: Which, by: Act) =>
  change(db, which, by, {
    act: "article.trash",
    when: sql`trashed_at is null`,
    set: sql`state = 'draft', publish_at = null, trashed_at = ${by.at}`,
  });

/** Takes a text back out of the trash, as a draft. */
export const untrashArticle = (db: Database, which: Which, by: Act) =>
  change(db, which, by, {
    act: "article.untrash",
    when: sql`trashed_at is not null`,
    set: sql`trashed_at = null`,
  });

/**
 * Changes a text in one batch with the row that says who did it. What is so already stays as it is. Null when there is no
 * such text, or another version of it; throws when its key did something else.
 */
async function change(db: Database, { id, version }: Which, by: Act, { act, when, set }: Change) {
  const isRead = sql`id = ${id} and (${version} is null or version = ${version})`;
  const [before, , , , after] = await db.batch([
    db.all<{ found: number }>(
      sql`select 1 as found from articles where id = ${id} and (${version} is null or version = ${version} or ${isDone(by)})`,
    ),
    auditMade(db, by, act, sql`select id from articles where ${isRead} and ${when}`),
    db.run(sql`update articles set ${set}, updated_at = ${by.at}, version = version + 1
      where ${isRead} and ${when} and ${isDone(by)}`),
    keepRevision(db, sql`a.id = ${id} and ${isDone(by)}`, by.admin.name),
    db.select(wholeArticle).from(articles).where(eq(articles.id, id)),
  ]);
  return before.length === 0 ? null : (after[0] ?? null);
}

/**
 * Puts every draft on the site whose moment has come, also when that was a while ago: its date is the moment it was meant
 * for. One that has no text is left alone. Two runs at once publish each text once.
 */
export async function publishDue(
  db: Database,
  now: string,
  by: { auditId: string; admin: Admin },
): Promise<void> {
  const isDue = sql`publish_at <= ${now} and trashed_at is null and length(body_html) > 0`;
  await db.batch([
    db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
      select ${by.auditId} || substr(id, 4), ${now}, ${by.admin.id}, ${by.admin.name}, 'article.publish', id
      from articles where ${isDue} on conflict do nothing`),
    db.run(sql`update articles set state = 'published', published_at = publish_at, updated_at = publish_at,
        publish_at = null, version = version + 1
      where ${isDue}`),
    keepRevision(
      db,
      sql`exists (select 1 from audit where id = ${by.auditId} || substr(a.id, 4))`,
      by.admin.name,
    ),
  ]);
}

const daysAreOver = (
  now: string,
) => sql`open_days is not null and is_open_for_comments = 1 and state = 'published'
  and published_at <= ${now} and julianday(published_at) + open_days <= julianday(${now})`;

/** Closes the conversations that have been open for their days. From that moment on a comment was refused already. */
export async function closeDue(db: Database, now: string): Promise<void> {
  await db.run(sql`update articles set is_open_for_comments = 0 where ${daysAreOver(now)}`);
}

/**
 * Whether a draft waits whose moment has come, and whether a conversation must close. Cheap: it looks in indexes that hold
 * only those that wait.
 */
export async function findDue(db: Database, now: string): Promise<{ toPublish: boolean; toClose: boolean }> {
  const [row] = await db.all<{ publish: number; close: number }>(sql`select
    exists (select 1 from articles where publish_at is not null and publish_at <= ${now}) as publish,
    exists (select 1 from articles where ${daysAreOver(now)}) as close`);
  return { toPublish: row?.publish === 1, toClose: row?.close === 1 };
}
