import { sql } from "drizzle-orm";
import type { Database } from "./open.ts";

const PIECES_MAX = 32;
const CANDIDATES = 8;
const NEAR_MAX = 3;
// Of the pieces of three letters that the two have, how many they share: 0 is none, 1 is all.
const ALIKE_ENOUGH = 0.4;

/** A text whose address looks like the one that was asked for. */
export type NearText = { slug: string; title: string };

/** The texts whose addresses look most like this one, the likest first, to be read alone or in a batch. */
export function selectNear(db: Database, slug: string) {
  const pieces = piecesOf(slug);
  // Parameters, not a JSON list: this runs over every address there is, in the index of slugs alone.
  const shared = sql.join(
    pieces.map((piece) => sql`(instr(x.padded, ${piece}) > 0)`),
    sql` + `,
  );
  return db.all<NearText>(sql`with near as materialized (
      select slug, 2.0 * (${shared}) / (length(slug) + ${pieces.length}) as alike
      from (select slug, ' ' || slug || ' ' as padded from articles) x
      order by alike desc limit ${CANDIDATES})
    select a.slug, a.title from near join articles a on a.slug = near.slug
    where a.state = 'published' and near.alike >= ${ALIKE_ENOUGH}
    order by near.alike desc, a.slug limit ${NEAR_MAX}`);
}

function piecesOf(slug: string): string[] {
  const padded = ` ${slug} `;
  const pieces = Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3));
  return [...new Set(pieces)].slice(0, PIECES_MAX);
}
