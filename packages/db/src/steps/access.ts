import type { StepLink } from "@ontsecretaressen/domain/session";
import { type Standing, type Stone, whereSheStands } from "@ontsecretaressen/domain/step-access";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { requiredStep } from "./required.ts";

/**
 * Whether a step is open to somebody, as an expression for any statement; the rule is that of domain's `isOpenTo`.
 * Takes what names them there, such as `g.person_id` and `s.step_id`.
 */
export function stepIsOpenFor(person: SQL, step: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from steps asked where asked.id = ${step} and (asked.requires_id is null
    or exists (select 1 from attendances been join signups came on came.id = been.signup_id
      join sessions offering on offering.id = came.session_id
      where came.person_id = ${person} and offering.step_id = asked.requires_id)
    or exists (select 1 from openings by_hand where by_hand.person_id = ${person} and by_hand.step_id = asked.id)))`;
}

/**
 * Whether a session takes signups at `now`: planned, opened, neither closed nor begun. The same as domain's
 * `signupWindow` saying `open`. Takes the alias of the sessions row.
 */
export function takesSignups(session: SQL, now: string): SQL<boolean> {
  return sql<boolean>`(${session}.state = 'planned' and ${session}.starts_at > ${now}
    and coalesce(${session}.opens_at <= ${now}, 1) and coalesce(${session}.closes_at > ${now}, 1))`;
}

type StandingRow = {
  slug: string;
  title: string;
  requires: string | null;
  isAttended: number;
  isOpened: number;
};

/** Each step with what somebody did of it, for the batch of what shows her plan. */
export function selectStanding(db: Database, personId: SQL) {
  return db.all<StandingRow>(sql`select steps.slug, steps.title, ${requiredStep} as requires,
      exists (select 1 from attendances a join signups g on g.id = a.signup_id join sessions s on s.id = g.session_id
        where g.person_id = ${personId} and s.step_id = steps.id) as isAttended,
      exists (select 1 from openings o where o.person_id = ${personId} and o.step_id = steps.id) as isOpened
    from steps order by steps.position`);
}

/** What that statement found, as the rule takes it. */
export function toStanding(rows: StandingRow[]): Standing {
  return {
    attended: rows.filter(({ isAttended }) => isAttended === 1).map(({ slug }) => slug),
    opened: rows.filter(({ isOpened }) => isOpened === 1).map(({ slug }) => slug),
  };
}

/** The same as the plan with her in it: what is done, where she is, and what comes next. */
export function toPlan(rows: StandingRow[]): { step: PlannedStep; stone: Stone; isOpen: boolean }[] {
  const plan = rows.map(({ slug, title, requires: json }) => {
    const before: StepLink | null = json === null ? null : JSON.parse(json);
    return { slug, requires: before?.slug ?? null, step: { slug, title, requires: before } };
  });
  return whereSheStands(plan, toStanding(rows)).map(({ step, ...rest }) => ({ ...rest, step: step.step }));
}

type PlannedStep = StepLink & { requires: StepLink | null };
