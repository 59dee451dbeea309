import type { StepLink } from "@ontsecretaressen/domain/session";
import { type FaultSentences, FaultSummary, type FormValues } from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { WishForm } from "./wish-form.tsx";
import { type Problem, problemSentences } from "../words/site.ts";

export type ConfirmWishProps = {
  claim: string;
  name: string;
  step: StepLink;
  isProved: boolean;
  siteUrl: string;
};

/** What the link in an email opens: one wish, one button. Looking at it changes nothing. */
export const ConfirmWishPage = ({ claim, name, step, isProved, siteUrl }: ConfirmWishProps) => {
  const title = isProved ? "Je hoort van ons" : "Wil je bericht?";
  return (
    <Page style={styles.form} title={title} description="" path="/bevestig/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        {name !== "" && <p class="quiet">Dag {name}</p>}
        <h1>{title}</h1>
        {isProved ? (
          <>
            <p class="lead">
              Je krijgt een mail als ‘{step.title}’ voor je opengaat, of als er een datum bij komt. Meer hoef
              je niet te doen.
            </p>
            <p>
              <a href={`/programma/${step.slug}/`}>Terug naar deze stap</a>
            </p>
          </>
        ) : (
          <>
            <p class="lead">
              Met de knop krijg je één mail: als ‘{step.title}’ voor je opengaat, of als er een datum bij
              komt.
            </p>
            <form method="post" action={`/bevestig/${claim}`}>
              <button>Ja, laat het me weten</button>
            </form>
          </>
        )}
      </div>
    </Page>
  );
};

export type WishRetryProps = {
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/** The answer to a wish that could not be kept: the same form, nothing lost. */
export const WishRetryPage = ({ values, faults, problem, siteUrl }: WishRetryProps) => {
  const slug = values["step"] ?? "";
  return (
    <Page
      style={styles.form}
      title="Dit is nog niet genoteerd"
      description=""
      path={`/programma/${slug}/`}
      siteUrl={siteUrl}
      isPrivate
    >
      <div class="narrow">
        <h1>Dit is nog niet genoteerd</h1>
        <p class="lead">
          Wat je invulde is er nog. <a href={`/programma/${slug}/`}>Terug naar de stap</a>
        </p>
        <WishForm
          step={{ slug }}
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
};
