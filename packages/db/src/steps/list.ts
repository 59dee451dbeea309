import type { ListedStep } from "@ontsecretaressen/domain/admin-answers";
import type { StepLink } from "@ontsecretaressen/domain/session";
import type { StepChange } from "@ontsecretaressen/domain/session-drafts";
import { asc, type SQL, sql } from "drizzle-orm";
import { type Act, auditDone, isDone, isKnown } from "../audit.ts";
import type { Database } from "../client/open.ts";
import { requiredStep } from "./required.ts";
import { steps } from "../tables/plan.ts";

function selectListedSteps(db: Database, condition: SQL | undefined) {
  return db
    .select({
      id: steps.id,
      slug: steps.slug,
      position: steps.position,
      title: steps.title,
      summary: steps.summary,
      body: steps.body,
      html: steps.bodyHtml,
      forWhom: steps.forWhom,
      opens: steps.opens,
      guides: steps.guides,
      priceCents: steps.priceCents,
      payment: steps.payment,
      requires: requiredStep.mapWith((json: string): StepLink | null => JSON.parse(json)),
      version: steps.version,
      wishes: sql<number>`(select count(*) from wishes w where w.step_id = steps.id and w.proved_at is not null
        and w.told_at is null)`,
    })
    .from(steps)
    .where(condition)
    .orderBy(asc(steps.position));
}

/**
 * The steps of the plan as organisers see them, with how many people wait to hear of each: those after the one by the id
 * `before`, or the first. One round trip.
 */
export const listSteps = async (
  db: Database,
  { limit, before }: { limit: number; before: string | null },
): Promise<ListedStep[]> =>
  await selectListedSteps(
    db,
    sql`(${before} is null or steps.position > (select last.position from steps last where last.id = ${before}))`,
  ).limit(limit);

/** One step by its id or its address, or null. One round trip. */
export async function findListedStep(db: Database, id: string): Promise<ListedStep | null> {
  const rows = await selectListedSteps(db, sql`${id} in (steps.id, steps.slug)`);
  return rows[0] ?? null;
}

/**
 * Changes a step, in one batch with the row that says who did it. Null when another version was read, or when the step that
 * it asks for is unknown or doesn't come before it.
 */
export async function changeStep(
  db: Database,
  { id, version }: { id: string; version: number },
  step: StepChange & { bodyHtml: string },
  by: Act,
): Promise<ListedStep | null> {
  const may = sql`steps.id = ${id} and steps.version = ${version} and (${step.requires} is null
    or exists (select 1 from steps r where r.slug = ${step.requires} and r.position < steps.position))`;
  const [, , rows] = await db.batch([
    auditDone(db, by, "step.change", sql`select steps.id from steps where ${may}`),
    db.run(sql`update steps set title = ${step.title}, summary = ${step.summary}, body = ${step.body},
        body_html = ${step.bodyHtml}, for_whom = ${step.forWhom}, opens = ${step.opens}, guides = ${step.guides},
        price_cents = ${step.priceCents}, payment = ${step.payment}, version = version + 1,
        requires_id = (select r.id from steps r where r.slug = ${step.requires})
      where ${may} and ${isDone(by)}`),
    selectListedSteps(db, sql`steps.id = ${id} and ${isKnown(by, sql`steps.id`)}`),
  ]);
  return rows[0] ?? null;
}
