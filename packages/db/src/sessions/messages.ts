import type { SignupState } from "@ontsecretaressen/domain/signup";
import { type SQL, sql } from "drizzle-orm";
import { type Act, auditDone, isDone } from "../audit.ts";
import type { Database } from "../client/open.ts";
import { isOneOf } from "./tell.ts";

export type Message = { subject: string; body: string; audience: readonly SignupState[] };

/** Who gets a message: only who stands in one of the states asked for, and never who called off. */
const reads = (sessionId: string, audience: readonly SignupState[], now: string): SQL =>
  sql`g.session_id = ${sessionId} and g.email <> '' and ${isOneOf(audience, now)}`;

/** Who would get a message now, by name. One round trip. */
export const listReaders = (db: Database, sessionId: string, audience: readonly SignupState[], now: string) =>
  db.all<{
    name: string;
    email: string;
    state: SignupState;
  }>(sql`select g.name, g.email, g.state from signups g
    where ${reads(sessionId, audience, now)} order by g.name, g.id`);

export type SentMessage = { id: string; readers: number };

/**
 * Sends a message to the people of a session, in one batch: only when as many would get it as its writer saw. The same key
 * sends it once. Null when there are more or fewer by now.
 */
export async function sendMessage(
  db: Database,
  {
    id,
    sessionId,
    subject,
    body,
    audience,
    count,
  }: Message & { id: string; sessionId: string; count: number },
  { emailId, ...by }: Act & { emailId: string },
): Promise<SentMessage | null> {
  const readers = reads(sessionId, audience, by.at);
  const [, , , sent] = await db.batch([
    auditDone(
      db,
      by,
      "session.message",
      sql`select ${sessionId} as id where (select count(*) from signups g where ${readers}) = ${count}`,
    ),
    db.run(sql`insert into messages (id, session_id, subject, body, audience, at, admin_id, idempotency_key)
      select ${id}, ${sessionId}, ${subject}, ${body}, ${JSON.stringify(audience)}, ${by.at}, ${by.admin.id}, ${by.key}
      where ${isDone(by)} on conflict do nothing`),
    // Only while it has none: who came since the first time did not stand in the count.
    db.run(sql`insert into emails (id, kind, to_address, signup_id, session_id, message_id, state, attempts, due_at, created_at)
      select ${emailId} || substr(g.id, 5), 'session_message', g.email, g.id, g.session_id, ${id}, 'waiting', 0, ${by.at}, ${by.at}
      from signups g where ${readers} and ${isDone(by)}
        and not exists (select 1 from emails e where e.message_id = ${id}) on conflict do nothing`),
    selectSent(db, sql`m.id = ${id} or m.idempotency_key = ${by.key} and m.session_id = ${sessionId}`),
  ]);
  return sent[0] ?? null;
}

const selectSent = (db: Database, which: SQL) =>
  db.all<SentMessage>(sql`select m.id, (select count(*) from emails e where e.message_id = m.id) as readers
    from messages m where ${which}`);

/** The message that was sent under a key, or null. */
export async function findSentMessage(db: Database, key: string): Promise<SentMessage | null> {
  const [sent] = await selectSent(db, sql`m.idempotency_key = ${key}`);
  return sent ?? null;
}

/** The messages to the people of a session, newest first, with how many got each. One round trip. */
export const listMessages = (db: Database, sessionId: string) =>
  db.all<{
    id: string;
    subject: string;
    body: string;
    at: string;
    by: string;
    readers: number;
  }>(sql`select m.id, m.subject,
      m.body, m.at, coalesce((select t.name from admin_tokens t where t.id = m.admin_id), '') as "by",
      (select count(*) from emails e where e.message_id = m.id) as readers
    from messages m where m.session_id = ${sessionId} order by m.at desc, m.id desc`);
