import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

const PIECES_MAX = 32;
// What tells most are the pieces that few addresses hold; and of those addresses no more are looked at than these.
const RAREST = 8;
const LOOKED_AT = 300;
const COUNTED = 40;
const NEAR_MAX = 3;
// Of the pieces of three letters that the two have, how many they share: 0 is none, 1 is all.
const ALIKE_ENOUGH = 0.4;

/** A text whose address looks like the one that was asked for. */
export type NearText = { slug: string; title: string };

/** The texts whose addresses look most like this one, the likest first, to be read alone or in a batch. */
export function selectNear(db: Database, slug: string) {
  const pieces = piecesOf(` ${slug} `);
  const shared = sql.join(
    pieces.map((piece) => sql`(instr(x.padded, ${piece}) > 0)`),
    sql` + `,
  );
  // An address is lower-case letters, digits and hyphens: in quotes, none of its pieces means anything else.
  const rarest = sql`(select group_concat('"' || term || '"', ' OR ') from (select j.value as term,
      (select count(*) from (select 1 from slug_search where slug_search match '"' || j.value || '"' limit ${COUNTED})) as held
    from json_each(${JSON.stringify(piecesOf(slug))}) j where held > 0 order by held limit ${RAREST}))`;
  return db.all<NearText>(sql`with looked as materialized (
      select rowid as id from slug_search where slug_search match coalesce(${rarest}, '"~~~"') limit ${LOOKED_AT}),
    near as materialized (
      select id, 2.0 * (${shared}) / (length(slug) + ${pieces.length}) as alike
      from (select a.rowid as id, a.slug, ' ' || a.slug || ' ' as padded from looked join articles a on a.rowid = looked.id) x)
    select a.slug, a.title from near join articles a on a.rowid = near.id
    where near.alike >= ${ALIKE_ENOUGH}
    order by near.alike desc, a.slug limit ${NEAR_MAX}`);
}

function piecesOf(text: string): string[] {
  const pieces = Array.from({ length: Math.max(0, text.length - 2) }, (_, start) =>
    text.slice(start, start + 3),
  );
  return [...new Set(pieces)].slice(0, PIECES_MAX);
}
