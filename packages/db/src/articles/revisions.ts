import { sql, type SQL } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";

export type Revision = {
  version: number;
  slug: string;
  title: string;
  standfirst: string;
  body: string;
  authors: string[];
  category: string | null;
  tags: string[];
  picture: string | null;
  isOpenForComments: boolean;
  openDays: number | null;
  savedAt: string;
  adminName: string | null;
};

/**
 * Keeps the text as it stands now, under its version; one that is kept already stays as it was. To be put into a batch
 * around a save: before it for a text that was never kept, after it for what was saved.
 */
export function keepRevision(db: Database, which: SQL, adminName: string | null): Write {
  return db.run(sql`insert into revisions (article_id, version, slug, title, standfirst, body, authors, category, tags,
      picture, is_open_for_comments, open_days, saved_at, admin_name)
    select a.id, a.version, a.slug, a.title, a.standfirst, a.body,
      (select json_group_array(slug) from (select u.slug from article_authors w join authors u on u.id = w.author_id
        where w.article_id = a.id order by w.position)),
      (select slug from categories where id = a.category_id),
      (select json_group_array(t.slug) from article_tags l join tags t on t.id = l.tag_id where l.article_id = a.id),
      a.picture_id, a.is_open_for_comments, a.open_days, a.updated_at, ${adminName}
    from articles a where ${which} on conflict do nothing`);
}

type Row = Omit<Revision, "authors" | "tags" | "isOpenForComments"> & {
  authors: string;
  tags: string;
  isOpenForComments: number;
};

/** A text as it stood at the given versions, oldest first. */
export async function findRevisions(
  db: Database,
  articleId: string,
  versions: number[],
): Promise<Revision[]> {
  const rows =
    await db.all<Row>(sql`select version, slug, title, standfirst, body, authors, category, tags, picture,
      is_open_for_comments as isOpenForComments, open_days as openDays, saved_at as savedAt, admin_name as adminName
    from revisions where article_id = ${articleId} and version in (select value from json_each(${JSON.stringify(versions)}))
    order by version`);
  return rows.map((row) => ({
    ...row,
    authors: JSON.parse(row.authors),
    tags: JSON.parse(row.tags),
    isOpenForComments: row.isOpenForComments === 1,
  }));
}

/** When a text was saved and by whom, newest first; `before` is the version that the last page ended with. */
export function listRevisions(
  db: Database,
  articleId: string,
  asked: { limit: number; before: string | null },
) {
  return db.all<{ id: string; version: number; title: string; savedAt: string; adminName: string | null }>(
    sql`select cast(version as text) as id, version, title, saved_at as savedAt, admin_name as adminName from revisions
      where article_id = ${articleId} and (${asked.before} is null or version < cast(${asked.before} as integer))
      order by version desc limit ${asked.limit}`,
  );
}
