import type { Picture } from "@ontsecretaressen/domain/media";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Act, auditDone, auditMade, isDone } from "../audit.ts";
import type { Database } from "../client/open.ts";
import { articles } from "../tables/articles.ts";

/** A picture as organisers see it. */
export type Media = Picture & { createdAt: string; updatedAt: string; version: number };

const columns = sql.raw("id, width, height, alt, caption, credit");

const selectMedia = (db: Database, condition: SQL) =>
  db.all<Media>(sql`select ${columns}, created_at as createdAt, updated_at as updatedAt, version from media
    where ${condition}`);

const isShownIn = (id: string) =>
  sql`(${articles.pictureId} = ${id} or ${articles.id} in (select article_id from article_figures where media_id = ${id}))`;

/** Pictures, newest first; `before` is the id that the last page ended with. */
export function listMedia(db: Database, asked: { limit: number; before: string | null }) {
  return selectMedia(
    db,
    sql`(${asked.before} is null or id < ${asked.before}) order by id desc limit ${asked.limit}`,
  );
}

/** One picture, or null. */
export async function findMedia(db: Database, id: string) {
  return (await selectMedia(db, sql`id = ${id}`))[0] ?? null;
}

/** The picture that was made of these bytes before, or null. */
export async function findMediaByHash(db: Database, hash: string) {
  return (await selectMedia(db, sql`hash = ${hash}`))[0] ?? null;
}

/** Those of the pictures that are known, in no order. */
export async function listPictures(db: Database, ids: string[]): Promise<Picture[]> {
  if (ids.length === 0) return [];
  return db.all<Picture>(
    sql`select ${columns} from media where id in (select value from json_each(${JSON.stringify(ids)}))`,
  );
}

/** The texts that show a picture, above or inside, with what it takes to write them anew. */
export function listUses(db: Database, id: string) {
  return db
    .select({
      id: articles.id,
      slug: articles.slug,
      body: articles.body,
      bodyHtml: articles.bodyHtml,
      version: articles.version,
    })
    .from(articles)
    .where(isShownIn(id))
    .orderBy(articles.slug);
}

/** Keeps a picture. When the same bytes were kept before, that one is given back and this one is not kept. */
export async function insertMedia(db: Database, row: Picture & { hash: string }, by: Act) {
  const { id, hash, width, height, alt, caption, credit } = row;
  const [, , kept] = await db.batch([
    db.run(sql`insert into media (id, hash, width, height, alt, caption, credit, created_at, updated_at, version)
      values (${id}, ${hash}, ${width}, ${height}, ${alt}, ${caption}, ${credit}, ${by.at}, ${by.at}, 1)
      on conflict do nothing`),
    auditMade(db, by, "media.create", sql`select id from media where id = ${id}`),
    selectMedia(db, sql`hash = ${hash}`),
  ]);
  return kept[0] ?? null;
}

/**
 * Saves what is said of a picture over the version that was read, with the texts that show it as they read now. Null
 * when another save came first. A text that was saved meanwhile keeps what that save wrote.
 */
export async function updateMedia(
  db: Database,
  change: Pick<Picture, "id" | "alt" | "caption" | "credit"> & { version: number },
  texts: { id: string; version: number; bodyHtml: string }[],
  by: Act,
) {
  const { id, version, ...said } = change;
  const isSaved = isDone(by);
  const [, , saved] = await db.batch([
    auditDone(db, by, "media.save", sql`select id from media where id = ${id} and version = ${version}`),
    db.run(sql`update media set alt = ${said.alt}, caption = ${said.caption}, credit = ${said.credit},
        updated_at = ${by.at}, version = ${version + 1}
      where id = ${id} and version = ${version} and ${isSaved}`),
    selectMedia(db, sql`id = ${id} and version = ${version + 1} and ${isSaved}`),
    ...texts.map((text) =>
      db
        .update(articles)
        .set({ bodyHtml: text.bodyHtml })
        .where(and(eq(articles.id, text.id), eq(articles.version, text.version), isSaved)),
    ),
  ]);
  return saved[0] ?? null;
}

/** Removes a picture that no text shows. False when one does, or when there is none. */
export async function deleteMedia(db: Database, id: string, by: Act): Promise<boolean> {
  const isUnused = sql`id = ${id} and not exists (select 1 from articles where picture_id = ${id})
    and not exists (select 1 from article_figures where media_id = ${id})`;
  const [, , done] = await db.batch([
    auditDone(db, by, "media.delete", sql`select id from media where ${isUnused}`),
    db.run(sql`delete from media where ${isUnused} and ${isDone(by)}`),
    db.all(sql`select 1 where ${isDone(by)}`),
  ]);
  return done.length > 0;
}
