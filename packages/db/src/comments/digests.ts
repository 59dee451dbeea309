import { sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";

// A comment can come on the site a moment after it was judged; nothing stands in two digests anyhow.
const LATE_MS = 300_000;

/**
 * Writes an email to each person for whom something new was said in the conversations she follows, in one batch: all that
 * came since the last time and was not mailed to her by itself. Doing it again writes nothing. `emailId` is the base of
 * the ids.
 */
export async function insertDigests(
  db: Database,
  { emailId, now }: { emailId: string; now: string },
): Promise<void> {
  const told = new Date(Date.parse(now) - LATE_MS).toISOString();
  const isNew = sql`c.state = 'visible' and c.judged_at > coalesce(s.told_at, s.made_at) and c.judged_at <= ${now}
    and s.pace <> 'never' and p.confirmed_at is not null and c.person_id is not p.id
    and not exists (select 1 from emails e where e.comment_id = c.id and e.person_id = p.id and e.kind = 'comment_answered')
    and not exists (select 1 from digests d join emails e on e.id = d.email_id where d.comment_id = c.id and e.person_id = p.id)`;
  const from = sql`from subscriptions s join people p on p.id = s.person_id join comments c on c.article_id = s.article_id`;
  const id = sql`${emailId} || substr(p.id, 5)`;
  await db.batch([
    db.run(sql`insert into emails (id, kind, to_address, person_id, state, attempts, due_at, created_at)
      select distinct ${id}, 'comment_digest', p.email, p.id, 'waiting', 0, ${now}, ${now} ${from}
      where ${isNew} on conflict do nothing`),
    db.run(sql`insert into digests (email_id, comment_id) select ${id}, c.id ${from}
      where ${isNew} and exists (select 1 from emails e where e.id = ${id}) on conflict do nothing`),
    db.run(
      sql`update subscriptions set told_at = ${told} where pace <> 'never' and coalesce(told_at, made_at) < ${told}`,
    ),
  ]);
}

/**
 * The statements that take a conversation out of the digests of a person that wait and were not tried. What was written of
 * such a one is written anew; one in which nothing is left does not go.
 */
export function leaveOut(
  db: Database,
  { personId, articleId }: { personId: string; articleId: string },
): Write[] {
  const waiting = sql`select id from emails where person_id = ${personId} and kind = 'comment_digest'
    and state = 'waiting' and attempts = 0`;
  const left = sql`comment_id in (select id from comments where article_id = ${articleId})`;
  return [
    db.run(sql`update emails set subject = null, html = null, text = null
      where id in (select email_id from digests where email_id in (${waiting}) and ${left})`),
    db.run(sql`delete from digests where email_id in (${waiting}) and ${left}`),
    db.run(sql`delete from emails where id in (${waiting})
      and not exists (select 1 from digests d where d.email_id = emails.id)`),
  ];
}

type DigestRow = {
  emailId: string;
  id: string;
  name: string;
  body: string;
  number: number;
  slug: string;
  title: string;
};

/** What stands in each of these digests, as a statement: the oldest first, only what can still be read on the site. */
export function selectDigests(db: Database, emailIds: string[]) {
  return db.all<DigestRow>(sql`select d.email_id as emailId, c.id, c.name, c.body, c.number, a.slug, a.title
    from digests d join comments c on c.id = d.comment_id and c.state = 'visible'
      join articles a on a.id = c.article_id and a.state = 'published'
    where d.email_id in (select value from json_each(${JSON.stringify(emailIds)})) order by a.slug, c.number`);
}
