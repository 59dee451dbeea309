import { answerField, type Question, questionOf } from "@ontsecretaressen/domain/question";
import { ChoiceField } from "./choice-field.tsx";
import { type FaultSentences, type FormValues, HiddenField, LineField } from "./fields.tsx";

type Props = { questions: Question[]; values: FormValues; faults: FaultSentences };

/** What a session asks, each question as its field. An answer to what is not asked here is carried along, not lost. */
export const QuestionFields = ({ questions, values, faults }: Props) => (
  <>
    {Object.entries(values)
      .filter(([field]) => isUnasked(questions, field))
      .map(([field, value]) => (
        <HiddenField name={field} value={value ?? ""} />
      ))}
    {questions.map((question) => (
      <QuestionField question={question} values={values} faults={faults} />
    ))}
  </>
);

function isUnasked(questions: Question[], field: string): boolean {
  const asked = questionOf(field);
  return asked !== null && questions.every(({ id }) => id !== asked);
}

const QuestionField = ({
  question: { id, kind, label, choices, isRequired },
  values,
  faults,
}: Omit<Props, "questions"> & { question: Question }) => {
  const field = { name: answerField(id), values, faults };
  if (kind !== "choice") {
    const why = kind === "diet" ? { why: "Dan houden we er bij het eten rekening mee." } : {};
    return <LineField {...field} {...why} label={label} isOptional={!isRequired} />;
  }
  const legend = isRequired ? (
    label
  ) : (
    <>
      {label} <small>hoeft niet</small>
    </>
  );
  const all = choices.map((choice) => ({ value: choice, label: choice }));
  return (
    <ChoiceField
      {...field}
      label={legend}
      choices={isRequired ? all : [...all, { value: "", label: "Geen antwoord" }]}
    />
  );
};
