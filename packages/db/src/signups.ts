import type { SignupState } from "@ontsecretaressen/domain/signup";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { peopleWaiting, seatsTaken } from "./sessions.ts";
import { people, signups } from "./people-tables.ts";
import { sessions } from "./tables.ts";

export type NewSignup = {
  id: string;
  personId: string;
  emailId: string;
  againEmailId: string;
  session: string;
  name: string;
  email: string;
  emailKey: string;
  organisation: string;
  role: string;
  note: string;
  together: string;
  submission: string;
  token: string;
  tokenHash: string;
  againToken: string;
  againTokenHash: string;
  now: string;
  heldUntil: string;
  notSince: string;
};

/** Where the sign-up stands for the public: what a newcomer gets, so that it never tells whether an address is known. */
export type InsertedSignup = {
  session: { isCancelled: boolean; startsAt: string } | null;
  state: "held" | "waiting";
};

/** The seat gate. One expression decides for the insert and for the answer: a seat only while one is left and nobody waits. */
function gate(now: string): SQL {
  return sql`case when ${peopleWaiting(sql`s.id`)} = 0 and ${seatsTaken(sql`s.id`, now)} < s.capacity then 'held' else 'waiting' end`;
}

/**
 * Keeps a signup, its confirmation link and its email in one write batch; the seat is decided inside the insert
 * itself. An address that is signed up already keeps what it has, and gets at most one email each `againMinutes`.
 */
export async function insertSignup(db: Database, draft: NewSignup): Promise<InsertedSignup> {
  const isOpen = sql`s.slug = ${draft.session} and s.state = 'planned' and s.starts_at > ${draft.now}`;
  const again = sql`from signups g join sessions s on s.id = g.session_id join people p on p.id = g.person_id
    where ${isOpen} and p.email_key = ${draft.emailKey} and g.id <> ${draft.id} and g.submission <> ${draft.submission}
      and g.state in ('held', 'confirmed', 'waiting')
      and not exists (select 1 from emails e where e.signup_id = g.id and e.created_at > ${draft.notSince})`;
  const [before, , , , , , , , kept] = await db.batch([
    db.all<{ startsAt: string; sessionState: string; next: "held" | "waiting" }>(
      sql`select s.starts_at as startsAt, s.state as sessionState, ${gate(draft.now)} as next from sessions s where s.slug = ${draft.session}`,
    ),
    db.run(sql`insert into people (id, email_key, email, name, created_at)
      select ${draft.personId}, ${draft.emailKey}, ${draft.email}, ${draft.name}, ${draft.now} from sessions s where ${isOpen}
      on conflict do nothing`),
    db.run(sql`update signups set state = 'expired' where state = 'held' and held_until <= ${draft.now}
        and session_id = (select id from sessions where slug = ${draft.session})
        and person_id = (select id from people where email_key = ${draft.emailKey})`),
    db.run(sql`insert into signups (id, session_id, person_id, name, email, organisation, role, note, together, state,
        submission, held_until, consented_at, signed_up_at)
      select ${draft.id}, s.id, p.id, ${draft.name}, ${draft.email}, ${draft.organisation}, ${draft.role}, ${draft.note},
        ${draft.together}, ${gate(draft.now)}, ${draft.submission}, ${draft.heldUntil}, ${draft.now}, ${draft.now}
      from sessions s join people p on p.email_key = ${draft.emailKey}
      where ${isOpen}
      on conflict do nothing`),
    db.run(sql`insert into links (hash, purpose, person_id, signup_id, made_at, expires_at)
      select ${draft.tokenHash}, 'confirm_signup', g.person_id, g.id, ${draft.now}, ${draft.heldUntil}
      from signups g where g.id = ${draft.id} on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, token, state, attempts, due_at, created_at)
      select ${draft.emailId}, 'signup_' || g.state, g.email, g.id, ${draft.token}, 'waiting', 0, ${draft.now}, ${draft.now}
      from signups g where g.id = ${draft.id} on conflict do nothing`),
    db.run(sql`insert into links (hash, purpose, person_id, signup_id, made_at, expires_at)
      select ${draft.againTokenHash}, 'confirm_signup', g.person_id, g.id, ${draft.now}, ${draft.heldUntil} ${again} on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, token, state, attempts, due_at, created_at)
      select ${draft.againEmailId}, 'signup_again', g.email, g.id, ${draft.againToken}, 'waiting', 0, ${draft.now}, ${draft.now}
      ${again} on conflict do nothing`),
    db.select({ state: signups.state }).from(signups).where(eq(signups.submission, draft.submission)),
  ]);
  const session = before[0];
  if (session === undefined) return { session: null, state: "waiting" };
  const same = kept[0]?.state;
  return {
    session: { isCancelled: session.sessionState === "cancelled", startsAt: session.startsAt },
    state: same === undefined ? session.next : same === "waiting" ? "waiting" : "held",
  };
}

export type Confirmation = {
  tokenHash: string;
  now: string;
  emailId: string;
  personToken: string;
  personTokenHash: string;
  personLinkUntil: string;
};

/**
 * Confirms a signup by its link, and gives its person a link to her own page. A hold that ran out gets its seat back
 * only while one is left. Pressing again changes nothing but the fresh link. Tells whose it is; null when the link is unknown or past.
 */
export async function confirmSignup(db: Database, by: Confirmation): Promise<string | null> {
  const link = sql`l.hash = ${by.tokenHash} and l.purpose = 'confirm_signup' and (l.expires_at > ${by.now} or l.used_at is not null)`;
  const seatIsHers = sql`(held_until > ${by.now} or (select ${gate(by.now)} from sessions s where s.id = signups.session_id) = 'held')`;
  const justNow = sql`from links l join signups g on g.id = l.signup_id where ${link} and l.used_at is null and g.confirmed_at = ${by.now}`;
  const results = await db.batch([
    db.run(sql`update signups set confirmed_at = ${by.now},
        state = case when state = 'held' and ${seatIsHers} then 'confirmed' else 'waiting' end
      where id = (select l.signup_id from links l where ${link}) and state in ('held', 'waiting') and confirmed_at is null`),
    db.run(sql`update people set confirmed_at = ${by.now}
      where confirmed_at is null and id = (select l.person_id from links l where ${link})`),
    db.run(sql`insert into links (hash, purpose, person_id, made_at, expires_at)
      select ${by.personTokenHash}, 'person', l.person_id, ${by.now}, ${by.personLinkUntil} from links l where ${link} on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, token, state, attempts, due_at, created_at)
      select ${by.emailId}, case g.state when 'confirmed' then 'signup_confirmed' else 'signup_on_list' end, g.email, g.id,
        ${by.personToken}, 'waiting', 0, ${by.now}, ${by.now} ${justNow} on conflict do nothing`),
    db.run(
      sql`update links set used_at = ${by.now} where hash = ${by.tokenHash} and used_at is null and expires_at > ${by.now}`,
    ),
    db.all<{ personId: string }>(sql`select l.person_id as personId from links l where ${link}`),
  ]);
  return results[5][0]?.personId ?? null;
}

/** Signups with what an organiser needs, newest first, of one session or all. */
export function listSignups(
  db: Database,
  asked: { session: string | null; state: SignupState | null; limit: number; before: string | null },
) {
  return db
    .select({
      id: signups.id,
      session: sessions.slug,
      name: signups.name,
      email: signups.email,
      organisation: signups.organisation,
      role: signups.role,
      note: signups.note,
      together: signups.together,
      state: signups.state,
      heldUntil: signups.heldUntil,
      signedUpAt: signups.signedUpAt,
      confirmedAt: signups.confirmedAt,
    })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        asked.session === null ? undefined : eq(sessions.slug, asked.session),
        asked.state === null ? undefined : eq(signups.state, asked.state),
        asked.before === null ? undefined : sql`${signups.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(signups.id))
    .limit(asked.limit);
}

/** People, newest first, as an organiser sees them. */
export function listPeople(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select()
    .from(people)
    .where(asked.before === null ? undefined : sql`${people.id} < ${asked.before}`)
    .orderBy(desc(people.id))
    .limit(asked.limit);
}
