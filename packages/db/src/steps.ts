import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { asc } from "drizzle-orm";
import type { Database } from "./open.ts";
import { requiredStep, selectSessions, toSessionView } from "./sessions.ts";
import { steps } from "./tables.ts";

/** The steps of the plan in their order, to be read alone or in a batch. */
export function selectSteps(db: Database) {
  return db
    .select({
      slug: steps.slug,
      position: steps.position,
      title: steps.title,
      summary: steps.summary,
      html: steps.bodyHtml,
      forWhom: steps.forWhom,
      opens: steps.opens,
      guides: steps.guides,
      priceCents: steps.priceCents,
      payment: steps.payment,
      requires: requiredStep,
    })
    .from(steps)
    .orderBy(asc(steps.position));
}

/** The whole step plan with every session ahead, in one round trip. */
export async function findProgramme(
  db: Database,
  now: string,
): Promise<{ steps: StepView[]; sessions: SessionView[] }> {
  const [plan, ahead] = await db.batch([selectSteps(db), selectSessions(db, { now, limit: 200 })]);
  return { steps: plan, sessions: ahead.map(toSessionView) };
}
