import { sql } from "drizzle-orm";
import type { Database } from "./client/open.ts";

type Counted = { thing: string; state: string; count: number };

/** How many there are of each thing in each state, at a moment. One round trip. */
export const countAll = (db: Database, now: string) =>
  db.all<Counted>(sql`
    select kind || 's' as thing, iif(trashed_at is not null, 'trashed', iif(publish_at is not null, 'scheduled', state)) as state,
      count(*) as count from articles group by 1, 2
    union all select 'comments', state, count(*) from comments group by state
    union all select 'reports', state, count(*) from reports group by state
    union all select 'sessions', iif(state = 'cancelled', state, iif(starts_at > ${now}, 'ahead', 'begun')), count(*)
      from sessions group by 2
    union all select 'signups', state, count(*) from signups group by state
    union all select 'people', iif(confirmed_at is null, 'unproved', 'proved'), count(*) from people group by 2
    union all select 'subscribers', iif(stopped_at is null, 'following', 'stopped'), count(*) from subscribers group by 2
    union all select 'emails', state, count(*) from emails group by state
    union all select 'media', 'kept', count(*) from media group by 2
    order by 1, 2`);
