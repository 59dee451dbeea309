import type { CommentState } from "@ontsecretaressen/domain/comment";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import { type SQL, sql } from "drizzle-orm";
import { always, type Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";
import { slugNow } from "../articles/redirects.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";
import { writeAndAsk } from "../client/write-and-ask.ts";

export type NewComment = {
  id: string;
  personId: string;
  article: string;
  parent: string | null;
  name: string;
  email: string;
  emailKey: string;
  body: string;
  html: string;
  wantsNotice: boolean;
  submission: string;
  fingerprint: string;
  network: string | null;
  secondsOnForm: number | null;
  state: "waiting_for_address" | "spam";
  /** Whether its writer's browser proved the address before. */
  isProved: boolean;
  score: number;
  reasons: Reason[];
  /** Past one of these nothing is kept. */
  rates: Rate[];
  /** Whether this try stands in `rates` already. */
  isCounted: boolean;
  /** Past one of these no more mail goes to an address that nobody proved yet. */
  mailRates: Rate[];
  now: string;
  /** Sent to the address when it must still be proved: what its link holds, and until when. */
  proof: { emailId: string; token: string; tokenHash: string; until: string };
};

export type InsertedComment = {
  /** The article with the slug that it has now: a form may have been open while it moved. */
  article: { slug: string; isOpen: boolean } | null;
  /** `hasMail` when an email about it waits to go out. */
  comment: { id: string; state: CommentState; hasMail: boolean } | null;
  tooOftenUntil: string | null;
};

/**
 * Keeps a comment with the email that asks for proof of its address, in one batch, and tells what came of it. Nothing
 * is kept when the article is unknown or closed, the parent isn't a visible comment of it, or one of the rates is over
 * its limit: a refused try counts too. The same submission is kept once. `after` is what settles it at once.
 */
export async function insertComment(
  db: Database,
  draft: NewComment,
  after: Write[],
): Promise<InsertedComment> {
  const count = countRates(db, draft.isCounted ? draft.mailRates : [...draft.rates, ...draft.mailRates]);
  if (draft.isProved) {
    const { person, comment } = keepUnder(slugNow(draft.article), db, draft);
    return toInserted(await writeAndAsk(db, [count, person, db.run(comment), ...after], whatCame(db, draft)));
  }
  const { person, comment } = keepUnder(sql`${draft.article}`, db, draft);
  const [, , kept, , mail] = await db.batch([
    count,
    person,
    db.all(sql`${comment} returning id`),
    ...askForProof(db, draft),
  ]);
  if (kept.length > 0) {
    const { id, state } = draft;
    return {
      article: { slug: draft.article, isOpen: true },
      comment: { id, state, hasMail: mail.length > 0 },
      tooOftenUntil: null,
    };
  }
  // Only a try of which nothing new was kept is looked into; its article may have moved while the form was open.
  const moved = keepUnder(slugNow(draft.article), db, draft);
  const again = await db.batch([
    moved.person,
    db.run(moved.comment),
    ...askForProof(db, draft),
    whatCame(db, draft),
  ]);
  return toInserted(again[4]);
}

/** A comment under the article with this slug, and who says it. */
function keepUnder(slug: SQL, db: Database, draft: NewComment) {
  const isWelcome = sql`a.slug = ${slug} and a.state = 'published' and ${isOpenAt(draft.now)}
    and ${parentIsThere(draft.parent)} and ${tooOftenUntil(draft.rates)} is null`;
  const person = db.run(sql`insert into people (id, email_key, email, name, created_at)
    select ${draft.personId}, ${draft.emailKey}, ${draft.email}, ${draft.name}, ${draft.now} from articles a
    where ${isWelcome} on conflict do nothing`);
  const comment = sql`insert into comments (id, article_id, parent_id, person_id, name, email, body, body_html,
      wants_notice, state, submission, posted_at, proved_at, score, reasons, fingerprint, network, form_seconds)
    select ${draft.id}, a.id, ${draft.parent}, p.id, ${draft.name}, ${draft.email}, ${draft.body}, ${draft.html},
      ${draft.wantsNotice ? 1 : 0}, ${draft.state}, ${draft.submission}, ${draft.now}, ${draft.isProved ? draft.now : null}, ${draft.score},
      ${JSON.stringify(draft.reasons)}, ${draft.fingerprint}, ${draft.network}, ${draft.secondsOnForm}
    from articles a join people p on p.email_key = ${draft.emailKey} where ${isWelcome} on conflict do nothing`;
  return { person, comment };
}

/** The link that proves the address of a comment that waits for it, and the email that brings it. */
function askForProof(db: Database, { id, now, proof, mailRates }: NewComment) {
  return [
    db.run(sql`insert into links (hash, purpose, person_id, comment_id, made_at, expires_at)
      select ${proof.tokenHash}, 'confirm_comment', c.person_id, c.id, ${now}, ${proof.until} from comments c
      where c.id = ${id} and c.state = 'waiting_for_address' and c.proved_at is null
        and ${tooOftenUntil(mailRates)} is null on conflict do nothing`),
    db.all<{
      id: string;
    }>(sql`insert into emails (id, kind, to_address, comment_id, person_id, token, state, attempts,
        due_at, created_at)
      select ${proof.emailId}, 'comment_confirm', c.email, c.id, c.person_id, ${proof.token}, 'waiting', 0, ${now}, ${now}
      from links l join comments c on c.id = l.comment_id where l.hash = ${proof.tokenHash} on conflict do nothing
      returning id`),
  ] as const;
}

function whatCame(db: Database, draft: NewComment) {
  return db.all<Outcome>(sql`select a.slug, ${isOpenAt(draft.now)} as isOpen, c.id, c.state,
      exists (select 1 from emails e where e.comment_id = c.id and e.state = 'waiting') as hasMail,
      ${tooOftenUntil(draft.rates)} as tooOftenUntil
    from articles a left join comments c on c.submission = ${draft.submission}
    where a.slug = ${slugNow(draft.article)} and a.state = 'published'`);
}

function toInserted([row]: Outcome[]): InsertedComment {
  if (row === undefined) return { article: null, comment: null, tooOftenUntil: null };
  const { id, state, slug, tooOftenUntil } = row;
  return {
    article: { slug, isOpen: row.isOpen === 1 },
    comment: id === null || state === null ? null : { id, state, hasMail: row.hasMail === 1 },
    tooOftenUntil,
  };
}

type Outcome = {
  slug: string;
  isOpen: number;
  id: string | null;
  state: CommentState | null;
  hasMail: number;
  tooOftenUntil: string | null;
};

/** Whether one may still comment on article `a`: it is open, and has not been out for longer than it stays so. */
function isOpenAt(now: string): SQL {
  return sql`(a.is_open_for_comments = 1 and (a.open_days is null
    or julianday(${now}) < julianday(a.published_at) + a.open_days))`;
}

// What a comment can't need isn't asked: the database plans every statement anew.
function parentIsThere(parent: string | null): Condition {
  if (parent === null) return always;
  return sql`exists (select 1 from comments p where p.id = ${parent} and p.article_id = a.id and p.state = 'visible')`;
}
