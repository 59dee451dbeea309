import type { Claim } from "@ontsecretaressen/domain/claim";
import type { EmailState } from "@ontsecretaressen/domain/email";
import type { Answer, Question } from "@ontsecretaressen/domain/question";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { type Colleague, type OwnSignup, stateAt } from "@ontsecretaressen/domain/signup";
import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { absences } from "../sessions/absences.ts";
import { claimedPerson, claimedSignup } from "../people/claims.ts";
import { selectColleagues } from "./colleagues.ts";
import { calendarVersion } from "../people/ended-links.ts";
import { listEmailsOfPerson } from "../emails/find.ts";
import type { Database } from "../client/open.ts";
import { selectQuestions, toQuestion } from "./questions.ts";
import { selectSessionsWhere, type SessionRow, toSessionView } from "../sessions/find.ts";
import { people, signups } from "../tables/people.ts";
import { selectStanding, stepIsOpenFor, toPlan } from "../steps/access.ts";
import { sessions } from "../tables/plan.ts";

/** How many wait before this signup's party, and one more: 1 is next. Null when it does not wait. */
export const placeInLine = (now: string) => sql<number | null>`case when ${signups.state} = 'waiting' then
  1 + (select count(*) from signups w where w.session_id = ${signups.sessionId} and w.state = 'waiting'
    and w.line < ${signups.line} and (w.confirmed_at is not null or w.held_until > ${now})) end`;

/** What its own person sees of a signup. */
export const ownColumns = (now: string) => ({
  id: signups.id,
  session: sessions.slug,
  state: signups.state,
  placeInLine: placeInLine(now),
  heldUntil: signups.heldUntil,
  offerUntil: signups.offerUntil,
  confirmedAt: signups.confirmedAt,
  consentedAt: signups.consentedAt,
  sequence: signups.sequence,
  certificateVersion: signups.certificatesEnded,
  wasThere: sql`exists (select 1 from attendances a where a.signup_id = signups.id)`.mapWith(Boolean),
  absences,
  onlineUrl: sql<string | null>`iif(${signups.state} = 'confirmed', ${sessions.onlineUrl}, null)`,
  notes: sql<string>`iif(${signups.state} = 'confirmed', ${sessions.notes}, '')`,
  isStepOpen: stepIsOpenFor(sql`signups.person_id`, sql`sessions.step_id`).mapWith(Boolean),
});

export type SignupOfClaim = {
  personId: string;
  name: string;
  organisation: string;
  role: string;
  note: string;
  questions: Question[];
  answers: Answer[];
  signup: OwnSignup<SessionView>;
  colleagues: Colleague[];
};

/** A signup with its session, as its own person sees it; null when the claim opens nothing any more. One round trip. */
export async function findSignup(db: Database, claim: Claim, now: string): Promise<SignupOfClaim | null> {
  const isClaimed = eq(signups.id, claimedSignup(claim));
  const itsSession = db.select({ id: signups.sessionId }).from(signups).where(isClaimed);
  const [found, itsSessions, asked, given, brought] = await db.batch([
    db
      .select({
        personId: signups.personId,
        name: signups.name,
        organisation: signups.organisation,
        role: signups.role,
        note: signups.note,
        ...ownColumns(now),
      })
      .from(signups)
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .where(isClaimed),
    selectSessionsWhere(db, now, inArray(sessions.id, itsSession)),
    selectQuestions(db, sql`(select o.session_id from signups o where o.id = ${claimedSignup(claim)})`),
    db.all<Answer>(sql`select a.question_id as id, a.value from answers a join questions q on q.id = a.question_id
      where a.signup_id = ${claimedSignup(claim)} and q.removed_at is null`),
    selectColleagues(db, claim, now),
  ]);
  const row = found[0];
  const session = itsSessions.map(toSessionView)[0];
  if (row === undefined || session === undefined) return null;
  const { personId, name, organisation, role, note } = row;
  const questions = asked.map(toQuestion);
  const answers = given.map(({ id, value }) => ({ id, value }));
  const colleagues = brought.map((one) => ({ ...one, isConfirmed: one.isConfirmed === 1 }));
  const signup = toOwnSignup(row, session, now);
  return { personId, name, organisation, role, note, questions, answers, signup, colleagues };
}

const EMAILS_SHOWN = 10;

/** What became of an email to her. Its subject is null until it is written. */
export type EmailToHer = { subject: string | null; state: EmailState; createdAt: string };

/** A person, all her signups and the emails to her; null when the claim opens nothing any more. One round trip. */
export async function findPerson(
  db: Database,
  claim: Claim,
  now: string,
): Promise<{
  id: string;
  name: string;
  calendarVersion: number;
  signups: OwnSignup<SessionView>[];
  plan: ReturnType<typeof toPlan>;
  emails: EmailToHer[];
} | null> {
  const who = selectPerson(db, claimedPerson(claim), now);
  const [found, own, theirSessions, standing, emails] = await db.batch([
    who.person,
    who.signups,
    who.sessions,
    who.standing,
    who.emails,
  ]);
  const person = found[0];
  // Erased, and kept only as who had a seat.
  return person === undefined || person.email === ""
    ? null
    : {
        id: person.id,
        name: person.name,
        calendarVersion: person.calendarVersion,
        signups: toOwnSignups(own, theirSessions, now),
        plan: toPlan(standing),
        emails,
      };
}

/** A person, her signups, their sessions and the emails to her, as statements for the batch of whatever shows them. */
export function selectPerson(db: Database, personId: SQL, now: string) {
  return {
    person: db
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        addressVersion: people.addressVersion,
        calendarVersion,
      })
      .from(people)
      .where(eq(people.id, personId)),
    signups: db
      .select(ownColumns(now))
      .from(signups)
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .where(eq(signups.personId, personId))
      .orderBy(asc(sessions.startsAt)),
    sessions: selectSessionsWhere(
      db,
      now,
      sql`${sessions.id} in (select g.session_id from signups g where g.person_id = ${personId})`,
    ),
    standing: selectStanding(db, personId),
    emails: listEmailsOfPerson(db, personId, EMAILS_SHOWN),
  };
}

/** What those statements found, as a person's own signups. */
export function toOwnSignups(
  own: OwnRow[],
  theirSessions: SessionRow[],
  now: string,
): OwnSignup<SessionView>[] {
  const bySlug = new Map(theirSessions.map((row) => [row.slug, toSessionView(row)]));
  return own.flatMap((row) => {
    const session = bySlug.get(row.session);
    return session === undefined ? [] : [toOwnSignup(row, session, now)];
  });
}

type OwnRow = Omit<OwnSignup<string>, "isConfirmed" | "hasConsent"> & {
  confirmedAt: string | null;
  consentedAt: string | null;
};

/** What those columns found, with its session. */
export function toOwnSignup(row: OwnRow, session: SessionView, now: string): OwnSignup<SessionView> {
  const { id, placeInLine: place, heldUntil, offerUntil, confirmedAt, consentedAt, sequence } = row;
  return {
    id,
    session,
    state: stateAt(row, now),
    placeInLine: place,
    heldUntil,
    offerUntil,
    isConfirmed: confirmedAt !== null,
    hasConsent: consentedAt !== null,
    sequence,
    certificateVersion: row.certificateVersion,
    isStepOpen: row.isStepOpen,
    wasThere: row.wasThere,
    absences: row.absences,
    onlineUrl: row.onlineUrl,
    notes: row.notes,
  };
}
