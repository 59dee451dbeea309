import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { requiredStep } from "./required.ts";
import { selectSessionsWhere, toSessionView } from "../sessions/find.ts";

/** The steps of the plan in their order, to be read alone or in a batch. */
export const selectSteps = (db: Database) =>
  db.all<{
    view: string;
  }>(sql`select json_object('slug', slug, 'position', position, 'title', title, 'summary', summary,
      'html', body_html, 'forWhom', for_whom, 'opens', opens, 'guides', guides, 'priceCents', price_cents,
      'payment', payment, 'requires', json(${requiredStep})) as view
    from steps order by position`);

/** What that statement found, in its order. */
export const toSteps = (rows: { view: string }[]): StepView[] => rows.map(({ view }) => JSON.parse(view));

/** The whole step plan with every session ahead, also what was cancelled, in one round trip. */
export async function findProgramme(
  db: Database,
  now: string,
): Promise<{ steps: StepView[]; sessions: SessionView[] }> {
  const [plan, ahead] = await db.batch([
    selectSteps(db),
    selectSessionsWhere(db, now, sql`sessions.starts_at > ${now}`, 200),
  ]);
  return { steps: toSteps(plan), sessions: ahead.map(toSessionView) };
}
