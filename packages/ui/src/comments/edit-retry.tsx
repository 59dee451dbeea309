import {
  type FaultSentences,
  FaultSummary,
  type FormValues,
  HiddenField,
  TextField,
} from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { type Problem, problemSentences } from "../words/site.ts";

export type EditRetryPageProps = {
  id: string;
  /** Whether the browser is known as anybody's. */
  isKnown: boolean;
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/**
 * The answer to a change of a comment that we can't find with this browser: the same form, nothing lost. It never tells
 * whether there is such a comment.
 */
export const EditRetryPage = ({ id, isKnown, values, faults, problem, siteUrl }: EditRetryPageProps) => (
  <Page
    style={styles.form}
    title="Je aanpassing staat er nog niet"
    description=""
    path="/mijn/"
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Je aanpassing staat er nog niet</h1>
      <p class="lead">Wat je schreef is er nog.</p>
      <form method="post" action={`/mijn/reacties/${id}/`} novalidate>
        <FaultSummary faults={faults} problem={sentenceOf(problem, isKnown)} />
        {problem === "unknown" && (
          <p>
            <a href="/mijn/" target="_blank">
              {isKnown ? "Naar jouw pagina" : "Vraag een link"} (in een nieuw tabblad)
            </a>
          </p>
        )}
        <HiddenField name="version" value={values["version"] ?? ""} />
        <TextField name="body" values={values} faults={faults} />
        <button>Bewaar</button>
      </form>
    </div>
  </Page>
);

function sentenceOf(problem: Problem | null, isKnown: boolean): string | null {
  if (problem !== "unknown") return problem === null ? null : problemSentences[problem];
  return isKnown
    ? "Deze reactie vinden we niet bij jou. Misschien haalde je hem al weg, of reageerde je met een ander e-mailadres. Kopieer je tekst als je hem wilt houden."
    : "We weten in deze browser niet meer wie je bent. Laat deze pagina open. Vraag op jouw pagina om een link, en druk daar op Onthoud mij hier. Kom dan terug en druk op Bewaar.";
}
