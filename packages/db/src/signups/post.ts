import type { Claim } from "@ontsecretaressen/domain/claim";
import type { Answer, Question } from "@ontsecretaressen/domain/question";
import { type SQL, sql } from "drizzle-orm";
import { claimedSignup } from "../people/claims.ts";
import { type BringerRow, fitInParty, mayBring, nameColleagues, selectBringer } from "./colleagues.ts";
import type { Database } from "../client/open.ts";
import { answersFit, selectQuestions, toQuestion } from "./questions.ts";
import { type Correction, isConfirmedSince, moveSignup } from "./correct.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";
import { fits, isLapsed, nextLine } from "../seats/count.ts";
import { mailSignups } from "./mail.ts";
import { takesSignups } from "../steps/access.ts";

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
  /** Of which the ids of emails to who is signed up already are made. */
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
  /** The signup of who filled in the form; when nothing was kept of it, the one that a newcomer would have got. */
  first: string;
  /** Whether what this corrects was confirmed since: then nothing is kept. */
  isConfirmed: boolean;
  /** What the session asks; answers that don't fit it are why nothing was kept. */
  questions: Question[];
  tooOftenUntil: string | null;
  /** Whether who brings the others may, and her party with them is not too large; null when her claim opens nothing here. */
  bringer: { mayBring: boolean; fitInParty: boolean } | null;
};

/** Who brings the others into her own party, by her claim; which signup of a browser's own this one corrects. */
type Around = { by?: Claim | null; corrects?: Correction | null };

type Kept = { state: string; id: string | null };

/**
 * Keeps the signups of a party with an email to each, in one write batch: all of them get a seat or all of them wait, as
 * the insert itself decides. Who is signed up already keeps what she has and doesn't count. Nothing is kept of a party that
 * is larger than the session, of a session that takes nobody any more, or when one of the rates is past its limit.
 * Who holds the claim `by` brings all of them into her own party, for as many as may be in one. What is corrected takes its seat
 * along, if it still has one; nothing is kept when it was confirmed.
 */
export async function insertParty(
  db: Database,
  party: NewParty,
  { by = null, corrects = null }: Around = {},
): Promise<InsertedParty> {
  const { members, now, submission, againEmailId } = party;
  const each = sql`json_each(${JSON.stringify(members)}) j`;
  const session = sql`s.slug = ${party.session}`;
  const bringer = by === null ? sql`${members[0].id}` : claimedSignup(by);
  const first = by === null ? members[0].id : "";
  const isConfirmed = corrects === null ? sql`0` : isConfirmedSince(corrects.instead);
  const isWelcome = sql`${session} and not ${isConfirmed} and ${takesSignups(sql`s`, now)} and s.capacity >= ${members.length}
    and ${tooOftenUntil(party.rates)} is null
    and ${by === null ? answersFit(party.answers) : sql`${mayBring(by, now)} and ${fitInParty(by, each, now)}`}`;
  const herself =
    by === null ? sql`` : sql`and p.id <> (select o.person_id from signups o where o.id = ${bringer})`;
  const theirs = sql`(select p.id from people p join ${each} on j.value ->> 'emailKey' = p.email_key ${herself})`;
  const correction =
    corrects === null
      ? []
      : moveSignup(db, { ...corrects, to: members[0], told: party, submission, isWelcome });
  const [, [row], [often], asked, ...results] = await db.batch([
    countRates(db, party.rates),
    db.all<
      Omit<SessionTaking, "isCancelled"> & { state: string; fits: number; isConfirmed: number }
    >(sql`select s.starts_at as startsAt,
      s.opens_at as opensAt, s.closes_at as closesAt, s.state, s.capacity, ${fits(sql`${members.length}`, now)} as fits,
      ${isConfirmed} as isConfirmed from sessions s where ${session}`),
    db.all<{ until: string | null }>(sql`select ${tooOftenUntil(party.rates)} as until`),
    selectQuestions(db, sql`(select s.id from sessions s where ${session})`),
    db.run(sql`insert into people (id, email_key, email, name, created_at)
      select j.value ->> 'personId', j.value ->> 'emailKey', j.value ->> 'email', j.value ->> 'name', ${now}
      from sessions s join ${each} where ${isWelcome} on conflict do nothing`),
    db.run(sql`update signups set state = 'expired', state_at = ${now} where person_id in ${theirs}
      and session_id = (select s.id from sessions s where ${session}) and ${isLapsed(now)}`),
    ...correction,
    db.run(insertSignups(party, { isWelcome, each, theirs, first, by })),
    ...(by === null && members.length === 1
      ? []
      : [nameColleagues(db, { ...party, by: bringer, each, only: isWelcome })]),
    db.run(sql`insert into answers (signup_id, question_id, value) select g.id, q.id, a.value ->> 'value'
      from signups g join questions q on q.session_id = g.session_id
        join json_each(${JSON.stringify(party.answers)}) a on a.value ->> 'id' = q.id
      where g.id = ${first} and q.removed_at is null on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
      select j.value ->> 'emailId', case when g.id = ${first} then 'signup_' || g.state else 'signup_invited' end,
        g.email, g.id, 'waiting', 0, ${now}, ${now}
      from signups g join ${each} on j.value ->> 'id' = g.id where true on conflict do nothing`),
    mailSignups(
      db,
      "signup_again",
      { now, seed: againEmailId },
      sql`${isWelcome} and g.person_id in ${theirs} and g.submission <> ${submission}
        and g.state not in ('cancelled', 'expired')
        and not exists (select 1 from emails e where e.signup_id = g.id and e.created_at > ${party.notSince})`,
    ),
    db.all<Kept>(
      sql`select state, iif(consented_at = signed_up_at, id, null) as id from signups where submission = ${submission}
        order by signed_up_at desc, id limit 1`,
    ),
    ...(by === null ? [] : [selectBringer(db, by, { ...party, each, session })]),
  ]);
  // What stands before them is more or less, so they are found from the end.
  const [kept] = results.at(by === null ? -1 : -2) as Kept[];
  const [hers] = by === null ? [] : (results.at(-1) as BringerRow[]);
  const stateOf = (isWaiting: boolean) => (isWaiting ? "waiting" : "held");
  const next = stateOf(row?.fits !== 1);
  return {
    session: row === undefined ? null : { ...row, isCancelled: row.state === "cancelled" },
    kept: kept === undefined ? (hers?.hasBrought === 1 ? next : null) : stateOf(kept.state === "waiting"),
    first: kept?.id ?? members[0].id,
    isConfirmed: row?.isConfirmed === 1,
    next,
    questions: asked.map(toQuestion),
    tooOftenUntil: often?.until ?? null,
    bringer: hers === undefined ? null : { mayBring: hers.mayBring === 1, fitInParty: hers.fitInParty === 1 },
  };
}

type Gate = { isWelcome: SQL; each: SQL; theirs: SQL; first: string; by: Claim | null };

// Materialized, so that what is decided is decided once, before the first of them stands in the table.
function insertSignups(party: NewParty, { isWelcome, each, theirs, first, by }: Gate): SQL {
  const { now } = party;
  const hers = by === null ? null : sql`(select o.party_id from signups o where o.id = ${claimedSignup(by)})`;
  return sql`with s as materialized (select * from sessions s where ${isWelcome}),
    m as materialized (select j.value ->> 'id' as id, p.id as person_id, j.value ->> 'email' as email, j.value ->> 'name' as name
      from s join ${each} join people p on p.email_key = j.value ->> 'emailKey'
      where p.id in ${theirs} and not exists (select 1 from signups g where g.session_id = s.id and g.person_id = p.id
        and g.state not in ('cancelled', 'expired'))),
    d as materialized (select coalesce(${hers}, (select min(id) from m)) as party_id, ${fits(sql`(select count(*) from m)`, now)} as fits,
      ${nextLine()} as line, min(${party.heldUntil}, s.starts_at) as held_until from s)
    insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, line,
      submission, held_until, consented_at, signed_up_at)
    select m.id, s.id, m.person_id, d.party_id, m.name, m.email, iif(m.id = ${first}, ${party.organisation}, ''),
      iif(m.id = ${first}, ${party.role}, ''), iif(m.id = ${first}, ${party.note}, ''),
      iif(d.fits, 'held', 'waiting'), ${now}, iif(d.fits, null, d.line), ${party.submission}, d.held_until,
      iif(m.id = ${first}, ${now}, null), ${now}
    from s, d, m where true order by m.id on conflict do nothing`;
}
