import { type SessionView, signupWindow, type StepLink } from "@ontsecretaressen/domain/session";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { selectSessionsWhere, type SessionRow, toSessionView } from "../sessions/find.ts";

/** What an email about a step is about: its reader, and the dates that she can choose. */
export type StepOccasion = {
  about: "step";
  personId: string;
  addressVersion: number;
  name: string;
  step: StepLink & { summary: string };
  /** The session that was planned. */
  planned: SessionView | null;
  dates: SessionView[];
  /** What she asked to hear, and whether she proved that it was she. */
  wish: { id: string; isProved: boolean } | null;
};

type Row = {
  emailId: string;
  personId: string;
  addressVersion: number;
  name: string;
  slug: string;
  title: string;
  summary: string;
  planned: string | null;
  wish: string | null;
  isProved: number | null;
};

const DATES_MAX = 3;

/** The emails about steps, and the dates ahead of all steps that emails speak of, for the batch that reads occasions. */
export function selectStepOccasions(db: Database, ids: string[], now: string) {
  const asked = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return [
    db.all<Row>(sql`select e.id as emailId, p.id as personId, p.address_version as addressVersion, p.name, n.slug, n.title,
        n.summary, x.slug as planned, w.id as wish, w.proved_at is not null as isProved
      from emails e join people p on p.id = e.person_id join steps n on n.id = e.step_id
        left join sessions x on x.id = e.session_id left join wishes w on w.person_id = p.id and w.step_id = n.id
      where e.id in ${asked} and e.kind in ('step_opened', 'session_planned', 'wish_confirm')`),
    selectSessionsWhere(
      db,
      now,
      sql`sessions.id in (select e.session_id from emails e where e.id in ${asked})
        or sessions.starts_at > ${now} and sessions.state = 'planned' and sessions.step_id in (
          select e.step_id from emails e where e.id in ${asked} union
          select b.requires_id from emails e join signups g on g.id = e.signup_id join sessions s on s.id = g.session_id
            join steps b on b.id = s.step_id where e.id in ${asked})`,
    ),
  ] as const;
}

/** The dates of a step that one can sign up for, or soon. */
export const datesOf = (sessions: SessionView[], slug: string, now: string): SessionView[] =>
  sessions
    .filter(({ step }) => step.slug === slug)
    .filter((session) => ["open", "not_yet"].includes(signupWindow(session, now)))
    .slice(0, DATES_MAX);

/** What those statements found, by email id. */
export function toStepOccasions(
  rows: Row[],
  theirSessions: SessionRow[],
  now: string,
): { occasions: [string, StepOccasion][]; sessions: SessionView[] } {
  const sessions = theirSessions.map(toSessionView);
  const occasions = rows.map(
    ({ emailId, personId, addressVersion, name, slug, title, summary, planned, wish, isProved }) => {
      const occasion: StepOccasion = {
        about: "step",
        personId,
        addressVersion,
        name,
        step: { slug, title, summary },
        planned: sessions.find((session) => session.slug === planned) ?? null,
        dates: datesOf(sessions, slug, now),
        wish: wish === null ? null : { id: wish, isProved: isProved === 1 },
      };
      return [emailId, occasion] satisfies [string, StepOccasion];
    },
  );
  return { occasions, sessions };
}
