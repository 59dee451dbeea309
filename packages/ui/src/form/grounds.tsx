import { groundsLabels, reasonChoices } from "../words/reports.ts";
import { ChoiceField } from "./choice-field.tsx";
import { type FaultSentences, type FormValues, TextField } from "./fields.tsx";

/** By which rule of the house a comment goes, and why: `why` says who will read that. */
export const GroundsFields = (props: { values: FormValues; faults: FaultSentences; why: string }) => (
  <>
    <ChoiceField {...props} name="rule" label={groundsLabels.rule} choices={reasonChoices} />
    <TextField {...props} name="statement" label={groundsLabels.statement} />
  </>
);
