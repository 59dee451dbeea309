import type { CardSource } from "@ontsecretaressen/domain/card";
import { sql } from "drizzle-orm";
import { namesAsJson } from "./authors.ts";
import type { Database } from "../client/open.ts";

/**
 * What stands on the card of a published article, by the slug that it has or had, in one round trip. Null for a page, a
 * draft, and what is not there.
 */
export async function findCardSource(db: Database, slug: string): Promise<CardSource | null> {
  const [found] = await db.all<{ slug: string; title: string; category: string | null; authors: string }>(
    sql`select a.slug, a.title, c.title as category, ${namesAsJson("a.id")} as authors
      from articles a left join categories c on c.id = a.category_id
      where a.kind = 'article' and a.state = 'published'
        and a.slug in (${slug}, (select to_slug from redirects where from_slug = ${slug}))
      order by a.slug = ${slug} desc limit 1`,
  );
  if (found === undefined) return null;
  const names: string[] = JSON.parse(found.authors);
  return {
    slug: found.slug,
    title: found.title,
    category: found.category === null ? null : { title: found.category },
    authors: names.map((name) => ({ name })),
  };
}
