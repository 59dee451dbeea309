import type { StepView } from "@ontsecretaressen/domain/session";
import type { Child } from "hono/jsx";
import { type FaultSentences, type FormValues, HiddenField, LineField } from "../form/fields.tsx";

type WishFormProps = {
  step: { slug: string };
  values: FormValues;
  faults: FaultSentences;
  formKey: string;
  summary?: Child;
};

/** Where one leaves an address to hear when a step opens or gets a date. */
export const WishForm = ({ step, values, faults, formKey, summary }: WishFormProps) => (
  <form method="post" action="/api/wishes" novalidate>
    {summary}
    <HiddenField name="step" value={step.slug} />
    <HiddenField name="key" value={formKey} />
    <LineField name="name" values={values} faults={faults} autocomplete="name" />
    <LineField name="email" type="email" values={values} faults={faults} autocomplete="email" />
    <button class={summary === undefined ? "plain" : undefined}>Laat het me weten</button>
  </form>
);

/** Why one would want that: of this step, and of the one before it. */
export const wishWords = ({ requires }: Pick<StepView, "requires">): string =>
  requires === null
    ? "Komt geen van deze data uit? Laat je adres achter. Je krijgt een mail als er een datum bij komt."
    : "Staat deze stap nog niet voor je open, of komt geen datum uit? Laat je adres achter. Je krijgt één mail: als hij voor je opengaat, of als er een datum bij komt.";
