import type { Child } from "hono/jsx";
import { Fault, type FaultSentences, type FormValues } from "./fields.tsx";

type Choice = { value: string; label: string; why?: string };

/** One of a few, each with what it means. A link to the field leads to the first of them. */
export const ChoiceField = ({
  name,
  label,
  choices,
  values,
  faults,
}: {
  name: string;
  label: Child;
  choices: readonly Choice[];
  values: FormValues;
  faults: FaultSentences;
}) => (
  <fieldset aria-describedby={faults[name] === undefined ? undefined : `${name}-fout`}>
    <legend>{label}</legend>
    {choices.map(({ value, label: words, why }, index) => (
      <label>
        <input
          type="radio"
          id={index === 0 ? name : undefined}
          name={name}
          value={value}
          checked={(values[name] ?? "") === value}
        />
        <span>
          {why === undefined ? (
            words
          ) : (
            <>
              <b>{words}</b> {why}
            </>
          )}
        </span>
      </label>
    ))}
    <Fault name={name} fault={faults[name]} />
  </fieldset>
);
