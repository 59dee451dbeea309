// Which step is open to whom. `packages/db/src/steps/access.ts` says the same in SQL; a test holds the two together.

/** A step with the one that must be attended first, by slug. */
export type StepRule = { slug: string; requires: string | null };

/** Where somebody stands: the steps of which she attended a meeting, and those opened for her by hand. */
export type Standing = { attended: readonly string[]; opened: readonly string[] };

/** Whether somebody may take part in a step: it asks for nothing, she was at what it asks for, or it was opened for her. */
export function isOpenTo(step: StepRule, { attended, opened }: Standing): boolean {
  return step.requires === null || attended.includes(step.requires) || opened.includes(step.slug);
}

export type Stone = "done" | "here" | "next";

/** The plan as stones, in its order: what she did, the one step where she is now, and what is still to come. */
export function whereSheStands<Step extends StepRule>(
  plan: readonly Step[],
  standing: Standing,
): { step: Step; stone: Stone; isOpen: boolean }[] {
  const here = plan.find((step) => !standing.attended.includes(step.slug) && isOpenTo(step, standing));
  return plan.map((step) => ({
    step,
    stone: standing.attended.includes(step.slug) ? "done" : step === here ? "here" : "next",
    isOpen: isOpenTo(step, standing),
  }));
}
