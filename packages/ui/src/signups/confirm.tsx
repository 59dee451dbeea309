import { isRestOff, type SessionView, signupWindow, type StepLink } from "@ontsecretaressen/domain/session";
import type { Colleague, OwnSignup } from "@ontsecretaressen/domain/signup";
import { Absences, canBeAbsent } from "../mine/absences.tsx";
import { BringColleagues, type BringProps, Colleagues } from "../form/colleagues.tsx";
import { momentOf } from "../words/dates.ts";
import { type FaultSentences, FaultSummary, type FormValues, LineField, TickField } from "../form/fields.tsx";
import { Notice } from "../page/notice.tsx";
import { OwnFacts } from "../mine/facts.tsx";
import { OwnDetails, type Told } from "../mine/details.tsx";
import { QuestionFields } from "../form/question-fields.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";

export type ConfirmPageProps = Told & {
  token: string;
  signup: OwnSignup<SessionView>;
  colleagues: Colleague[];
  name: string;
  /** What she comes here from, when that was done. */
  news: "saved" | "brought" | null;
  /** What came back of bringing colleagues. */
  bring: BringProps;
  values: FormValues;
  faults: FaultSentences;
  siteUrl: string;
  now: string;
};

/** What the link in an email opens: one signup, how it stands, and what can be done. Looking at it changes nothing. */
export const ConfirmPage = (props: ConfirmPageProps) => {
  const { token, signup, colleagues, name, news, bring, values, faults, siteUrl, now } = props;
  const { title, text, yes, no } = wordsOf(signup, now);
  const first = stepBefore(signup, now);
  return (
    <Page style={styles.form} title={title} description="" path="/bevestig/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        {news === "saved" && canChange(signup, now) && (
          <Notice>
            <p>Het is bewaard.</p>
          </Notice>
        )}
        {name !== "" && <p class="quiet">Dag {name}</p>}
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {signup.session.isCancelled && signup.session.cancelReason !== "" && (
          <p>{signup.session.cancelReason}</p>
        )}
        <h2>{signup.session.title}</h2>
        <OwnFacts signup={signup} now={now} />
        {(yes !== null || no !== null || first !== null) && (
          <form method="post" action={`/bevestig/${token}`} novalidate>
            {!canChange(signup, now) && <FaultSummary faults={faults} problem={null} />}
            {yes !== null && !signup.hasConsent && <WhoAreYou {...props} />}
            <p class="acts">
              {first !== null && (
                <button name="act" value="wish">
                  Laat me weten wanneer dit opengaat
                </button>
              )}
              {yes !== null && <button>{yes}</button>}
              {no !== null && (
                <button class="plain" name="act" value="no">
                  {no}
                </button>
              )}
            </p>
          </form>
        )}
        {canReturn(signup, now) && (
          <p>
            <a class="button" href={`/inschrijven/${signup.session.slug}/`}>
              Meld je opnieuw aan
            </a>
          </p>
        )}
        <Absences {...{ token, signup, now }} />
        <Colleagues
          token={token}
          colleagues={colleagues}
          canRelease={!signup.session.isCancelled && signup.session.startsAt > now}
          isNews={news === "brought"}
        />
        {(canBring(signup, now) || bring.problem !== null) && (
          <BringColleagues {...bring} token={token} session={signup.session.slug} />
        )}
        {yes === null && (
          <p>
            <a href="/mijn/">Naar jouw pagina</a> of{" "}
            <a href={`/programma/${(first ?? signup.session.step).slug}/`}>
              {first === null ? "bekijk andere data" : `kies een datum van ‘${first.title}’`}
            </a>
          </p>
        )}
        {canChange(signup, now) && <OwnDetails told={props} {...{ token, values, faults }} />}
      </div>
    </Page>
  );
};

// Of a colleague we only know the address that somebody typed.
const WhoAreYou = ({
  values,
  faults,
  questions,
}: Pick<ConfirmPageProps, "values" | "faults" | "questions">) => (
  <>
    <p>We weten van jou alleen je adres. Vertel je ons nog wie je bent?</p>
    <LineField name="name" values={values} faults={faults} autocomplete="name" />
    <LineField name="organisation" values={values} faults={faults} autocomplete="organization" isOptional />
    <LineField name="role" values={values} faults={faults} autocomplete="organization-title" isOptional />
    <QuestionFields {...{ questions, values, faults }} />
    <TickField name="consent" values={values} faults={faults} isOptional={false}>
      Jullie mogen deze gegevens bewaren om de bijeenkomst te regelen. <a href="/privacy/">Wat we bewaren</a>
    </TickField>
  </>
);

type Words = { title: string; text: string; yes: string | null; no: string | null };

const only = (title: string, text: string, no: string | null = null): Words => ({
  title,
  text,
  yes: null,
  no,
});

function wordsOf(signup: OwnSignup<SessionView>, now: string): Words {
  const { session, state, placeInLine } = signup;
  const hasBegun = session.startsAt <= now;
  if (session.isCancelled)
    return only(
      `${isRestOff(session) ? "De rest van de reeks" : "Deze bijeenkomst"} gaat niet door`,
      "Je hoeft niets te doen.",
    );
  if (state === "cancelled")
    return only(
      "Je bent niet meer aangemeld",
      signup.isStepOpen
        ? "Je plek is voor iemand anders. Wil je toch komen? Meld je dan opnieuw aan."
        : "Je plek is voor iemand anders. Vroeg je om bericht, dan krijg je een mail als deze stap voor je opengaat.",
    );
  if (state === "confirmed")
    return hasBegun
      ? begunWords(signup, now)
      : only(
          "Je plek is zeker",
          "Je hoeft niets meer te doen. Kun je toch niet? Zeg het hier, dan kan de volgende mee.",
          "Ik kom niet",
        );
  if (hasBegun) return only("Deze bijeenkomst is al begonnen", "Je kunt nu niet meer meedoen.");
  const first = stepBefore(signup, now);
  if (first !== null) return notYetWords(signup, first.title);
  if (state === "waiting" && signup.isConfirmed)
    return only(
      "Je staat op de lijst",
      `Je staat op plaats ${placeInLine ?? 1}. Komt er een plek vrij, dan krijg je een mail.`,
      "Haal me van de lijst",
    );
  return openWords(signup);
}

const begunWords = (signup: OwnSignup<SessionView>, now: string): Words =>
  canBeAbsent(signup, now)
    ? only("Je plek is zeker", "De reeks is begonnen. Tot de volgende keer.")
    : only("Je plek was zeker", "Deze bijeenkomst is al begonnen.");

/** Whether what she told with it can still change. */
const canChange = ({ session, state, hasConsent }: OwnSignup<SessionView>, now: string): boolean =>
  hasConsent &&
  !session.isCancelled &&
  session.startsAt > now &&
  state !== "cancelled" &&
  state !== "expired";

/** Whether who is no longer coming can sign up again. */
const canReturn = ({ session, state, isStepOpen }: OwnSignup<SessionView>, now: string): boolean =>
  state === "cancelled" && isStepOpen && signupWindow(session, now) === "open";

/** Whether others can come along with her. */
const canBring = (signup: OwnSignup<SessionView>, now: string): boolean =>
  canChange(signup, now) && signupWindow(signup.session, now) === "open";

/** The step before it, where she can't come only because she was not there; null where that is not so. */
function stepBefore({ session, state, isStepOpen }: OwnSignup<SessionView>, now: string): StepLink | null {
  const isAhead = !session.isCancelled && session.startsAt > now;
  if (isStepOpen || !isAhead || state === "cancelled" || state === "confirmed") return null;
  return session.step.requires;
}

function notYetWords({ state, isConfirmed, placeInLine }: OwnSignup<SessionView>, first: string): Words {
  const shared = { title: "Deze stap is nog niet open voor je", yes: null };
  if (state === "waiting")
    return {
      ...shared,
      text: `Je staat op plaats ${placeInLine ?? 1} van de wachtlijst. Een plek kan van jou zijn als je bij een bijeenkomst van de stap ‘${first}’ was. Kies daar eerst een datum.`,
      yes: isConfirmed ? null : "Dit adres is van mij, houd mijn plaats",
      no: "Haal me van de lijst",
    };
  return {
    ...shared,
    text: `Je kunt meedoen als je bij een bijeenkomst van de stap ‘${first}’ was. Kies daar eerst een datum.`,
    no: state === "expired" ? null : "Nee, geef mijn plek door",
  };
}

function openWords({ state, heldUntil, offerUntil, placeInLine }: OwnSignup<SessionView>): Words {
  if (state === "waiting")
    return {
      title: "Wil je op de wachtlijst?",
      text: `De bijeenkomst is vol. Je staat op plaats ${placeInLine ?? 1}. Komt er een plek vrij, dan krijg je een mail.`,
      yes: "Ja, zet me op de lijst",
      no: "Nee, liever niet",
    };
  if (state === "expired")
    return {
      title: "Je plek is doorgegeven",
      text: "We hielden een plek voor je vast, maar die tijd is om. Wil je toch komen? Is er nog een plek, dan is hij van jou. Anders kom je op de wachtlijst.",
      yes: "Ja, ik wil toch komen",
      no: null,
    };
  const until = state === "offered" ? offerUntil : heldUntil;
  return {
    title: state === "offered" ? "Er is een plek voor je" : "Kom je?",
    text: `Met de knop is je plek zeker.${until === null ? "" : ` We houden hem voor je vast tot ${momentOf(until)}.`}`,
    yes: "Ja, ik kom",
    no: state === "offered" ? "Nee, geef de plek door" : "Nee, ik kom niet",
  };
}
