import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { NextStep } from "./next-step.tsx";
import { Notice } from "../page/notice.tsx";
import { Page } from "../page/page.tsx";
import { Fact } from "./session-facts.tsx";
import { SessionRows } from "./session-line.tsx";
import { StonePath } from "../page/stones.tsx";
import * as styles from "../styles/sheets.ts";
import { WishForm, wishWords } from "./wish-form.tsx";
import { priceWords } from "../words/site.ts";

export type StepPageProps = {
  step: StepView;
  sessions: SessionView[];
  notice: "wish_received" | null;
  formKey: string;
  siteUrl: string;
  now: string;
};

/** One step of the plan: what it is, for whom, with whom, for how much, what it opens, and when. */
export const StepPage = ({ step, sessions, notice, formKey, siteUrl, now }: StepPageProps) => (
  <Page
    style={styles.step}
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
      <StepFacts step={step} />
      <div class="prose" dangerouslySetInnerHTML={{ __html: step.html }} />
      <h2>Wanneer</h2>
      {sessions.length === 0 ? (
        <p>Er staat nog geen datum.</p>
      ) : (
        <SessionRows dates={sessions.map((session) => ({ session }))} now={now} />
      )}
      <section id="laat-weten">
        <h2>Laat me weten</h2>
        {notice === "wish_received" ? (
          <Notice>
            <p>
              Kijk nu in je mail. Druk daarin op de knop, dan weten we dat jij het bent en hoor je van ons.
            </p>
          </Notice>
        ) : (
          <>
            <p>{wishWords(step)}</p>
            <WishForm step={step} values={{}} faults={{}} formKey={formKey} />
          </>
        )}
      </section>
    </div>
  </Page>
);

const StepFacts = ({ step }: { step: StepView }) => (
  <dl class="facts">
    {step.forWhom !== "" && <Fact label="Voor wie">{step.forWhom}</Fact>}
    {step.requires !== null && (
      <Fact label="Eerst">
        <a href={`/programma/${step.requires.slug}/`}>{step.requires.title}</a>: was je daar, dan staat deze
        stap voor je open
      </Fact>
    )}
    {step.guides !== "" && <Fact label="Met">{step.guides}</Fact>}
    {step.priceCents !== null && (
      <Fact label="Kosten">
        {priceWords(step.priceCents)}
        {step.payment !== "" && `. ${step.payment}`}
      </Fact>
    )}
    {step.opens !== "" && <Fact label="Hierna">{step.opens}</Fact>}
  </dl>
);
