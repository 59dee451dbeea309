import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

/** A public page: its path, and when what it shows last changed, if that is known,
 * and the path of the picture above it. */
export type Address = { path: string; modified: string | null; picture: string | null };

// The month in Amsterdam. Its clock changes inside a month, never where one ends, so the month tells the offset there.
const month = sql`strftime('%Y/%m', published_at, iif(substr(published_at, 6, 2) between '03' and '09', '+2 hours', '+1 hours'))`;

const listed = sql`state = 'published' and kind = 'article'`;

const addressesAt = (now: string) => sql`
  select 0 as part, '/' as path, (select max(updated_at) from articles where state = 'published') as modified,
    null as picture
  union all select 0, '/artikelen/', (select max(updated_at) from articles where ${listed}), null
  union all select 0, '/programma/', null, null
  union all select 0, '/agenda/', null, null
  union all select 0, '/volgen/', null, null
  union all select 1, '/programma/' || slug || '/', null, null from steps
  union all select 2, '/inschrijven/' || slug || '/', created_at, null from sessions
    where state = 'planned' and starts_at > ${now}
  union all select 3, '/' || a.slug || '/', max(a.updated_at, coalesce((select max(c.judged_at) from comments c
      where c.article_id = a.id and c.state = 'visible'), '')),
      (select '/media/' || m.id || '/' || m.width || '.jpg' from media m where m.id = a.picture_id)
    from articles a where a.state = 'published'
  union all select 4, '/categorie/' || c.slug || '/', max(l.published_at), null
    from categories c join listings l on l.subject_id = c.id group by c.id
  union all select 5, '/tag/' || t.slug || '/', max(l.published_at), null
    from tags t join listings l on l.subject_id = t.id group by t.id
  union all select 6, '/auteur/' || u.slug || '/', max(a.published_at), null
    from authors u join article_authors w on w.author_id = u.id join articles a on a.id = w.article_id and a.state = 'published' and a.kind = 'article' group by u.id
  union all select 7, '/archief/' || ${month} || '/', max(published_at), null
    from articles where ${listed} group by ${month}`;

/**
 * Every public page in a steady order, from `offset` on, with how many there are in all, and when a session begins that
 * is then no longer ahead. One round trip.
 */
export async function listAddresses(
  db: Database,
  asked: { now: string; limit: number; offset: number },
): Promise<{ addresses: Address[]; count: number; until: string | undefined }> {
  const rows = await db.all<Address & { count: number; until: string | null }>(sql`with pages as (
      ${addressesAt(asked.now)})
    select path, modified, picture, (select count(*) from pages) as count,
      (select min(starts_at) from sessions where state = 'planned' and starts_at > ${asked.now}) as until
    from pages order by part, path limit ${asked.limit} offset ${asked.offset}`);
  return { addresses: rows, count: rows[0]?.count ?? 0, until: rows[0]?.until ?? undefined };
}

/** What there is to read, in a few words each: the newest texts, the pages and the steps. One round trip. */
export async function findOverview(db: Database) {
  type Line = { path: string; title: string; summary: string };
  const [articles, pages, steps] = await db.batch([
    db.all<Line>(sql`select '/' || slug || '/' as path, title, standfirst as summary from articles
      where ${listed} order by published_at desc limit 50`),
    db.all<Line>(sql`select '/' || slug || '/' as path, title, standfirst as summary from articles
      where state = 'published' and kind = 'page' order by title`),
    db.all<Line>(
      sql`select '/programma/' || slug || '/' as path, title, summary from steps order by position`,
    ),
  ]);
  return { articles, pages, steps };
}
