import type { StepView } from "@ontsecretaressen/domain/session";
import type { Child } from "hono/jsx";
import { StepStone } from "../page/stones.tsx";

/** The steps as a rising path of stones, each with its number; `more` adds to a step what a page knows of it. */
export const StepList = ({
  steps,
  heading: Heading,
  more,
}: {
  steps: StepView[];
  heading: "h2" | "h3";
  more?: (step: StepView) => Child;
}) => (
  <ol class="plan">
    {steps.map((step, index) => (
      <li>
        <StepStone position={step.position} isLast={index === steps.length - 1} />
        <Heading>
          <a href={`/programma/${step.slug}/`}>{step.title}</a>
        </Heading>
        <p>{step.summary}</p>
        {more?.(step)}
      </li>
    ))}
  </ol>
);
