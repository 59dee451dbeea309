import {
  foundEnd,
  foundStart,
  type FoundArticle,
  type FoundComment,
  type SearchResults,
} from "@ontsecretaressen/domain/search";
import { type SQL, sql } from "drizzle-orm";
import { namesAsJson } from "../articles/authors.ts";
import type { Database } from "../client/open.ts";

const ARTICLES_MAX = 25;
const COMMENTS_MAX = 15;
// Weighing reads all that match: past so many for one term the newest of them stand for the rest.
const WEIGHED_MAX = 100;
const BEFORE = 80;
const EXCERPT = 260;

const marks = sql`${foundStart}, ${foundEnd}`;

/** Searches texts and conversations for all the terms, best first, in one round trip. No terms find nothing, without one. */
export async function searchAll(db: Database, terms: string[], now: string): Promise<SearchResults> {
  if (terms.length === 0) return { articles: [], comments: [], hasMore: false };
  const asked = matchOf(terms);
  const [articles, comments] = await db.batch([
    db.all<Omit<FoundArticle, "authors"> & { authors: string }>(sql`with found as materialized (
        ${foundIn("article_search", terms, sql`bm25(article_search, 10, 4, 1, 6)`)}),
      hits as materialized (
        select a.rowid as id, a.slug, a.kind, a.published_at, ${namesAsJson("a.id")} as authors,
          (found.weight - ${startsIn(sql`a.title`, terms)}) * (1 + 0.3 / (1 + (julianday(${now}) - julianday(a.published_at)) / 1000)) as score
        from found cross join articles a on a.rowid = found.id where a.state = 'published'
        order by score, a.published_at desc limit ${ARTICLES_MAX + 1}),
      marked as materialized (
        select hits.*, highlight(article_search, 0, ${marks}) as title,
          highlight(article_search, 1, ${marks}) as standfirst, highlight(article_search, 2, ${marks}) as body
        from article_search cross join hits on hits.id = article_search.rowid
        where article_search match ${asked} and ${amongHits("article_search", sql`id`)})
      select slug, kind, published_at as publishedAt, authors, title,
        case when standfirst = '' or (instr(standfirst, ${foundStart}) = 0 and instr(body, ${foundStart}) > 0)
          then ${excerptOf(sql`body`)} else standfirst end as excerpt
      from marked order by score, published_at desc`),
    db.all<Omit<FoundComment, "article"> & { slug: string; title: string }>(sql`with found as materialized (
        ${foundIn("comment_search", terms, sql`bm25(comment_search, 4, 1)`)}),
      hits as materialized (
        select c.rowid as row, c.id, c.name, c.posted_at, a.slug, a.title,
          found.weight - ${startsIn(sql`c.body`, terms)} as score
        from found cross join comments c on c.rowid = found.id join articles a on a.id = c.article_id
        where c.state = 'visible' and a.state = 'published'
        order by score, c.posted_at desc limit ${COMMENTS_MAX + 1}),
      marked as materialized (
        select hits.*, highlight(comment_search, 1, ${marks}) as body
        from comment_search cross join hits on hits.row = comment_search.rowid
        where comment_search match ${asked} and ${amongHits("comment_search", sql`row`)})
      select id, name, posted_at as postedAt, slug, title, ${excerptOf(sql`body`)} as excerpt
      from marked order by score, posted_at desc`),
  ]);
  return {
    articles: articles
      .slice(0, ARTICLES_MAX)
      .map((article) => ({ ...article, authors: JSON.parse(article.authors) })),
    comments: comments.slice(0, COMMENTS_MAX).map(({ id, name, excerpt, postedAt, slug, title }) => ({
      id,
      name,
      excerpt,
      postedAt,
      article: { slug, title },
    })),
    hasMore: articles.length > ARTICLES_MAX || comments.length > COMMENTS_MAX,
  };
}

type Index = "article_search" | "comment_search";

/**
 * What matches all terms, with what it weighs: the less the better. Where a term stands in very many texts, weighing would
 * read them all; then it is the newest of them, of equal weight.
 */
function foundIn(table: Index, terms: string[], weight: SQL): SQL {
  const search = sql.raw(table);
  const asked = matchOf(terms);
  // Cross joins keep their order: where the first side is empty the second is never asked.
  return sql`with newest as materialized (
      select rowid as id from ${search} where ${search} match ${asked} order by rowid desc limit ${WEIGHED_MAX + 1}),
    few as materialized (select ${areFew(search, terms)} as yes)
    select ${search}.rowid as id, ${weight} as weight
      from (select 1 from few where yes) cross join ${search} where ${search} match ${asked}
    union all select newest.id, -1 from (select 1 from few where not yes) cross join newest`;
}

/** Whether each term stands in few enough texts to weigh them all. Of a single term the newest texts tell it already. */
function areFew(search: SQL, terms: string[]): SQL {
  if (terms.length === 1) return sql`(select count(*) from newest) <= ${WEIGHED_MAX}`;
  const each = terms.map(
    (term) =>
      sql`(select count(*) from (select 1 from ${search} where ${search} match ${matchOf([term])} limit ${WEIGHED_MAX + 1})) <= ${WEIGHED_MAX}`,
  );
  return sql.join(each, sql` and `);
}

// Marks are made in one pass over what matches from the first hit to the last: to look up each hit by itself costs more, the
// larger the site.
function amongHits(table: Index, id: SQL): SQL {
  return sql`${sql.raw(table)}.rowid between (select min(${id}) from hits) and (select max(${id}) from hits)`;
}

// A word that begins with what was asked tells more than one that has it inside: "rol" is "rollen" before "controle".
function startsIn(text: SQL, terms: string[]): SQL {
  const starts = terms.map((term) => sql`(instr(lower(' ' || ${text}), ${` ${term.toLowerCase()}`}) > 0)`);
  return sql`10 * (${sql.join(starts, sql` + `)})`;
}

// FTS5's own snippet() ends at 64 tokens, which are 66 letters when a token is a trigram.
const excerptOf = (marked: SQL): SQL => {
  const start = sql`max(1, instr(${marked}, ${foundStart}) - ${BEFORE})`;
  return sql`iif(${start} > 1, '…', '') || substr(${marked}, ${start}, ${EXCERPT})
    || iif(length(${marked}) >= ${start} + ${EXCERPT}, '…', '')`;
};

/** The terms in FTS5's own language, each one a string in which nothing has a meaning but itself. All are needed. */
export function matchOf(terms: readonly string[]): string {
  return terms.map((term) => `(${waysToFind(term).join(" OR ")})`).join(" AND ");
}

// Two letters are less than a trigram: with what stands before them they are the start of a word.
const BEFORE_A_WORD = [" ", "\n", "(", "-", "'", "‘", '"', "“"];

function waysToFind(term: string): string[] {
  if (Array.from(term).length < 3) {
    return [...BEFORE_A_WORD.map((before) => quoted(before + term)), `^ ${quoted(`${term} `)}`];
  }
  const marks = /['’‘]/u.test(term) ? ["'", "’", "‘"] : [""];
  return marks.map((mark) => quoted(term.replaceAll(/['’‘]/gu, mark)));
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
