import type { ArticleAround, ArticleLink } from "@ontsecretaressen/domain/article";
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

/** The article before and the one after this one, to be read in a batch. A page has none. */
export function selectNeighbours(db: Database, slug: string) {
  const link = sql`select json_object('slug', o.slug, 'title', o.title) from articles o
    where o.kind = 'article' and o.state = 'published'`;
  return db.all<{ view: string }>(sql`select json_object(
      'older', json((${link} and o.published_at <= a.published_at
        and (o.published_at < a.published_at or o.rowid > a.rowid) order by o.published_at desc, o.rowid limit 1)),
      'newer', json((${link} and o.published_at >= a.published_at
        and (o.published_at > a.published_at or o.rowid < a.rowid) order by o.published_at, o.rowid desc limit 1))) as view
    from articles a where a.slug = ${slug} and a.kind = 'article'`);
}

/** What those two statements found, as one. */
export function toAround(related: ArticleLink[], neighbours: { view: string }[]): ArticleAround {
  const beside = neighbours[0] === undefined ? { older: null, newer: null } : JSON.parse(neighbours[0].view);
  return { related, ...beside };
}
