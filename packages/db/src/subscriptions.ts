import type { Pace } from "@ontsecretaressen/domain/comment";
import { sql } from "drizzle-orm";
import type { Database } from "./open.ts";

type Who = { personId: string; articleId: string };

/** Which conversation somebody follows, and how; null when there is none. */
export async function findSubscription(db: Database, { personId, articleId }: Who) {
  const rows = await db.all<{ slug: string; title: string; pace: Pace }>(
    sql`select a.slug, a.title, s.pace from subscriptions s join articles a on a.id = s.article_id
      where s.person_id = ${personId} and s.article_id = ${articleId}`,
  );
  return rows[0] ?? null;
}

/** How somebody hears of a conversation from now on. What was already written to her and has not gone, does not go. */
export async function savePace(db: Database, { personId, articleId }: Who, pace: Pace): Promise<void> {
  await db.batch([
    db.run(
      sql`update subscriptions set pace = ${pace} where person_id = ${personId} and article_id = ${articleId}`,
    ),
    db.run(sql`delete from emails where kind = 'comment_answered' and state = 'waiting' and attempts = 0
      and person_id = ${personId} and ${pace} <> 'at_once'
      and comment_id in (select id from comments where article_id = ${articleId})`),
  ]);
}
