import type { Pace } from "@ontsecretaressen/domain/comment";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { leaveOut } from "./digests.ts";

type Who = { personId: string; articleId: string };

/** How somebody hears of a conversation, or of all that she follows: then there is no text. */
export type Following = { article: { slug: string; title: string } | null; pace: Pace };

/** Which conversation somebody follows, and how; null when there is none. */
export async function findSubscription(
  db: Database,
  { personId, articleId }: Who,
): Promise<Following | null> {
  const rows = await db.all<{ slug: string; title: string; pace: Pace }>(
    sql`select a.slug, a.title, s.pace from subscriptions s join articles a on a.id = s.article_id
      where s.person_id = ${personId} and s.article_id = ${articleId}`,
  );
  const row = rows[0];
  return row === undefined ? null : { article: { slug: row.slug, title: row.title }, pace: row.pace };
}

/** How somebody hears of all the conversations that she follows: the most of any. Null when she follows none. */
export async function findPaceOfAll(db: Database, personId: string): Promise<Following | null> {
  const rows = await db.all<{ pace: Pace }>(sql`select pace from subscriptions where person_id = ${personId}
    order by case pace when 'at_once' then 1 when 'daily' then 2 else 3 end limit 1`);
  return rows[0] === undefined ? null : { article: null, pace: rows[0].pace };
}

/**
 * How somebody hears of every conversation that she follows from now on. One that she left stays left; who left all comes
 * back to all.
 */
export async function savePaceOfAll(
  db: Database,
  personId: string,
  { pace, now }: { pace: Pace; now: string },
): Promise<void> {
  await db.batch([
    db.run(sql`update subscriptions set ${toPace(pace, now)} where person_id = ${personId}
      and (pace <> 'never' or not exists (select 1 from subscriptions where person_id = ${personId} and pace <> 'never'))`),
    db.run(sql`delete from emails where person_id = ${personId} and state = 'waiting' and attempts = 0
      and (kind = 'comment_answered' and ${pace} <> 'at_once' or kind = 'comment_digest' and ${pace} = 'never')`),
    untick(db, sql`person_id = ${personId}`, pace),
  ]);
}

/** How somebody hears of a conversation from now on. What was already written to her and has not gone, does not go. */
export async function savePace(
  db: Database,
  { personId, articleId }: Who,
  { pace, now }: { pace: Pace; now: string },
): Promise<void> {
  await db.batch([
    db.run(sql`update subscriptions set ${toPace(pace, now)}
      where person_id = ${personId} and article_id = ${articleId}`),
    db.run(sql`delete from emails where kind = 'comment_answered' and state = 'waiting' and attempts = 0
      and person_id = ${personId} and ${pace} <> 'at_once'
      and comment_id in (select id from comments where article_id = ${articleId})`),
    ...(pace === "never" ? leaveOut(db, { personId, articleId }) : []),
    untick(db, sql`person_id = ${personId} and article_id = ${articleId}`, pace),
  ]);
}

// Who begins again is told nothing of what was said in between.
const toPace = (pace: Pace, now: string): SQL =>
  sql`told_at = iif(pace = 'never' and ${pace} <> 'never', ${now}, told_at), pace = ${pace}`;

// What she ticked before she stopped must not begin it again when that comment comes on the site or is proved.
const untick = (db: Database, whose: SQL, pace: Pace) =>
  db.run(sql`update comments set wants_notice = 0 where ${whose} and ${pace} = 'never' and wants_notice = 1
    and (number is null or proved_at is null)`);
