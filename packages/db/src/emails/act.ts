// What organisers do with emails. Each act is one batch with its row in the audit, and does nothing the second time.
import { kindsWithSecret, settledProblems } from "@ontsecretaressen/domain/email";
import { type SQL, sql } from "drizzle-orm";
import { isAhead } from "../seats/count.ts";
import { type Act, auditDone, isDone } from "../audit.ts";
import type { Database, Write } from "../client/open.ts";
import type { OfferMoment } from "../seats/offer.ts";
import { moveSignup } from "../signups/correct.ts";

const auditOf = (db: Database, by: Act, act: string, subject: string, only: SQL): Write =>
  auditDone(db, by, act, sql`select ${subject} as id where ${only}`);

const subjectOf = (db: Database, by: Act) =>
  db.all<{ subject: string }>(sql`select subject from audit
    where id = ${by.auditId} or idempotency_key = ${by.key} and act like 'email.%'`);

/** A new email about the same as another, to be put into a batch: with its words, or to be written anew with a fresh token. */
const insertAgain = (
  db: Database,
  email: { id: string; newId: string; now: string; anew: { to: string; token: string } | null },
  only: SQL,
): Write => {
  const { id, newId, now, anew } = email;
  const words = anew === null ? sql`token, subject, html, text, calendar, stop_url, sender, reply_to` : null;
  const none = sql`${anew?.token ?? null}, null, null, null, null, null, null, null`;
  return db.run(sql`insert into emails (id, kind, to_address, comment_id, signup_id, person_id, report_id, session_id,
      step_id, message_id, article_id, meeting, was, token, subject, html, text, calendar, stop_url, sender, reply_to, state,
      attempts, due_at, created_at, again_of)
    select ${newId}, kind, ${anew === null ? sql`to_address` : anew.to}, comment_id, signup_id, person_id, report_id,
      session_id, step_id, message_id, article_id, meeting, was, ${words ?? none}, 'waiting', 0, ${now}, ${now}, id
    from emails where id = ${id} and ${only} on conflict do nothing`);
};

// Written has a sender, also when its words were taken away since.
/** Whether an email was never written, and still can be: it needs no secret, or its own was kept for that. */
export const canBeWritten = sql<number>`(subject is null and sender is null and (token is not null
  or kind not in (select value from json_each(${JSON.stringify(kindsWithSecret)}))))`;

/**
 * Sends the same once more, as a new email, under a key of its own. The id of the new one, also when the same request came
 * before; null when the other is still on its way, or its words are gone.
 */
export async function repeatEmail(
  db: Database,
  { id, newId }: { id: string; newId: string },
  by: Act,
): Promise<string | null> {
  const may = sql`exists (select 1 from emails where id = ${id} and state not in ('waiting', 'sending')
    and (html is not null or ${canBeWritten}))`;
  const [, , , done] = await db.batch([
    auditOf(db, by, "email.repeat", newId, may),
    insertAgain(db, { id, newId, now: by.at, anew: null }, isDone(by)),
    db.run(sql`insert into digests (email_id, comment_id) select ${newId}, comment_id from digests
      where email_id = ${id} and ${isDone(by)} on conflict do nothing`),
    subjectOf(db, by),
  ]);
  return done[0]?.subject ?? null;
}

/** Keeps an email back that still waits, or lets one rest that never went. False when it is neither. */
export async function withholdEmail(db: Database, id: string, by: Act): Promise<boolean> {
  const may = sql`id = ${id} and state in ('waiting', 'failed', 'expired')`;
  const [, , done] = await db.batch([
    auditOf(db, by, "email.withhold", id, sql`exists (select 1 from emails where ${may})`),
    db.run(sql`update emails set state = 'withheld', problem = ${settledProblems.takenBack}
      where ${may} and ${isDone(by)}`),
    subjectOf(db, by),
  ]);
  return done.length > 0;
}

export type Correction = {
  id: string;
  newId: string;
  to: string;
  toKey: string;
  token: string;
  tokenHash: string;
};

/** What decides whether the address of an email can be corrected. */
export type Correctable = { isConfirmed: boolean; isTaken: boolean; hasLink: boolean };

const personOf = (id: string) => sql`(select coalesce(e.person_id, g.person_id) from emails e
  left join signups g on g.id = e.signup_id where e.id = ${id})`;

const ownLinks = (id: string, now: string) => sql`from links l join emails e on e.id = ${id}
  where l.purpose = 'confirm_comment' and l.used_at is null and l.expires_at > ${now} and l.comment_id = e.comment_id`;

// A link about a signup stands nowhere: it works while she can still say yes.
const hasLink = (id: string, now: string) => sql`(exists (select 1 ${ownLinks(id, now)})
  or exists (select 1 from emails e join signups g on g.id = e.signup_id join sessions s on s.id = g.session_id
    where e.id = ${id} and g.confirmed_at is null and g.state <> 'cancelled' and ${isAhead(now)}))`;

/** Whether the person of an email can still get another address: null when the email is nobody's. */
export async function findCorrectable(
  db: Database,
  { id, toKey }: Pick<Correction, "id" | "toKey">,
  now: string,
): Promise<Correctable | null> {
  const [row] = await db.all<{ isConfirmed: number; isTaken: number; hasLink: number }>(sql`
    select p.confirmed_at is not null as isConfirmed,
      exists (select 1 from people o where o.email_key = ${toKey} and o.id <> p.id) as isTaken,
      ${hasLink(id, now)} as hasLink
    from people p where p.id = ${personOf(id)}`);
  if (row === undefined) return null;
  return { isConfirmed: row.isConfirmed === 1, isTaken: row.isTaken === 1, hasLink: row.hasLink === 1 };
}

/**
 * Gives a person who never proved her address another one, everywhere it stands, and sends the email anew with a link of
 * its own: the old one may lie in a stranger's mailbox, so it works no longer. The id of the new email, also when the same
 * request came before; null when it can't be done any more.
 */
export async function correctAddress(db: Database, given: Correction, by: Act): Promise<string | null> {
  const { id, newId, to, toKey, token, tokenHash } = given;
  const person = personOf(id);
  const hers = sql`(person_id = ${person} or signup_id in (select g.id from signups g where g.person_id = ${person}))`;
  const may = sql`exists (select 1 from people p where p.id = ${person} and p.confirmed_at is null
      and not exists (select 1 from people o where o.email_key = ${toKey} and o.id <> p.id))
    and ${hasLink(id, by.at)}
    and exists (select 1 from emails where id = ${id} and state <> 'sending')`;
  const done = isDone(by);
  const results = await db.batch([
    auditOf(db, by, "email.correct", newId, may),
    db.run(sql`insert into links (hash, purpose, person_id, comment_id, made_at, expires_at)
      select ${tokenHash}, l.purpose, l.person_id, l.comment_id, ${by.at}, l.expires_at
      ${ownLinks(id, by.at)} and ${done} order by l.expires_at desc limit 1 on conflict do nothing`),
    db.run(sql`delete from links where person_id = ${person} and used_at is null and hash <> ${tokenHash}
      and exists (select 1 from links k where k.hash = ${tokenHash}) and ${done}
      and hash in (select l.hash ${ownLinks(id, by.at)})`),
    db.run(sql`update emails set state = 'withheld', problem = ${settledProblems.corrected}
      where id = ${id} and state = 'waiting' and ${done}`),
    db.run(sql`update emails set to_address = ${to}, subject = iif(signup_id is null, subject, null),
        html = iif(signup_id is null, html, null), text = iif(signup_id is null, text, null),
        sender = iif(signup_id is null, sender, null)
      where state = 'waiting' and attempts = 0 and ${hers} and ${done}`),
    db.run(
      sql`update signups set email = ${to} where person_id = ${person} and confirmed_at is null and ${done}`,
    ),
    db.run(sql`update brought set email = ${to} where person_id = ${person} and ${done}`),
    db.run(
      sql`update comments set email = ${to} where person_id = ${person} and state = 'waiting_for_address' and ${done}`,
    ),
    db.run(sql`update people set email = ${to}, email_key = ${toKey},
      address_version = address_version + 1 where email_key <> ${toKey} and id = ${person} and ${done}`),
    insertAgain(db, { id, newId, now: by.at, anew: { to, token } }, done),
    subjectOf(db, by),
    db.run(sql`delete from subscriber_asks where person_id = ${person} and used_at is null and ${done}`),
  ]);
  return results[10][0]?.subject ?? null;
}

/**
 * Gives the signup that an email is about, which nobody confirmed, to an address that somebody has here already: as when its own
 * person corrects it. She gets an email that asks whether she comes. The id of that one; null when she is signed up there, or
 * somebody else filled it in for her.
 */
export async function correctToKnown(
  db: Database,
  given: Pick<Correction, "id" | "newId" | "to" | "toKey"> & { signupId: string },
  at: OfferMoment,
  by: Act,
): Promise<string | null> {
  const { id, newId, to, toKey, signupId } = given;
  const instead = sql`(select e.signup_id from emails e where e.id = ${id})`;
  const may = sql`exists (select 1 from emails where id = ${id} and state <> 'sending')
    and exists (select 1 from signups o join people p on p.email_key = ${toKey} where o.id = ${instead}
      and o.consented_at = o.signed_up_at and o.confirmed_at is null and o.state in ('held', 'waiting')
      and not exists (select 1 from signups g where g.session_id = o.session_id and g.person_id = p.id
        and g.state not in ('cancelled', 'expired')))`;
  const [, , ...results] = await db.batch([
    auditOf(db, by, "email.correct", newId, may),
    ...moveSignup(db, {
      instead,
      at,
      to: { id: signupId, emailKey: toKey, email: to, name: sql`f.name` },
      told: { organisation: sql`f.organisation`, role: sql`f.role`, note: sql`f.note` },
      submission: newId,
      isWelcome: isDone(by),
    }),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at, again_of)
      select ${newId}, 'signup_' || g.state, g.email, g.id, 'waiting', 0, ${by.at}, ${by.at}, ${id}
      from signups g where g.id = ${signupId} and ${isDone(by)} on conflict do nothing`),
    subjectOf(db, by),
  ]);
  const done = results.at(-1) as { subject: string }[];
  return done[0]?.subject ?? null;
}
