import type { Question } from "@ontsecretaressen/domain/question";
import {
  isRestOff,
  laterAhead,
  seatsLeft,
  type SessionView,
  signupWindow,
} from "@ontsecretaressen/domain/session";
import { holdHours } from "@ontsecretaressen/domain/signup";
import type { Child } from "hono/jsx";
import { momentOf } from "../words/dates.ts";
import { LinkedData, sessionThing } from "../page/linked-data.tsx";
import { Notice } from "../page/notice.tsx";
import { Page } from "../page/page.tsx";
import { Fact, SessionFacts } from "../programme/session-facts.tsx";
import { SeatsLeft } from "../programme/session-line.tsx";
import { SignupForm } from "./form.tsx";
import * as styles from "../styles/sheets.ts";

export type SignupPageProps = {
  session: SessionView;
  questions: Question[];
  notice: "signup_received" | null;
  formKey: string;
  siteUrl: string;
  now: string;
};

/** One date with everything about it, and its form while people can still come. */
export const SignupPage = ({ session, questions, notice, formKey, siteUrl, now }: SignupPageProps) => (
  <Page
    style={styles.signup}
    title={session.title}
    description={session.summary}
    path={`/inschrijven/${session.slug}/`}
    siteUrl={siteUrl}
    data={<LinkedData things={[sessionThing(session, siteUrl, now)]} />}
  >
    <div class="narrow">
      <p class="quiet">
        Stap {session.step.position}: <StepLink step={session.step} />
      </p>
      <h1>{session.title}</h1>
      {session.isCancelled && <CalledOff session={session} />}
      {session.summary !== "" && <p class="lead">{session.summary}</p>}
      <SessionFacts session={session}>
        {!session.isCancelled && (
          <Fact label="Plek">
            <SeatsLeft session={session} now={now} />
          </Fact>
        )}
        {session.closesAt !== null && signupWindow(session, now) === "open" && (
          <Fact label="Aanmelden">tot {momentOf(session.closesAt)}</Fact>
        )}
      </SessionFacts>
      {session.isOnline && (
        <p>Je doet mee vanachter je scherm. De link staat op je eigen pagina zodra je plek zeker is.</p>
      )}
      <div id="aanmelden">
        {notice === "signup_received" ? (
          <Received />
        ) : (
          <SignupOrWhyNot session={session} questions={questions} formKey={formKey} now={now} />
        )}
      </div>
    </div>
  </Page>
);

const StepLink = ({ step }: { step: { slug: string; title: string } }) => (
  <a href={`/programma/${step.slug}/`}>{step.title.toLowerCase()}</a>
);

const CalledOff = ({ session }: { session: SessionView }) => (
  <div class="thanks">
    <h2>{isRestOff(session) ? "De rest van de reeks" : "Dit"} gaat niet door</h2>
    <p>{session.cancelReason === "" ? "Wie een plek had, heeft bericht gekregen." : session.cancelReason}</p>
  </div>
);

const SignupOrWhyNot = ({
  session,
  questions,
  formKey,
  now,
}: Pick<SignupPageProps, "session" | "questions" | "formKey" | "now">) => {
  const { step } = session;
  switch (signupWindow(session, now)) {
    case "cancelled":
      return <WhyNot step={step}>Je kunt je hier niet meer voor aanmelden.</WhyNot>;
    case "begun":
      return (
        <WhyNot step={step}>
          {laterAhead(session, now).length === 0
            ? "Deze bijeenkomst is geweest."
            : "Deze reeks is begonnen. Je kunt nu niet meer instappen."}
        </WhyNot>
      );
    case "closed":
      return <WhyNot step={step}>Aanmelden kan niet meer.</WhyNot>;
    case "not_yet":
      return <WhyNot step={step}>Je kunt je nog niet aanmelden. Zet het alvast in je agenda.</WhyNot>;
    default: {
      const isFull = seatsLeft(session.seats) === 0;
      return (
        <>
          <h2>{isFull ? "Op de wachtlijst" : "Kom je ook?"}</h2>
          {step.requires !== null && <FollowsOn step={step} before={step.requires} />}
          {isFull && <p>Komt er een plek vrij, dan krijg je een mail. Je zit nergens aan vast.</p>}
          <SignupForm
            slug={session.slug}
            questions={questions}
            values={{}}
            faults={{}}
            formKey={formKey}
            isFull={isFull}
          />
        </>
      );
    }
  }
};

/** For whom this date is, and where to begin instead; whether she was there is never told here. */
const FollowsOn = ({ step, before }: { step: { slug: string }; before: { slug: string; title: string } }) => (
  <p>
    Deze stap volgt op de stap <StepLink step={before} />. Was je daar, dan staat hij voor je open. Nog niet
    geweest? <a href={`/programma/${before.slug}/`}>Begin daar</a>, of laat je{" "}
    <a href={`/programma/${step.slug}/#laat-weten`}>mailen als het zover is</a>.
  </p>
);

const WhyNot = ({ step, children }: { step: { slug: string }; children?: Child }) => (
  <p>
    {children} <a href={`/programma/${step.slug}/`}>Kijk of er een andere datum is</a>, of laat je{" "}
    <a href={`/programma/${step.slug}/#laat-weten`}>mailen als er een bij komt</a>.
  </p>
);

const Received = () => (
  <Notice>
    <h2>Kijk nu in je mail</h2>
    <p>
      Er is een mail naar je onderweg. Druk daarin op de knop, dan weten we zeker dat jij het bent. Doe dat
      binnen {holdHours} uur.
    </p>
    <p>
      Meldde je je net ook al aan? Dan is de mail van toen de goede, en komt er geen nieuwe. Op{" "}
      <a href="/mijn/">jouw pagina</a> zie je hoe je aanmelding ervoor staat.
    </p>
    <p>
      Geen mail? Kijk ook bij de ongewenste mail. Of{" "}
      <a href="/mijn/adres/">zie of hij bezorgd is, en verbeter je adres</a>.
    </p>
  </Notice>
);
