import type { Question } from "@ontsecretaressen/domain/question";
import { type FaultSentences, FaultSummary, type FormValues } from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import { SignupForm } from "./form.tsx";
import * as styles from "../styles/sheets.ts";
import { type Problem, problemSentences } from "../words/site.ts";

export type SignupRetryProps = {
  session: { slug: string; title: string | null };
  questions: Question[];
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/** The answer to a signup that could not be kept: the same form, nothing lost. */
export const SignupRetryPage = ({
  session,
  questions,
  values,
  faults,
  problem,
  siteUrl,
}: SignupRetryProps) => (
  <Page
    style={styles.form}
    title="Je bent nog niet aangemeld"
    description=""
    path={`/inschrijven/${session.slug}/`}
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Je bent nog niet aangemeld</h1>
      <p class="lead">
        Wat je invulde is er nog. Het gaat om{" "}
        <a href={`/inschrijven/${session.slug}/`}>{session.title ?? "deze bijeenkomst"}</a>.
      </p>
      <SignupForm
        slug={session.slug}
        questions={questions}
        values={values}
        faults={faults}
        formKey={values["key"] ?? ""}
        summary={
          <FaultSummary faults={faults} problem={problem === null ? null : problemSentences[problem]} />
        }
      />
    </div>
  </Page>
);
