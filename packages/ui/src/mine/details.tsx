import { type Answer, answerField, type Question } from "@ontsecretaressen/domain/question";
import { type FaultSentences, FaultSummary, type FormValues, LineField, TextField } from "../form/fields.tsx";
import { QuestionFields } from "../form/question-fields.tsx";

/** What she told with a signup, and what its session asks. */
export type Told = {
  organisation: string;
  role: string;
  note: string;
  questions: Question[];
  answers: Answer[];
};

type OwnDetailsProps = { token: string; told: Told; values: FormValues; faults: FaultSentences };

/** What she told with her signup, to change. What was typed and refused comes back in place of what is kept. */
export const OwnDetails = ({ token, told, values, faults }: OwnDetailsProps) => {
  const { organisation, role, note, questions, answers } = told;
  const kept = answers.map(({ id, value }) => [answerField(id), value]);
  const isBack = Object.keys(faults).length > 0;
  const shown = {
    values: isBack ? values : { organisation, role, note, ...Object.fromEntries(kept) },
    faults,
  };
  return (
    <section>
      <h2>Wat je ons vertelde</h2>
      <form method="post" action={`/bevestig/${token}`} novalidate>
        <FaultSummary faults={faults} problem={null} />
        <p>Is er iets veranderd? Pas het hier aan, dan weten wij het ook.</p>
        <LineField name="organisation" {...shown} autocomplete="organization" isOptional />
        <LineField name="role" {...shown} autocomplete="organization-title" isOptional />
        <QuestionFields questions={questions} {...shown} />
        <TextField name="note" {...shown} isOptional />
        <button class="plain" name="act" value="details">
          Bewaar wat ik veranderde
        </button>
      </form>
    </section>
  );
};
