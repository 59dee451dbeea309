import { sql, type SQL } from "drizzle-orm";

type ArticleId = "a.id" | "articles.id";

const inOrder = (article: ArticleId): SQL =>
  sql`from article_authors w join authors u on u.id = w.author_id where w.article_id = ${sql.raw(article)} order by w.position`;

/** The names of who wrote an article, in their order, as JSON. */
export const namesAsJson = (article: ArticleId): SQL =>
  sql`(select json_group_array(name) from (select u.name ${inOrder(article)}))`;

/** The names of who wrote an article, in their order. */
export const authorNames = namesAsJson("articles.id").mapWith((json: string): string[] => JSON.parse(json));

/** The slugs of who wrote an article, in their order. */
export const authorSlugs =
  sql`(select json_group_array(slug) from (select u.slug ${inOrder("articles.id")}))`.mapWith(
    (json: string): string[] => JSON.parse(json),
  );

/** Who wrote an article, in their order, with what a reader may know of them, as JSON. */
export const authorsInFull = sql`(select json_group_array(json_object('slug', slug, 'name', name, 'bio', bio))
  from (select u.slug, u.name, u.bio ${inOrder("articles.id")}))`;
