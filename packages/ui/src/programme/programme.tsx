import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { NextStep } from "./next-step.tsx";
import { Page } from "../page/page.tsx";
import { SessionRest } from "./session-line.tsx";
import { SessionTime } from "./session-time.tsx";
import { StepList } from "./step-list.tsx";
import * as styles from "../styles/sheets.ts";
import { priceWords } from "../words/site.ts";

export type ProgrammePageProps = {
  steps: StepView[];
  sessions: SessionView[];
  siteUrl: string;
  now: string;
};

const ofStep = (sessions: SessionView[], step: StepView) =>
  sessions.filter((session) => session.step.slug === step.slug && !session.isCancelled);

/** The step plan as a whole: three stones, what each is for, and its dates. */
export const ProgrammePage = ({ steps, sessions, siteUrl, now }: ProgrammePageProps) => (
  <Page
    style={styles.programme}
    title="Het programma"
    description="In drie stappen naar werk dat bij je past: rondetafel, workshops en intervisie."
    path="/programma/"
    siteUrl={siteUrl}
  >
    <h1>Drie stappen, in jouw tempo</h1>
    <p class="lead intro">
      Je begint met een gesprek aan tafel. Wil je verder, dan opent elke stap de volgende. Stoppen mag na elke
      stap.
    </p>
    <NextStep sessions={sessions} now={now} />
    <StepList
      steps={steps}
      heading="h2"
      more={(step) => (
        <>
          <p class="quiet">{aboutWords(step)}</p>
          <StepDates sessions={ofStep(sessions, step)} now={now} />
        </>
      )}
    />
    <p class="all">
      Alle data op een rij staan in <a href="/agenda/">de agenda</a>.
    </p>
  </Page>
);

/** In one line: "na de workshops, € 45, met Pauline Schreuder". */
const aboutWords = ({ requires, priceCents, guides }: StepView): string =>
  [
    requires === null ? "hier begin je" : `na: ${requires.title.toLowerCase()}`,
    ...(priceCents === null ? [] : [priceWords(priceCents)]),
    ...(guides === "" ? [] : [`met ${guides}`]),
  ].join("\u00a0· ");

const StepDates = ({ sessions, now }: { sessions: SessionView[]; now: string }) =>
  sessions.length === 0 ? (
    <p class="quiet">Er staat nog geen datum.</p>
  ) : (
    <ul class="rows">
      {sessions.map((session) => (
        <li class="when">
          <a href={`/inschrijven/${session.slug}/`}>
            <SessionTime session={session} now={now} />
          </a>
          <br />
          <SessionRest session={session} now={now} />
        </li>
      ))}
    </ul>
  );
