import type { ArticleSummary, Category } from "@ontsecretaressen/domain/article";
import type { LatestComment } from "@ontsecretaressen/domain/comment";
import type { SessionView, StepView } from "@ontsecretaressen/domain/session";
import { ArticleRow } from "./row.tsx";
import { LatestComments } from "./latest-comments.tsx";
import { LinkedData, organisationThing } from "../page/linked-data.tsx";
import { NextStep } from "../programme/next-step.tsx";
import { Page } from "../page/page.tsx";
import { SessionRows } from "../programme/session-line.tsx";
import { StepList } from "../programme/step-list.tsx";
import { StonePath } from "../page/stones.tsx";
import * as styles from "../styles/sheets.ts";
import { Subjects } from "../page/subjects.tsx";
import { siteName } from "../words/site.ts";

export type HomePageProps = {
  articles: ArticleSummary[];
  categories: Category[];
  comments: LatestComment[];
  steps: StepView[];
  sessions: SessionView[];
  siteUrl: string;
  now: string;
};

/** The front page: what this is, what there is to read, the three steps, and the next dates. */
export const HomePage = ({
  articles,
  categories,
  comments,
  steps,
  sessions,
  siteUrl,
  now,
}: HomePageProps) => (
  <Page
    style={styles.home}
    title={siteName}
    description="Magazine en beweging voor mensen in office support die hun vak zien veranderen."
    path="/"
    siteUrl={siteUrl}
    data={<LinkedData things={[organisationThing(siteUrl)]} />}
  >
    <Hero sessions={sessions} now={now} />
    <section>
      <h2>Om te lezen</h2>
      <ul class="rows reads">
        {articles.map((article) => (
          <li>
            <ArticleRow article={article} heading="h3" />
          </li>
        ))}
      </ul>
      <p class="on">
        <a href="/artikelen/">Alle artikelen</a>, of <a href="/volgen/">volg ons via e-mail</a>
      </p>
      <Subjects categories={categories} />
    </section>
    {comments.length > 0 && (
      <section>
        <h2>Wat er gezegd wordt</h2>
        <LatestComments comments={comments} />
      </section>
    )}
    <section>
      <h2>In drie stappen</h2>
      <StepList steps={steps} heading="h3" />
    </section>
    {sessions.length > 0 && (
      <section>
        <h2>De volgende data</h2>
        <SessionRows dates={sessions.map((session) => ({ session }))} now={now} />
      </section>
    )}
  </Page>
);

const Hero = ({ sessions, now }: Pick<HomePageProps, "sessions" | "now">) => (
  <div class="hero">
    <div>
      <h1>
        <span>Je werk verandert.</span> <span>Waar wil jij naartoe?</span>
      </h1>
      <p class="lead">
        Wij zijn mensen in office support die hun vak zien veranderen. We lezen, praten en gaan samen op weg,
        stap voor stap.
      </p>
      <NextStep
        sessions={sessions}
        now={now}
        otherwise={{ label: "Bekijk het programma", href: "/programma/" }}
      />
    </div>
    <StonePath />
  </div>
);
