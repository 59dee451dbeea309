import type { Reason } from "@ontsecretaressen/domain/judgement";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import type { SessionView } from "@ontsecretaressen/domain/session";
import type { Summary } from "@ontsecretaressen/domain/email-content";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { answeredOf } from "../comments/answered.ts";
import { authorNames } from "../articles/authors.ts";
import { selectDigests } from "../comments/digests.ts";
import { type SeatFacts, selectSeatFacts, toSeatFacts } from "../seats/facts.ts";
import type { Database } from "../client/open.ts";
import { ownColumns, toOwnSignup } from "../signups/own.ts";
import { selectSessionsWhere, toSessionView } from "../sessions/find.ts";
import { datesOf, selectStepOccasions, type StepOccasion, toStepOccasions } from "../steps/occasions.ts";
import { selectSummary, toSummaries } from "./summaries.ts";
import { emails, people, reports, signups } from "../tables/people.ts";
import { sessions } from "../tables/plan.ts";
import { articles, comments } from "../tables/articles.ts";

/** The report that an email about a comment is about as well. */
export type ReportedOccasion = {
  /** Whether a reader reported it: of her own accord an organiser decides too. */
  isAsked: boolean;
} & Pick<typeof reports.$inferSelect, "reason" | "explanation" | "rule" | "statement">;

export type EmailOccasion =
  | {
      about: "comment";
      id: string;
      name: string;
      body: string;
      number: number | null;
      answers: string | null;
      /** How the text begins that it answers. */
      answered: string | null;
      reasons: Reason[];
      /** Whether nothing of its writer was ever placed. */
      isFirst: boolean;
      /** Whom the email goes to, where that is a person. */
      reader: string | null;
      article: { id: string; slug: string; title: string };
      report: ReportedOccasion | null;
    }
  | {
      about: "signup";
      id: string;
      personId: string;
      addressVersion: number;
      name: string;
      signup: OwnSignup<SessionView>;
      /** Who filled in the form, where that was somebody else. */
      broughtBy: string | null;
      /** The step that she must have attended first and did not, with its dates; null when this one is open to her. */
      before: { title: string; dates: SessionView[] } | null;
      facts: SeatFacts;
    }
  | StepOccasion
  | { about: "person"; id: string; addressVersion: number; name: string; said: SaidSince[] }
  | { about: "article"; personId: string; article: NewsArticle }
  | { about: "summary"; summary: Summary }
  /** Of who is nobody any more nothing is left to tell. */
  | { about: "nobody" };

/** An article that came out. */
export type NewsArticle = { slug: string; title: string; standfirst: string; authors: string[] };

/** What was said in a conversation that somebody follows. */
export type SaidSince = {
  id: string;
  name: string;
  body: string;
  number: number;
  slug: string;
  title: string;
};

/** What the given emails are about, by email id. One round trip. */
export async function findOccasions(
  db: Database,
  asked: Pick<typeof emails.$inferSelect, "id" | "commentId">[],
  now: string,
): Promise<Map<string, EmailOccasion>> {
  const ids = asked.map(({ id }) => id);
  // The server plans each question anew: together they cost more than the one that is needed here.
  if (asked.every(({ commentId }) => commentId !== null)) {
    const [rows] = await db.batch([selectAboutComments(db, ids)]);
    return new Map(rows.map(toAboutComment));
  }
  const [
    aboutComments,
    aboutSignups,
    theirSessions,
    aboutPeople,
    digests,
    aboutArticles,
    aboutNobody,
    seatFacts,
    waiting,
    signedUp,
    aboutSteps,
    theirDates,
  ] = await db.batch([
    selectAboutComments(db, ids),
    db
      .select({
        emailId: emails.id,
        personId: signups.personId,
        addressVersion: people.addressVersion,
        name: signups.name,
        broughtBy: sql<
          string | null
        >`(select nullif(f.name, '') from brought b join signups f on f.id = b.by_id and f.email <> ''
          where b.id = ${signups.id})`,
        ...ownColumns(now),
      })
      .from(emails)
      .innerJoin(signups, eq(signups.id, emails.signupId))
      .innerJoin(people, eq(people.id, signups.personId))
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .where(inArray(emails.id, ids)),
    selectSessionsWhere(
      db,
      now,
      inArray(
        sessions.id,
        db
          .select({ id: signups.sessionId })
          .from(signups)
          .innerJoin(emails, eq(emails.signupId, signups.id))
          .where(inArray(emails.id, ids)),
      ),
    ),
    db
      .select({ emailId: emails.id, id: people.id, addressVersion: people.addressVersion, name: people.name })
      .from(emails)
      .innerJoin(people, eq(people.id, emails.personId))
      .where(
        and(
          inArray(emails.id, ids),
          inArray(emails.kind, ["person_link", "comment_digest", "subscriber_confirm"]),
        ),
      ),
    selectDigests(db, ids),
    db
      .select({
        emailId: emails.id,
        personId: sql<string>`${emails.personId}`,
        article: {
          slug: articles.slug,
          title: articles.title,
          standfirst: articles.standfirst,
          authors: authorNames,
        },
      })
      .from(emails)
      .innerJoin(articles, eq(articles.id, emails.articleId))
      .where(
        and(
          inArray(emails.id, ids),
          eq(emails.kind, "article_published"),
          eq(articles.state, "published"),
          isNotNull(emails.personId),
        ),
      ),
    db
      .select({ emailId: emails.id })
      .from(emails)
      .where(and(inArray(emails.id, ids), eq(emails.kind, "person_erased"))),
    selectSeatFacts(db, ids),
    ...selectSummary(db, ids, now),
    ...selectStepOccasions(db, ids, now),
  ]);
  const factsOf = toSeatFacts(seatFacts);
  const bySlug = new Map(theirSessions.map((row) => [row.slug, toSessionView(row)]));
  const steps = toStepOccasions(aboutSteps, theirDates, now);
  const occasions = new Map<string, EmailOccasion>(steps.occasions);
  for (const row of aboutComments) occasions.set(...toAboutComment(row));
  for (const { emailId, personId, addressVersion, name, broughtBy, ...row } of aboutSignups) {
    const session = bySlug.get(row.session);
    const facts = factsOf.get(emailId);
    if (session === undefined || facts === undefined) continue;
    const signup = toOwnSignup(row, session, now);
    occasions.set(emailId, {
      about: "signup",
      id: row.id,
      personId,
      addressVersion,
      name,
      broughtBy,
      signup,
      before: beforeOf(signup, steps.sessions, now),
      facts,
    });
  }
  for (const { emailId, ...person } of aboutPeople) {
    const said = digests.filter((one) => one.emailId === emailId);
    occasions.set(emailId, { about: "person", ...person, said });
  }
  for (const { emailId, ...news } of aboutArticles) occasions.set(emailId, { about: "article", ...news });
  for (const { emailId } of aboutNobody) occasions.set(emailId, { about: "nobody" });
  for (const [emailId, summary] of toSummaries(waiting, signedUp))
    occasions.set(emailId, { about: "summary", summary });
  return occasions;
}

function beforeOf({ isStepOpen, session }: OwnSignup<SessionView>, dates: SessionView[], now: string) {
  const { requires } = session.step;
  if (isStepOpen || requires === null) return null;
  return { title: requires.title, dates: datesOf(dates, requires.slug, now) };
}

function selectAboutComments(db: Database, ids: string[]) {
  return db
    .select({
      emailId: emails.id,
      id: comments.id,
      name: comments.name,
      body: comments.body,
      number: comments.number,
      answers: sql<string | null>`(select p.name from comments p where p.id = ${comments.parentId})`,
      answered: answeredOf(comments.parentId),
      reasons: comments.reasons,
      isFirst: sql`not exists (select 1 from comments o where o.person_id = ${comments.personId}
        and o.id <> ${comments.id} and o.state = 'visible' and o.proved_at is not null)`.mapWith(Boolean),
      reader: sql<string | null>`(select r.name from people r where r.id = ${emails.personId})`,
      article: { id: articles.id, slug: articles.slug, title: articles.title },
      report: {
        reason: reports.reason,
        explanation: reports.explanation,
        rule: reports.rule,
        statement: reports.statement,
        isAsked:
          sql`exists (select 1 from reports r where r.comment_id = ${comments.id} and r.by_organiser = 0
          and r.decided_at is ${reports.decidedAt})`.mapWith(Boolean),
      },
    })
    .from(emails)
    .innerJoin(comments, eq(comments.id, emails.commentId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .leftJoin(reports, eq(reports.id, emails.reportId))
    .where(inArray(emails.id, ids));
}

type AboutComment = Awaited<ReturnType<typeof selectAboutComments>>[number];

const toAboutComment = ({ emailId, ...comment }: AboutComment): [string, EmailOccasion] => [
  emailId,
  { about: "comment", ...comment },
];
