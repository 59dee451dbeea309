import type { Child } from "hono/jsx";
import { fieldNames } from "../words/site.ts";

/** What was typed, by field. A tick box that is on holds "on"; a field that is not there is empty. */
export type FormValues = Readonly<Record<string, string | undefined>>;

/** What to mend, by field, as the sentence to show. */
export type FaultSentences = Readonly<Record<string, string>>;

type FieldName = keyof typeof fieldNames;

/** What stands above a field: the site's own word for it, or the question that somebody made. */
type Named = { name: FieldName; label?: never } | { name: string; label: string };

const labelOf = (named: Named): string => (named.label === undefined ? fieldNames[named.name] : named.label);

type FieldProps = Named & {
  values: FormValues;
  faults: FaultSentences;
  why?: string;
  isOptional?: boolean;
};

const describedBy = (name: string, why: string | undefined, fault: string | undefined) =>
  [why === undefined ? "" : `${name}-uitleg`, fault === undefined ? "" : `${name}-fout`]
    .filter((id) => id !== "")
    .join(" ") || undefined;

const marks = (name: string, why: string | undefined, fault: string | undefined, isOptional: boolean) => ({
  id: name,
  name,
  required: !isOptional,
  "aria-invalid": fault === undefined ? undefined : "true",
  "aria-describedby": describedBy(name, why, fault),
});

const Around = ({
  name,
  label,
  why,
  fault,
  isOptional,
  children,
}: {
  name: string;
  label: string;
  why: string | undefined;
  fault: string | undefined;
  isOptional: boolean;
  children?: Child;
}) => (
  <p>
    <label for={name}>
      {label}
      {isOptional && (
        <>
          {" "}
          <small>hoeft niet</small>
        </>
      )}
    </label>
    {why !== undefined && <span id={`${name}-uitleg`}>{why}</span>}
    {children}
    <Fault name={name} fault={fault} />
  </p>
);

/** What to mend, at the field itself. */
export const Fault = ({ name, fault }: { name: string; fault: string | undefined }) =>
  fault === undefined ? null : (
    <span class="fault" id={`${name}-fout`}>
      {fault}
    </span>
  );

/** One line to type, with its label, why we ask, and what to mend. */
export const LineField = ({
  values,
  faults,
  why,
  isOptional = false,
  type = "text",
  autocomplete = "off",
  ...named
}: FieldProps & { type?: "text" | "email" | "password"; autocomplete?: string }) => (
  <Around
    name={named.name}
    label={labelOf(named)}
    why={why}
    fault={faults[named.name]}
    isOptional={isOptional}
  >
    <input
      type={type}
      value={values[named.name] || undefined}
      autocomplete={autocomplete}
      {...marks(named.name, why, faults[named.name], isOptional)}
    />
  </Around>
);

/** Paragraphs to type. What was typed comes back letter for letter. */
export const TextField = ({ values, faults, why, isOptional = false, ...named }: FieldProps) => (
  <Around
    name={named.name}
    label={labelOf(named)}
    why={why}
    fault={faults[named.name]}
    isOptional={isOptional}
  >
    {/* A browser drops the first line end in a textarea: that one is ours. */}
    <textarea
      {...marks(named.name, why, faults[named.name], isOptional)}
    >{`\n${values[named.name] ?? ""}`}</textarea>
  </Around>
);

/** A tick box with its sentence. */
export const TickField = ({
  name,
  values,
  faults,
  isOptional = true,
  children,
}: FieldProps & { children?: Child }) => (
  <p>
    <label>
      <input
        type="checkbox"
        checked={values[name] === "on"}
        {...marks(name, undefined, faults[name], isOptional)}
      />
      <span>{children}</span>
    </label>
    <Fault name={name} fault={faults[name]} />
  </p>
);

/** What a form carries along unseen. */
export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

const UNSEEN: ReadonlySet<string> = new Set([
  "article",
  "comment",
  "parent",
  "session",
  "step",
  "key",
  "form",
]);

/** Everything to mend, on top of a form, each with a link to its field. The browser puts the focus here. */
export const FaultSummary = ({ faults, problem }: { faults: FaultSentences; problem: string | null }) => {
  const fields = Object.entries(faults);
  if (fields.length === 0 && problem === null) return null;
  return (
    <div class="faults" role="alert" tabindex={-1} autofocus>
      {problem !== null && <p>{problem}</p>}
      {fields.length > 0 && (
        <>
          <h2>{fields.length === 1 ? "Nog een ding" : "Nog een paar dingen"}</h2>
          <ul>
            {fields.map(([field, fault]) => (
              <li>{UNSEEN.has(field) ? fault : <a href={`#${field}`}>{fault}</a>}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
