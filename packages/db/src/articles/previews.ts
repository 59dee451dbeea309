import { sql } from "drizzle-orm";
import { type Act, auditMade } from "../audit.ts";
import type { Database } from "../client/open.ts";

/**
 * Keeps a link that shows a text to who holds it. The hash is all that is kept of it. False when there is no such text;
 * throws when its key made something else.
 */
export async function insertPreview(
  db: Database,
  link: { hash: string; articleId: string; until: string },
  by: Act,
): Promise<boolean> {
  const [, , kept] = await db.batch([
    db.run(sql`insert into previews (hash, article_id, made_at, expires_at)
      select ${link.hash}, id, ${by.at}, ${link.until} from articles where id = ${link.articleId} on conflict do nothing`),
    auditMade(db, by, "preview.make", sql`select article_id as id from previews where hash = ${link.hash}`),
    db.all(sql`select 1 from previews where hash = ${link.hash}`),
  ]);
  return kept.length > 0;
}

/** Ends every link that shows a text. */
export async function deletePreviews(db: Database, articleId: string): Promise<void> {
  await db.run(sql`delete from previews where article_id = ${articleId}`);
}
