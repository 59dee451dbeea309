import type { CommentState } from "@ontsecretaressen/domain/comment";
import type { LinkPurpose } from "@ontsecretaressen/domain/link";
import { and, inArray, lte, sql } from "drizzle-orm";
import { answeredOf } from "./answered.ts";
import type { Database, Write } from "../client/open.ts";
import { follow } from "./settle.ts";
import { links } from "../tables/people.ts";

export type LinkedComment = {
  purpose: LinkPurpose;
  isUsed: boolean;
  /** A used one that is past tells what it was about, and does nothing. */
  isPast: boolean;
  id: string;
  personId: string | null;
  articleSlug: string;
  articleTitle: string;
  name: string;
  email: string | null;
  body: string;
  state: CommentState;
  /** Whether her address is known to be hers. */
  isProved: boolean;
  number: number | null;
  answers: string | null;
  /** How the text begins that it answers. */
  answered: string | null;
  fingerprint: string | null;
  network: string | null;
  formSeconds: number | null;
  score: number;
  reasons: string;
};

/** The comment that a link is about; null when the link is unknown or past. A used one still tells what it was about. */
export async function findCommentByLink(
  db: Database,
  tokenHash: string,
  now: string,
): Promise<LinkedComment | null> {
  const rows = await db.all<
    Omit<LinkedComment, "isUsed" | "isPast" | "isProved"> & { isUsed: 0 | 1; isPast: 0 | 1; isProved: 0 | 1 }
  >(
    sql`select l.purpose, l.used_at is not null as isUsed, l.expires_at <= ${now} as isPast, c.id,
        c.person_id as personId, a.slug as articleSlug, a.title as articleTitle, c.name, c.email, c.body, c.state,
        c.proved_at is not null as isProved, c.number, (select p.name from comments p where p.id = c.parent_id) as answers,
        ${answeredOf(sql`c.parent_id`)} as answered, c.fingerprint, c.network, c.form_seconds as formSeconds, c.score, c.reasons
      from links l join comments c on c.id = l.comment_id join articles a on a.id = c.article_id
      where l.hash = ${tokenHash} and (l.expires_at > ${now} or l.used_at is not null)`,
  );
  const row = rows[0];
  if (row === undefined) return null;
  return { ...row, isUsed: row.isUsed === 1, isPast: row.isPast === 1, isProved: row.isProved === 1 };
}

/** Marks as used every link of this link's kind about its comment: of the acts in one email only one can be done. */
export function useCommentLinks(db: Database, tokenHash: string, now: string) {
  return db.run(sql`update links set used_at = ${now} where used_at is null and expires_at > ${now}
    and comment_id = (select l.comment_id from links l where l.hash = ${tokenHash})
    and (purpose = 'confirm_comment') = (select l.purpose = 'confirm_comment' from links l where l.hash = ${tokenHash})`);
}

/**
 * Writes down that the address of a comment is its writer's: she pressed the button in the email. An organiser may have
 * put it on the site before: then she follows its conversation from now on, if she ticked that.
 */
export function proveAddress(db: Database, commentId: string, now: string): Write[] {
  return [
    db.run(sql`update people set confirmed_at = ${now} where confirmed_at is null
      and id = (select person_id from comments where id = ${commentId} and proved_at is null)`),
    db.run(sql`update comments set proved_at = ${now} where id = ${commentId} and proved_at is null`),
    follow(db, { now }, sql`c.id = ${commentId} and c.state = 'visible' and c.proved_at = ${now}`),
  ];
}

/** Whether one of these links, by their hashes, ended already. Those that are no rows here never end. */
export async function hasEndedLink(db: Database, hashes: string[], now: string): Promise<boolean> {
  const rows = await db
    .select({ hash: links.hash })
    .from(links)
    .where(and(inArray(links.hash, hashes), lte(links.expiresAt, now)))
    .limit(1);
  return rows.length > 0;
}
