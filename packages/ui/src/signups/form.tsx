import type { Question } from "@ontsecretaressen/domain/question";
import type { Child } from "hono/jsx";
import {
  type FaultSentences,
  type FormValues,
  HiddenField,
  LineField,
  TextField,
  TickField,
} from "../form/fields.tsx";
import { QuestionFields } from "../form/question-fields.tsx";

type SignupFormProps = {
  slug: string;
  questions: Question[];
  values: FormValues;
  faults: FaultSentences;
  formKey: string;
  isFull?: boolean;
  /** What to mend, on top of a form that came back. */
  summary?: Child;
};

/** All that one fills in for one date, each field with why we ask. */
export const SignupForm = ({
  slug,
  questions,
  values,
  faults,
  formKey,
  isFull = false,
  summary,
}: SignupFormProps) => (
  <form method="post" action="/api/signups" novalidate>
    {summary}
    <HiddenField name="session" value={slug} />
    <HiddenField name="key" value={formKey} />
    <LineField name="name" values={values} faults={faults} autocomplete="name" />
    <LineField
      name="email"
      type="email"
      values={values}
      faults={faults}
      autocomplete="email"
      why="Hier sturen we je bevestiging naartoe."
    />
    <LineField name="organisation" values={values} faults={faults} autocomplete="organization" isOptional />
    <LineField
      name="role"
      values={values}
      faults={faults}
      autocomplete="organization-title"
      why="Dan kunnen we de groepen goed mengen."
      isOptional
    />
    <QuestionFields questions={questions} values={values} faults={faults} />
    <TextField
      name="note"
      values={values}
      faults={faults}
      why="Bijvoorbeeld wat je wilt bespreken, of waar we op kunnen letten."
      isOptional
    />
    <TextField
      name="together"
      values={values}
      faults={faults}
      why="Zet hier hun e-mailadressen. Er is plek voor jullie allemaal, of jullie wachten samen. Ieder krijgt een mail en bevestigt zelf."
      isOptional
    />
    <TickField name="consent" values={values} faults={faults} isOptional={false}>
      Jullie mogen deze gegevens bewaren om de bijeenkomst te regelen. <a href="/privacy/">Wat we bewaren</a>
    </TickField>
    <button>{isFull ? "Zet me op de wachtlijst" : "Meld me aan"}</button>
  </form>
);
