import { type SQL, sql } from "drizzle-orm";

/** A session as it stands, as JSON for the email that tells what changed: `SessionBefore`. Takes what names its id. */
export const sessionBefore = (
  session: SQL,
): SQL => sql`(select json_object('slug', b.slug, 'title', b.title, 'place', b.place,
    'address', b.address, 'city', b.city, 'onlineUrl', b.online_url, 'meetings', json((select json_group_array(
      json_object('startsLocal', m.starts_local, 'endsLocal', m.ends_local)) from (
        select f.starts_local, f.ends_local, 1 as position from sessions f where f.id = b.id
        union all select l.starts_local, l.ends_local, l.position from meetings l where l.session_id = b.id order by 3) m)))
  from sessions b where b.id = ${session})`;
