import type { ArticleLink } from "@ontsecretaressen/domain/article";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

const RELATED_MAX = 3;
// Of a subject with many articles only the newest can be related, and a word that stands in more of them tells nothing:
// what this costs must not grow with the site.
const CANDIDATES = 50;
const STEMS_MAX = 40;

/**
 * The articles that share most with this one, to be read in a batch. A tag or the category itself weighs four, its parent
 * two, and each word that few articles have in their titles and standfirsts one.
 */
export function selectRelated(db: Database, slug: string) {
  const me = sql`(select id from articles where slug = ${slug})`;
  return db.all<ArticleLink>(sql`
    select a.slug, a.title from (
      select e.value as article_id, sum(o.weight) as score
      from (
        select 2 + 2 * not exists (
            select 1 from articles x join categories y on y.id = x.category_id
            where x.id = m.article_id and y.parent_id = m.subject_id) as weight,
          (select json_group_array(l.article_id) from (
            select article_id from listings where subject_id = m.subject_id
            order by published_at desc, article_id limit ${CANDIDATES}) l) as shared
        from listings m where m.article_id = ${me} and m.subject_id <> 'all'
          and m.subject_id not in (select author_id from article_authors where article_id = m.article_id)
        union all
        select 1, (select iif(count(*) > ${CANDIDATES}, '[]', json_group_array(l.article_id)) from (
            select article_id from stems where stem = s.stem limit ${CANDIDATES + 1}) l)
        from (select stem from stems where article_id = ${me} limit ${STEMS_MAX}) s
      ) o, json_each(o.shared) e
      where e.value <> ${me}
      group by e.value
    ) r join articles a on a.id = r.article_id
    order by r.score desc, a.published_at desc limit ${RELATED_MAX}`);
}

/** The article before and the one after this one, to be read in a batch. */
export function selectNeighbours(db: Database, slug: string) {
  const isListed = sql`kind = 'article' and state = 'published'`;
  const me = (column: "published_at" | "rowid") =>
    sql`(select ${sql.raw(column)} from articles where slug = ${slug})`;
  return db.all<ArticleLink & { side: "newer" | "older" }>(sql`
    select * from (select 'older' as side, slug, title from articles
      where ${isListed} and published_at <= ${me("published_at")}
        and (published_at < ${me("published_at")} or rowid > ${me("rowid")})
      order by published_at desc, rowid limit 1)
    union all
    select * from (select 'newer' as side, slug, title from articles
      where ${isListed} and published_at >= ${me("published_at")}
        and (published_at > ${me("published_at")} or rowid < ${me("rowid")})
      order by published_at, rowid desc limit 1)`);
}
