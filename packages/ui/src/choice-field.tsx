import { Fault, type FieldProps } from "./fields.tsx";
import { fieldNames } from "./words.ts";

type Choice = { value: string; label: string; why: string };

/** One of a few, each with what it means. A link to the field leads to the first of them. */
export const ChoiceField = ({
  name,
  choices,
  values,
  faults,
}: Pick<FieldProps, "name" | "values" | "faults"> & { choices: readonly Choice[] }) => (
  <fieldset aria-describedby={faults[name] === undefined ? undefined : `${name}-fout`}>
    <legend>{fieldNames[name]}</legend>
    {choices.map(({ value, label, why }, index) => (
      <label>
        <input
          type="radio"
          id={index === 0 ? name : undefined}
          name={name}
          value={value}
          checked={values[name] === value}
        />
        <span>
          <b>{label}</b> {why}
        </span>
      </label>
    ))}
    <Fault name={name} fault={faults[name]} />
  </fieldset>
);
