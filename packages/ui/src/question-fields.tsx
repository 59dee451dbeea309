import { answerField, type Question } from "@ontsecretaressen/domain/question";
import { ChoiceField } from "./choice-field.tsx";
import { type FaultSentences, type FormValues, LineField } from "./fields.tsx";

type Props = { questions: Question[]; values: FormValues; faults: FaultSentences };

/** What a session asks, each question as its field. */
export const QuestionFields = ({ questions, values, faults }: Props) => (
  <>
    {questions.map((question) => (
      <QuestionField question={question} values={values} faults={faults} />
    ))}
  </>
);

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
  return (
    <ChoiceField
      {...field}
      label={legend}
      choices={choices.map((choice) => ({ value: choice, label: choice }))}
    />
  );
};
