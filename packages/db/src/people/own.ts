import type { Pace } from "@ontsecretaressen/domain/comment";
import type { EmailKind, EmailState } from "@ontsecretaressen/domain/email";
import type { OwnComment } from "@ontsecretaressen/domain/own-comment";
import type { SessionView } from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { sql } from "drizzle-orm";
import { type EmailToHer, selectPerson, toOwnSignups } from "../signups/own.ts";
import type { Database } from "../client/open.ts";
import { selectOwnComments, toOwnComment } from "../comments/own.ts";
import { toPlan } from "../steps/access.ts";
import { selectSubscriber, type Subscriber, toSubscriber } from "../subscribers/find.ts";

/** A conversation that somebody hears of by email, or did until she stopped it. */
export type OwnFollow = { articleId: string; slug: string; title: string; pace: Pace };

/** All that is kept of a person and is hers to see. */
export type Own = {
  name: string;
  email: string;
  addressVersion: number;
  calendarVersion: number;
  signups: OwnSignup<SessionView>[];
  plan: ReturnType<typeof toPlan>;
  emails: EmailToHer[];
  comments: OwnComment[];
  follows: OwnFollow[];
  /** How she hears of new articles; null when she never asked to. */
  newArticles: Subscriber | null;
};

/** What is kept of a person; null when she is nobody any more. One round trip. */
export async function findOwn(db: Database, personId: string, now: string): Promise<Own | null> {
  const who = selectPerson(db, sql`${personId}`, now);
  const [found, own, sessions, standing, emails, said, follows, subscriber, choices] = await db.batch([
    who.person,
    who.signups,
    who.sessions,
    who.standing,
    who.emails,
    selectOwnComments(db, personId),
    db.all<OwnFollow>(sql`select a.id as articleId, a.slug, a.title, s.pace
      from subscriptions s join articles a on a.id = s.article_id
      where s.person_id = ${personId} order by s.made_at desc`),
    ...selectSubscriber(db, personId),
  ]);
  const person = found[0];
  // Erased, and kept only as who had a seat.
  if (person === undefined || person.email === "") return null;
  return {
    name: person.name,
    email: person.email,
    addressVersion: person.addressVersion,
    calendarVersion: person.calendarVersion,
    signups: toOwnSignups(own, sessions, now),
    plan: toPlan(standing),
    emails,
    comments: said.map(toOwnComment),
    follows: follows.map(({ articleId, slug, title, pace }) => ({ articleId, slug, title, pace })),
    newArticles: toSubscriber(subscriber, choices),
  };
}

export type OwnAnswers = {
  session: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  note: string;
  signedUpAt: string;
};

/** What she answered to the questions of a session, when she was there, and which steps she wants to hear of. */
export type OwnReply = { session: string; question: string; answer: string };
export type OwnAttendance = { session: string; meeting: number; at: string };
export type OwnWish = { step: string; askedAt: string };
/** Whom she named as a colleague. */
export type OwnColleague = { session: string; email: string; at: string };

export type OwnEmail = { kind: EmailKind; subject: string | null; state: EmailState; createdAt: string };

/** What she typed when she signed up, and every email to her: the rest of what she can take along. */
export async function findOwnRecords(
  db: Database,
  personId: string,
): Promise<{
  answers: OwnAnswers[];
  questions: OwnReply[];
  attended: OwnAttendance[];
  absences: OwnAttendance[];
  wishes: OwnWish[];
  colleagues: OwnColleague[];
  emails: OwnEmail[];
}> {
  const [answers, questions, attended, absences, wishes, colleagues, emails] = await db.batch([
    db.all<OwnAnswers>(sql`select s.slug as session, g.name, g.email, g.organisation, g.role, g.note,
        g.signed_up_at as signedUpAt
      from signups g join sessions s on s.id = g.session_id where g.person_id = ${personId} order by g.id`),
    db.all<OwnReply>(sql`select s.slug as session, q.label as question, a.value as answer
      from answers a join questions q on q.id = a.question_id join sessions s on s.id = q.session_id
        join signups g on g.id = a.signup_id where g.person_id = ${personId} order by a.signup_id, q.position`),
    db.all<OwnAttendance>(sql`select s.slug as session, a.meeting, a.at from attendances a join signups g on g.id = a.signup_id
      join sessions s on s.id = g.session_id where g.person_id = ${personId} order by a.at`),
    db.all<OwnAttendance>(sql`select s.slug as session, a.meeting, a.at from absences a join signups g on g.id = a.signup_id
      join sessions s on s.id = g.session_id where g.person_id = ${personId} order by a.at`),
    db.all<OwnWish>(sql`select n.slug as step, w.asked_at as askedAt from wishes w join steps n on n.id = w.step_id
      where w.person_id = ${personId} order by w.asked_at`),
    db.all<OwnColleague>(sql`select s.slug as session, b.email, b.at from brought b join signups g on g.id = b.by_id
      join sessions s on s.id = g.session_id where g.person_id = ${personId} order by b.id`),
    db.all<OwnEmail>(sql`select e.kind, e.subject, e.state, e.created_at as createdAt from emails e
      where e.person_id = ${personId} or e.signup_id in (select id from signups where person_id = ${personId})
      order by e.id`),
  ]);
  return {
    answers: answers.map(({ session, name, email, organisation, role, note, signedUpAt }) => {
      return { session, name, email, organisation, role, note, signedUpAt };
    }),
    questions: questions.map(({ session, question, answer }) => ({ session, question, answer })),
    attended: attended.map(({ session, meeting, at }) => ({ session, meeting, at })),
    absences: absences.map(({ session, meeting, at }) => ({ session, meeting, at })),
    wishes: wishes.map(({ step, askedAt }) => ({ step, askedAt })),
    colleagues: colleagues.map(({ session, email, at }) => ({ session, email, at })),
    emails: emails.map(({ kind, subject, state, createdAt }) => ({ kind, subject, state, createdAt })),
  };
}
