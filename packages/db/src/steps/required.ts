import { sql } from "drizzle-orm";

/** The step that must be attended before this one, of a selection that reads `steps`. */
export const requiredStep = sql`(select json_object('slug', r.slug, 'title', r.title) from steps r
  where r.id = steps.requires_id)`;
