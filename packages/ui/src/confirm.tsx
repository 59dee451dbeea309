import type { SessionView } from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { momentOf } from "./dates.ts";
import { type FaultSentences, FaultSummary, type FormValues, LineField, TickField } from "./fields.tsx";
import { Page } from "./page.tsx";
import { SessionFacts } from "./session-facts.tsx";
import * as styles from "./styles.ts";

export type ConfirmPageProps = {
  token: string;
  signup: OwnSignup<SessionView>;
  name: string;
  organisation: string;
  role: string;
  values: FormValues;
  faults: FaultSentences;
  siteUrl: string;
  now: string;
};

/** What the link in an email opens: one signup, how it stands, and what can be done. Looking at it changes nothing. */
export const ConfirmPage = (props: ConfirmPageProps) => {
  const { token, signup, name, values, faults, siteUrl, now } = props;
  const { title, text, button } = wordsOf(signup, now);
  return (
    <Page style={styles.form} title={title} description="" path="/bevestig/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        <p class="quiet">{name === "" ? "Dag" : `Dag ${name}`}</p>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <h2>{signup.session.title}</h2>
        <SessionFacts session={signup.session} />
        {button === null ? (
          <p>
            <a href="/mijn/">Naar jouw pagina</a> of{" "}
            <a href={`/programma/${signup.session.step.slug}/`}>bekijk andere data</a>
          </p>
        ) : (
          <form method="post" action={`/bevestig/${token}`} novalidate>
            <FaultSummary faults={faults} problem={null} />
            {!signup.hasConsent && <WhoAreYou values={values} faults={faults} />}
            <button>{button}</button>
          </form>
        )}
      </div>
    </Page>
  );
};

// Of a colleague we only know the address that somebody typed.
const WhoAreYou = ({ values, faults }: Pick<ConfirmPageProps, "values" | "faults">) => (
  <>
    <LineField name="name" values={values} faults={faults} autocomplete="name" />
    <LineField name="organisation" values={values} faults={faults} autocomplete="organization" isOptional />
    <LineField name="role" values={values} faults={faults} autocomplete="organization-title" isOptional />
    <TickField name="consent" values={values} faults={faults} isOptional={false}>
      Jullie mogen deze gegevens bewaren om de bijeenkomst te regelen. <a href="/privacy/">Wat we bewaren</a>
    </TickField>
  </>
);

type Words = { title: string; text: string; button: string | null };

function wordsOf(signup: OwnSignup<SessionView>, now: string): Words {
  const { session, state, placeInLine } = signup;
  if (session.isCancelled)
    return { title: "Deze bijeenkomst gaat niet door", text: "Je hoeft niets te doen.", button: null };
  if (state === "cancelled")
    return { title: "Je bent afgemeld", text: "Wil je toch komen? Meld je dan opnieuw aan.", button: null };
  if (state === "confirmed")
    return { title: "Je plek is zeker", text: "Je hoeft niets meer te doen. Tot dan.", button: null };
  if (session.startsAt <= now)
    return { title: "Deze bijeenkomst is al begonnen", text: "Je kunt nu niet meer meedoen.", button: null };
  if (state === "waiting" && signup.isConfirmed)
    return {
      title: "Je staat op de lijst",
      text: `Je staat op plaats ${placeInLine ?? 1}. Komt er een plek vrij, dan krijg je een mail.`,
      button: null,
    };
  return { ...openWords(signup) };
}

function openWords({ state, heldUntil, offerUntil, placeInLine }: OwnSignup<SessionView>): Words {
  if (state === "waiting")
    return {
      title: "Wil je op de wachtlijst?",
      text: `De bijeenkomst is vol. Je staat op plaats ${placeInLine ?? 1}. Komt er een plek vrij, dan krijg je een mail.`,
      button: "Ja, zet me op de lijst",
    };
  if (state === "expired")
    return {
      title: "Je plek is doorgegeven",
      text: "We hielden een plek voor je vast, maar die tijd is om. Wil je toch komen? Is er nog een plek, dan is hij van jou. Anders kom je op de wachtlijst.",
      button: "Ja, ik wil toch komen",
    };
  const until = state === "offered" ? offerUntil : heldUntil;
  return {
    title: state === "offered" ? "Er is een plek voor je" : "Kom je?",
    text: `Met de knop is je plek zeker.${until === null ? "" : ` We houden hem voor je vast tot ${momentOf(until)}.`}`,
    button: "Ja, ik kom",
  };
}
