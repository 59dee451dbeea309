import type { ListedMailing } from "@ontsecretaressen/domain/admin-answers";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

/** A mailing that goes on: how far it is, how many emails about articles wait already, and how many were written that day. */
export type OpenMailing = {
  articleId: string;
  cursor: string;
  isStale: boolean;
  waiting: number;
  today: number;
};

/** The mailing that is next: of a text on the site the oldest, or one that is too old to be news. Null when there is none. */
export async function findOpenMailing(
  db: Database,
  { staleBefore, dayBegan }: { staleBefore: string; dayBegan: string },
): Promise<OpenMailing | null> {
  const rows = await db.all<Omit<OpenMailing, "isStale"> & { isStale: number }>(
    sql`select m.article_id as articleId, m.cursor, m.began_at < ${staleBefore} as isStale,
        (select count(*) from emails e where e.kind = 'article_published' and e.state in ('waiting', 'sending')) as waiting,
        (select count(*) from mailings t join emails e on e.article_id = t.article_id and e.kind = 'article_published'
          and e.again_of is null and e.created_at >= ${dayBegan}
          where t.done_at is null or t.done_at >= ${dayBegan}) as today
      from mailings m join articles a on a.id = m.article_id
      where m.done_at is null and (a.state = 'published' or m.began_at < ${staleBefore})
      order by m.began_at limit 1`,
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, isStale: row.isStale === 1 };
}

// Who was a subscriber when the article came out, wants to hear of its categories, can be reached and is still to be told.
const stillToTell = (articleId: string) => sql`subscribers s join people p on p.id = s.person_id
      join mailings m on m.article_id = ${articleId} join articles a on a.id = m.article_id
    where m.done_at is null and a.state = 'published'
      and s.person_id > m.cursor and s.stopped_at is null and s.since <= m.began_at
      and (s.categories is null or exists (select 1 from listings l where l.article_id = a.id
        and l.subject_id in (select value from json_each(s.categories))))
      and not exists (select 1 from suppressions x where x.address_key = p.email_key and x.lifted_at is null)`;

/** Ends a mailing whose article is no news any more, and keeps how many it did not reach. */
export async function endMailing(db: Database, articleId: string, now: string): Promise<void> {
  await db.run(sql`update mailings set done_at = ${now}, missed = (select count(*) from ${stillToTell(articleId)})
    where article_id = ${articleId} and done_at is null`);
}

/**
 * Writes the next emails of a mailing, at most `limit`, and how far it is then, in one batch: to who was a subscriber when
 * the article came out, wants to hear of its categories, and can be reached. Nothing happens when another run was first or
 * the text is not on the site; who got hers already gets no other. `emailId` is the base of the ids.
 */
export async function continueMailing(
  db: Database,
  { articleId, cursor }: Pick<OpenMailing, "articleId" | "cursor">,
  { emailId, limit, now }: { emailId: string; limit: number; now: string },
): Promise<void> {
  const next = sql`select s.person_id, p.email from ${stillToTell(articleId)} and m.cursor = ${cursor}
    order by s.person_id limit ${limit}`;
  await db.batch([
    db.run(sql`insert into emails (id, kind, to_address, person_id, article_id, state, attempts, due_at, created_at)
      select ${emailId} || substr(n.person_id, 5), 'article_published', n.email, n.person_id, ${articleId}, 'waiting', 0,
        ${now}, ${now}
      from (${next}) n where true on conflict do nothing`),
    db.run(sql`update mailings set
        done_at = iif((select count(*) from (${next})) < ${limit}, ${now}, null),
        cursor = coalesce((select max(n.person_id) from (${next}) n), cursor)
      where article_id = ${articleId} and cursor = ${cursor} and done_at is null
        and exists (select 1 from articles a where a.id = ${articleId} and a.state = 'published')`),
  ]);
}

type ProgressRow = Omit<ListedMailing, "article"> & { slug: string; title: string };

/** Every mailing with how it stands, the newest first. */
export async function listMailings(
  db: Database,
  { limit, before }: { limit: number; before: string | null },
): Promise<ListedMailing[]> {
  const of = (states: string) =>
    sql`(select count(*) from emails e where e.article_id = m.article_id and e.kind = 'article_published'
      and e.again_of is null and e.state in (select value from json_each(${states})))`;
  const rows = await db.all<ProgressRow>(sql`select m.began_at || ' ' || m.article_id as id, a.slug, a.title,
      m.began_at as beganAt, m.done_at as doneAt, m.missed,
      (select count(*) from subscribers s where s.since <= m.began_at and s.stopped_at is null
        and (s.categories is null or exists (select 1 from listings l where l.article_id = a.id
          and l.subject_id in (select value from json_each(s.categories))))) as subscribers,
      (select count(*) from emails e where e.article_id = m.article_id and e.kind = 'article_published'
        and e.again_of is null) as written,
      ${of('["waiting","sending"]')} as waiting, ${of('["sent","delivered","delayed"]')} as sent,
      ${of('["bounced","complained","failed","withheld","expired"]')} as stuck
    from mailings m join articles a on a.id = m.article_id
    where ${before} is null or m.began_at || ' ' || m.article_id < ${before}
    order by m.began_at desc, m.article_id desc limit ${limit}`);
  return rows.map(({ slug, title, ...row }) => ({ ...row, article: { slug, title } }));
}
