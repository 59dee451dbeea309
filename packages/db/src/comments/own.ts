import { editableSince, type OwnComment } from "@ontsecretaressen/domain/own-comment";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import { moderationPurposes } from "@ontsecretaressen/domain/link";
import { type SQL, sql } from "drizzle-orm";
import { askModerators, type Moderators } from "./settle.ts";
import { learnFrom } from "./learned-words.ts";
import type { Database, Write } from "../client/open.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";

type OwnRow = Omit<OwnComment, "article" | "isAnswered"> & {
  slug: string;
  title: string;
  isAnswered: number;
};

const isAnswered = sql`exists (select 1 from comments r where r.parent_id = c.id and r.state = 'visible')`;

/** The comments of a person that are proved to be hers, newest first; or one of them. */
export function selectOwnComments(db: Database, personId: string, id: string | null = null) {
  return db.all<OwnRow>(sql`select c.id, a.slug, a.title, c.name, c.body, c.state, c.number, c.posted_at as postedAt,
      c.judged_at as judgedAt, ${isAnswered} as isAnswered, c.version
    from comments c join articles a on a.id = c.article_id
    where c.person_id = ${personId} and c.proved_at is not null and (${id} is null or c.id = ${id})
    order by c.id desc`);
}

export const toOwnComment = ({
  id,
  slug,
  title,
  name,
  body,
  state,
  number,
  postedAt,
  judgedAt,
  isAnswered: answered,
  version,
}: OwnRow): OwnComment => ({
  id,
  article: { slug, title },
  name,
  body,
  state,
  number,
  postedAt,
  judgedAt,
  isAnswered: answered === 1,
  version,
});

/** A comment of this person; null when there is none such, or it is not proved to be hers. */
export async function findOwnComment(db: Database, personId: string, id: string): Promise<OwnComment | null> {
  const [row] = await selectOwnComments(db, personId, id);
  return row === undefined ? null : toOwnComment(row);
}

export type CommentEdit = {
  id: string;
  personId: string;
  /** The version that was changed. */
  version: number;
  body: string;
  html: string;
  fingerprint: string;
  /** Where the rules take the new text. */
  to: "held" | "visible" | "spam";
  score: number;
  reasons: Reason[];
  /** The words of the old text: what was learned from them is forgotten. */
  learnedWords: string[];
  rates: Rate[];
  moderators: Moderators;
  now: string;
};

/**
 * Changes the text of a comment, in one batch. One that is on the site stays there only as the rules allow; one that waits
 * goes on waiting, and the organisers get a new email: the links of the old one, made for the old text, are used up.
 * Changes nothing past the time for it, or when the text was changed in between. Tells whether the text stands there now,
 * also when the same change was made before, and until when it is too often.
 */
export async function editComment(
  db: Database,
  edit: CommentEdit,
): Promise<{ isDone: boolean; tooOftenUntil: string | null }> {
  const mayEdit = sql`id = ${edit.id} and person_id = ${edit.personId} and version = ${edit.version}
    and proved_at is not null and (state in ('held', 'spam') or (state = 'visible'
      and judged_at > ${editableSince(edit.now)}
      and not exists (select 1 from comments r where r.parent_id = ${edit.id} and r.state = 'visible')))
    and ${tooOftenUntil(edit.rates)} is null`;
  const isNew = sql`c.id = ${edit.id} and c.person_id = ${edit.personId} and c.version = ${edit.version + 1}
    and c.edited_at = ${edit.now}`;
  const only = sql`exists (select 1 from comments where ${mayEdit})`;
  const results = await db.batch([
    countRates(db, edit.rates),
    ...learnFrom(db, {
      id: edit.id,
      words: edit.learnedWords,
      as: null,
      only: sql`${only} and ${notSpam(edit.id)}`,
    }),
    db.run(sql`update comments set body = ${edit.body}, body_html = ${edit.html}, fingerprint = ${edit.fingerprint},
        edited_at = ${edit.now}, version = version + 1, score = ${edit.score}, reasons = ${JSON.stringify(edit.reasons)},
        state = case when learned = 'spam' then state when ${edit.to} = 'visible' and state <> 'visible' then 'held'
          else ${edit.to} end
      where ${mayEdit}`),
    db.run(sql`update links set used_at = ${edit.now} where used_at is null and comment_id = ${edit.id}
      and purpose in (select value from json_each(${JSON.stringify(moderationPurposes)}))
      and exists (select 1 from comments c where ${isNew})`),
    db.run(sql`delete from emails where comment_id = ${edit.id} and state = 'waiting' and attempts = 0
      and exists (select 1 from comments c where ${isNew} and c.state <> 'visible')
      and kind in ('comment_waiting', 'comment_visible', 'comment_answered')`),
    ...askModerators(db, edit, edit.moderators, sql`${isNew} and c.state = 'held'`),
    db.all<{ isDone: number; until: string | null }>(sql`select c.version = ${edit.version + 1}
        and c.body = ${edit.body} as isDone, ${tooOftenUntil(edit.rates)} as until
      from comments c where c.id = ${edit.id} and c.person_id = ${edit.personId}`),
  ]);
  const found = results.at(-1);
  const row = Array.isArray(found) ? found[0] : undefined;
  return { isDone: row?.isDone === 1, tooOftenUntil: row?.until ?? null };
}

const notSpam = (id: string) =>
  sql`exists (select 1 from comments where id = ${id} and learned is not 'spam')`;

/**
 * The statements that take comments away for good: their words, who wrote them and every email about them. Their place
 * and number stay, for what answers them. Nothing leads from them to anybody any more.
 */
export function takeAway(db: Database, which: SQL): Write[] {
  return [
    db.run(sql`delete from links where comment_id in (${which})`),
    db.run(sql`delete from emails where report_id is null and comment_id in (${which})`),
    db.run(sql`update emails set subject = null, html = null, text = null where state not in ('waiting', 'sending')
      and report_id is not null and comment_id in (${which})`),
    db.run(sql`update comments set state = 'deleted', name = '', body = '', body_html = '', email = null,
        person_id = null, wants_notice = 0, fingerprint = null, network = null, learned = null, score = 0,
        reasons = '[]', submission = id, version = version + 1 where id in (${which})`),
  ];
}

/** Takes a comment away because its writer wants it. False when it is not hers, or gone already. */
export async function deleteOwnComment(db: Database, personId: string, id: string): Promise<boolean> {
  const which = sql`select id from comments where id = ${id} and person_id = ${personId} and proved_at is not null`;
  const [first, ...others] = takeAway(db, which);
  const found = db.all<{ id: string }>(which);
  const [rows] = await db.batch([found, ...(first === undefined ? [] : [first]), ...others]);
  return rows.length === 1;
}
