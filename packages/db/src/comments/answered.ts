import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

const LETTERS = sql.raw("400");

/** How the text begins that a comment answers, as it was typed; null when it answers none. */
export const answeredOf = (parentId: SQLWrapper): SQL<string | null> =>
  sql<string | null>`(select substr(p.body, 1, ${LETTERS}) from comments p where p.id = ${parentId})`;
