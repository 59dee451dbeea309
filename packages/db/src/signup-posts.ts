import type { Answer, Question } from "@ontsecretaressen/domain/question";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { answersFit, selectQuestions, toQuestion } from "./questions.ts";
import { countRates, type Rate, tooOftenUntil } from "./rates.ts";
import { fits, isLapsed, nextLine } from "./seats.ts";
import { takesSignups } from "./step-access.ts";

/** Somebody of a party that signs up. Of a colleague only the address is known. */
export type NewMember = {
  id: string;
  personId: string;
  emailId: string;
  name: string;
  email: string;
  emailKey: string;
};

export type NewParty = {
  /** Who filled in the form first, then whom she brings; each address once, and the ids in that order. */
  members: [NewMember, ...NewMember[]];
  againEmailId: string;
  session: string;
  organisation: string;
  role: string;
  note: string;
  /** What she who filled in the form answers; whom she brings is not asked. */
  answers: Answer[];
  submission: string;
  /** Past one of these nothing is kept. */
  rates: Rate[];
  now: string;
  heldUntil: string;
  /** Who got an email about her signup after this gets no other for signing up again. */
  notSince: string;
};

/** What decides whether a session takes people, and how many it can hold. */
export type SessionTaking = {
  isCancelled: boolean;
  startsAt: string;
  opensAt: string | null;
  closesAt: string | null;
  capacity: number;
};

/** Where the sign-up stands for the public: what newcomers get, so that it never tells whether an address is known. */
export type InsertedParty = {
  session: SessionTaking | null;
  /** What was kept of this very submission before, or null. */
  kept: "held" | "waiting" | null;
  next: "held" | "waiting";
  /** What the session asks; answers that don't fit it are why nothing was kept. */
  questions: Question[];
  tooOftenUntil: string | null;
};

/**
 * Keeps the signups of a party with an email to each, in one write batch: all of them get a seat or all of them wait, as
 * the insert itself decides. Who is signed up already keeps what she has and doesn't count. Nothing is kept of a party that
 * is larger than the session, of a session that takes nobody any more, or when one of the rates is past its limit.
 */
export async function insertParty(db: Database, party: NewParty): Promise<InsertedParty> {
  const { members, now, submission } = party;
  const [first] = members;
  const each = sql`json_each(${JSON.stringify(members)}) j`;
  const session = sql`s.slug = ${party.session}`;
  const isWelcome = sql`${session} and ${takesSignups(sql`s`, now)} and s.capacity >= ${members.length}
    and ${tooOftenUntil(party.rates)} is null and ${answersFit(party.answers)}`;
  const theirs = sql`(select p.id from people p join ${each} on j.value ->> 'emailKey' = p.email_key)`;
  const results = await db.batch([
    countRates(db, party.rates),
    db.all<
      Omit<SessionTaking, "isCancelled"> & { state: string; fits: number }
    >(sql`select s.starts_at as startsAt,
      s.opens_at as opensAt, s.closes_at as closesAt, s.state, s.capacity, ${fits(sql`${members.length}`, now)} as fits from sessions s where ${session}`),
    db.run(sql`insert into people (id, email_key, email, name, created_at)
      select j.value ->> 'personId', j.value ->> 'emailKey', j.value ->> 'email', j.value ->> 'name', ${now}
      from sessions s join ${each} where ${isWelcome} on conflict do nothing`),
    db.run(sql`update signups set state = 'expired', state_at = ${now} where person_id in ${theirs}
      and session_id = (select s.id from sessions s where ${session}) and ${isLapsed(now)}`),
    db.run(insertSignups(party, isWelcome, each)),
    db.run(sql`insert into answers (signup_id, question_id, value) select g.id, q.id, a.value ->> 'value'
      from signups g join questions q on q.session_id = g.session_id
        join json_each(${JSON.stringify(party.answers)}) a on a.value ->> 'id' = q.id
      where g.id = ${first.id} and q.removed_at is null on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
      select j.value ->> 'emailId', case when g.id = ${first.id} then 'signup_' || g.state else 'signup_invited' end,
        g.email, g.id, 'waiting', 0, ${now}, ${now}
      from signups g join ${each} on j.value ->> 'id' = g.id where true on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
      select ${party.againEmailId}, 'signup_again', g.email, g.id, 'waiting', 0, ${now}, ${now}
      from signups g join sessions s on s.id = g.session_id join people p on p.id = g.person_id
      where ${isWelcome} and p.email_key = ${first.emailKey} and g.submission <> ${submission}
        and g.state not in ('cancelled', 'expired')
        and not exists (select 1 from emails e where e.signup_id = g.id and e.created_at > ${party.notSince})
      on conflict do nothing`),
    db.all<{ state: string }>(
      sql`select state from signups where submission = ${submission} order by signed_up_at desc, id limit 1`,
    ),
    db.all<{ until: string | null }>(sql`select ${tooOftenUntil(party.rates)} as until`),
    selectQuestions(db, sql`(select s.id from sessions s where ${session})`),
  ]);
  const [, [row], , , , , , , [kept], [often], asked] = results;
  const stateOf = (isWaiting: boolean) => (isWaiting ? "waiting" : "held");
  return {
    session: row === undefined ? null : { ...row, isCancelled: row.state === "cancelled" },
    kept: kept === undefined ? null : stateOf(kept.state === "waiting"),
    next: stateOf(row?.fits !== 1),
    questions: asked.map(toQuestion),
    tooOftenUntil: often?.until ?? null,
  };
}

// Materialized, so that what is decided is decided once, before the first of them stands in the table.
function insertSignups({ members: [first], ...party }: NewParty, isWelcome: SQL, each: SQL): SQL {
  const { now } = party;
  return sql`with s as materialized (select * from sessions s where ${isWelcome}),
    m as materialized (select j.value ->> 'id' as id, p.id as person_id, j.value ->> 'email' as email, j.value ->> 'name' as name
      from s join ${each} join people p on p.email_key = j.value ->> 'emailKey'
      where not exists (select 1 from signups g where g.session_id = s.id and g.person_id = p.id
        and g.state not in ('cancelled', 'expired'))),
    d as materialized (select (select min(id) from m) as party_id, ${fits(sql`(select count(*) from m)`, now)} as fits,
      ${nextLine()} as line, min(${party.heldUntil}, s.starts_at) as held_until from s)
    insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, line,
      submission, held_until, consented_at, signed_up_at)
    select m.id, s.id, m.person_id, d.party_id, m.name, m.email, iif(m.id = ${first.id}, ${party.organisation}, ''),
      iif(m.id = ${first.id}, ${party.role}, ''), iif(m.id = ${first.id}, ${party.note}, ''),
      iif(d.fits, 'held', 'waiting'), ${now}, iif(d.fits, null, d.line), ${party.submission}, d.held_until,
      iif(m.id = ${first.id}, ${now}, null), ${now}
    from s, d, m where true on conflict do nothing`;
}
