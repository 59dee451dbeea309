import type { Child } from "hono/jsx";
import { isOpenForSignup, seatsLeft, type SessionView } from "@ontsecretaressen/domain/session";
import { holdHours } from "@ontsecretaressen/domain/signup";
import {
  type FaultSentences,
  FaultSummary,
  type FormValues,
  HiddenField,
  LineField,
  TextField,
  TickField,
} from "./fields.tsx";
import { LinkedData, sessionThing } from "./linked-data.tsx";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";
import { SessionFacts } from "./session-facts.tsx";
import { SeatsLeft } from "./session-line.tsx";
import * as styles from "./styles.ts";
import { type Problem, problemSentences } from "./words.ts";

export type SignupPageProps = {
  session: SessionView;
  notice: "signup_received" | null;
  formKey: string;
  siteUrl: string;
  now: string;
};

/** One date with everything about it, and its form while people can still come. */
export const SignupPage = ({ session, notice, formKey, siteUrl, now }: SignupPageProps) => (
  <Page
    style={styles.signup}
    title={session.title}
    description={session.summary}
    path={`/inschrijven/${session.slug}/`}
    siteUrl={siteUrl}
    data={<LinkedData things={[sessionThing(session, siteUrl)]} />}
  >
    <div class="narrow">
      <p class="quiet">
        Stap {session.step.position}:{" "}
        <a href={`/programma/${session.step.slug}/`}>{session.step.title.toLowerCase()}</a>
      </p>
      <h1>{session.title}</h1>
      {session.summary !== "" && <p class="lead">{session.summary}</p>}
      <SessionFacts session={session}>
        <dt>Plek</dt>
        <dd>
          <SeatsLeft session={session} now={now} />
        </dd>
      </SessionFacts>
      <div id="aanmelden">
        {notice === "signup_received" ? (
          <Received />
        ) : (
          <SignupOrWhyNot session={session} formKey={formKey} now={now} />
        )}
      </div>
    </div>
  </Page>
);

const SignupOrWhyNot = ({ session, formKey, now }: Pick<SignupPageProps, "session" | "formKey" | "now">) => {
  if (session.isCancelled) return <WhyNot text="Deze bijeenkomst gaat niet door." step={session.step.slug} />;
  if (!isOpenForSignup(session, now)) {
    return <WhyNot text="Deze bijeenkomst is geweest." step={session.step.slug} />;
  }
  const isFull = seatsLeft(session.seats) === 0;
  return (
    <>
      <h2>{isFull ? "Op de wachtlijst" : "Kom je ook?"}</h2>
      {isFull && <p>Komt er een plek vrij, dan krijg je een mail. Je zit nergens aan vast.</p>}
      <SignupForm slug={session.slug} values={{}} faults={{}} formKey={formKey} isFull={isFull} />
    </>
  );
};

const WhyNot = ({ text, step }: { text: string; step: string }) => (
  <p>
    {text} <a href={`/programma/${step}/`}>Kijk of er een andere datum is.</a>
  </p>
);

const Received = () => (
  <Notice>
    <h2>Kijk nu in je mail</h2>
    <p>
      We hebben je een e-mail gestuurd. Druk daarin op de knop, dan weten we zeker dat jij het bent. Doe dat
      binnen {holdHours} uur.
    </p>
    <p>Geen mail? Kijk ook bij de ongewenste mail, of meld je hier nog een keer aan.</p>
  </Notice>
);

type SignupFormProps = {
  slug: string;
  values: FormValues;
  faults: FaultSentences;
  formKey: string;
  isFull?: boolean;
  /** What to mend, on top of a form that came back. */
  summary?: Child;
};

const SignupForm = ({ slug, values, faults, formKey, isFull = false, summary }: SignupFormProps) => (
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
    <TextField
      name="note"
      values={values}
      faults={faults}
      why="Bijvoorbeeld wat je wilt bespreken, of wat je niet eet."
      isOptional
    />
    <TextField
      name="together"
      values={values}
      faults={faults}
      why="Zet hier hun e-mailadressen; dan weten wij wie bij elkaar horen. Zij melden zich zelf aan."
      isOptional
    />
    <TickField name="consent" values={values} faults={faults} isOptional={false}>
      Jullie mogen deze gegevens bewaren om de bijeenkomst te regelen. <a href="/privacy/">Wat we bewaren</a>
    </TickField>
    <button>{isFull ? "Zet me op de wachtlijst" : "Meld me aan"}</button>
  </form>
);

export type SignupRetryProps = {
  session: { slug: string };
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/** The answer to a signup that could not be kept: the same form, nothing lost. */
export const SignupRetryPage = ({ session, values, faults, problem, siteUrl }: SignupRetryProps) => (
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
        Wat je invulde is er nog. <a href={`/inschrijven/${session.slug}/`}>Terug naar de bijeenkomst</a>
      </p>
      <SignupForm
        slug={session.slug}
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
