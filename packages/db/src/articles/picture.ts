import { sql } from "drizzle-orm";

/** The picture above the article whose column with its id is given, as JSON; null when it has none. */
export const pictureAsJson = (id: "a.picture_id" | "articles.picture_id") =>
  sql`(select json_object('id', m.id, 'width', m.width, 'height', m.height, 'alt', m.alt, 'caption', m.caption,
    'credit', m.credit) from media m where m.id = ${sql.raw(id)})`;
