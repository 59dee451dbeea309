import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { NextStep } from "./next-step.tsx";
import { Page } from "./page.tsx";
import { SessionLine, SessionRows } from "./session-line.tsx";
import { StepList } from "./step-list.tsx";
import { StonePath } from "./stones.tsx";
import * as styles from "./styles.ts";

export type ProgrammePageProps = {
  steps: StepView[];
  sessions: SessionView[];
  siteUrl: string;
  now: string;
};

const ofStep = (sessions: SessionView[], step: StepView) =>
  sessions.filter((session) => session.step.slug === step.slug);

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
      more={(step) => <StepDates sessions={ofStep(sessions, step)} now={now} />}
    />
    <p class="all">
      Alle data op een rij staan in <a href="/agenda/">de agenda</a>.
    </p>
  </Page>
);

const StepDates = ({ sessions, now }: { sessions: SessionView[]; now: string }) =>
  sessions.length === 0 ? (
    <p class="quiet">Er staat nog geen datum.</p>
  ) : (
    <ul class="rows">
      {sessions.map((session) => (
        <li class={session.isCancelled ? "off when" : "when"}>
          <a href={`/inschrijven/${session.slug}/`}>
            <SessionLine session={session} now={now} />
          </a>
        </li>
      ))}
    </ul>
  );

export type StepPageProps = { step: StepView; sessions: SessionView[]; siteUrl: string; now: string };

/** One step of the plan: what it is, for whom, and when. */
export const StepPage = ({ step, sessions, siteUrl, now }: StepPageProps) => (
  <Page
    style={styles.programme}
    title={step.title}
    description={step.summary}
    path={`/programma/${step.slug}/`}
    siteUrl={siteUrl}
  >
    <div class="narrow">
      <StonePath here={step.position} />
      <p class="quiet">
        Stap {step.position} van <a href="/programma/">het programma</a>
      </p>
      <h1>{step.title}</h1>
      <p class="lead">{step.summary}</p>
      <NextStep sessions={sessions} now={now} />
      <div class="prose" dangerouslySetInnerHTML={{ __html: step.html }} />
      <h2>Wanneer</h2>
      {sessions.length === 0 ? (
        <p>
          Er staat nog geen datum. <a href="/contact/">Laat ons weten</a> dat je interesse hebt, dan mailen we
          je.
        </p>
      ) : (
        <SessionRows sessions={sessions} now={now} />
      )}
    </div>
  </Page>
);
