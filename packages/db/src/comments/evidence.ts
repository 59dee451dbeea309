import { sql } from "drizzle-orm";
import { slugNow } from "../articles/redirects.ts";
import { selectLearned, toLearned } from "./learned-words.ts";
import type { Database } from "../client/open.ts";

export type EvidenceAsked = {
  /** The comment that is judged, or the article and person of one that is still to be kept. */
  about: { id: string } | { article: string; personId: string };
  fingerprint: string;
  network: string | null;
  words: string[];
  /** Since when the same text and the same network count. */
  textSince: string;
  networkSince: string;
};

/** What is known around a comment before it is judged, in one round trip. */
export async function findEvidence(db: Database, asked: EvidenceAsked) {
  const isComment = "id" in asked.about;
  const ownId = "id" in asked.about ? asked.about.id : null;
  const articleId = isComment
    ? sql`(select article_id from comments where id = ${ownId})`
    : sql`(select id from articles where slug = ${slugNow("article" in asked.about ? asked.about.article : "")})`;
  const personId = isComment
    ? sql`(select person_id from comments where id = ${ownId})`
    : sql`${"personId" in asked.about ? asked.about.personId : null}`;
  const [settings, people, seen, learned, earlier] = await db.batch([
    db.all<{ value: string }>(sql`select value from settings where name = 'held_comments'`),
    db.all<{ emailKey: string; name: string; isProved: number; isTrusted: number }>(
      sql`select email_key as emailKey, name, confirmed_at is not null as isProved,
        exists (select 1 from comments c where c.person_id = people.id and c.state = 'visible' and c.proved_at is not null
          and c.id is not ${ownId}) as isTrusted
      from people where id = ${personId}`,
    ),
    db.all<{ sameText: number; fromNetwork: number }>(sql`select
      (select count(*) from comments where fingerprint = ${asked.fingerprint} and posted_at > ${asked.textSince}
        and id is not ${ownId}) as sameText,
      (select count(*) from comments where network = ${asked.network} and posted_at > ${asked.networkSince}
        and id is not ${ownId}) as fromNetwork`),
    selectLearned(db, asked.words),
    db.all<{
      slug: string;
      id: string | null;
      name: string;
      number: number;
    }>(sql`select a.slug, c.id, c.name, c.number
      from articles a left join comments c on c.article_id = a.id and c.state = 'visible' and c.id is not ${ownId}
        and c.posted_at <= coalesce((select posted_at from comments where id = ${ownId}), c.posted_at)
      where a.id = ${articleId} order by c.number`),
  ]);
  const person = people[0];
  return {
    setting: settings[0]?.value ?? null,
    person:
      person === undefined
        ? null
        : { ...person, isProved: person.isProved === 1, isTrusted: person.isTrusted === 1 },
    timesSeenBefore: seen[0]?.sameText ?? 0,
    commentsFromNetworkLately: seen[0]?.fromNetwork ?? 0,
    learned: toLearned(learned),
    conversation: {
      slug: earlier[0]?.slug ?? "",
      earlier: earlier.flatMap(({ id, name, number }) => (id === null ? [] : [{ id, name, number }])),
    },
  };
}
