import type { StepLink } from "@ontsecretaressen/domain/session";
import type { Stone } from "@ontsecretaressen/domain/step-access";
import { StepStone } from "../page/stones.tsx";

/** A step of the plan as somebody stands to it. */
export type OwnStep = { step: StepLink & { requires: StepLink | null }; stone: Stone; isOpen: boolean };

const tones: Record<Stone, string> = { done: "t2", here: "t0", next: "ahead" };

/** Where somebody is in the plan: what is behind her, where she is, and what comes after it, each in words and in line. */
export const OwnPlan = ({ plan }: { plan: OwnStep[] }) => (
  <section>
    <h2>Je plan</h2>
    <ol class="plan">
      {plan.map(({ step, stone, isOpen }, index) => (
        <li>
          <StepStone position={index + 1} isLast={index === plan.length - 1} tone={tones[stone]} />
          <h3>
            <a href={`/programma/${step.slug}/`}>{step.title}</a>
          </h3>
          <p>{wordsOf({ step, stone, isOpen })}</p>
        </li>
      ))}
    </ol>
  </section>
);

function wordsOf({ step: { requires }, stone, isOpen }: OwnStep): string {
  if (stone === "done") return "Hier was je bij.";
  if (stone === "here") return "Hier ben je nu. Deze stap staat voor je open.";
  if (isOpen || requires === null) return "Deze stap staat ook voor je open.";
  return `Gaat open als je bij de stap ‘${requires.title}’ was.`;
}
