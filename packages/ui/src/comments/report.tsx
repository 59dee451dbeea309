import { commentPath, type Conversation } from "@ontsecretaressen/domain/comment";
import { type ReportableComment, reportPath } from "@ontsecretaressen/domain/report";
import { beginningOf } from "../articles/beginning.ts";
import { ChoiceField } from "../form/choice-field.tsx";
import {
  type FaultSentences,
  FaultSummary,
  type FormValues,
  HiddenField,
  LineField,
  TextField,
} from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import { Pages } from "../page/pages.tsx";
import * as styles from "../styles/sheets.ts";
import { type Problem, problemSentences } from "../words/site.ts";
import { reasonChoices } from "../words/reports.ts";

type ArticleNamed = { slug: string; title: string };

export type ReportPageProps = {
  /** What it is about; null when a form comes back without it being known. */
  about: { comment: ReportableComment; article: ArticleNamed } | null;
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/** Where somebody tells what is wrong with a comment. After a mistake it holds everything that was typed. */
export const ReportPage = ({ about, values, faults, problem, siteUrl }: ReportPageProps) => {
  const isBack = problem !== null || Object.keys(faults).length > 0;
  return (
    <Page
      style={styles.form}
      title="Een reactie melden"
      description=""
      path="/melden/"
      siteUrl={siteUrl}
      isPrivate
    >
      <div class="narrow">
        <h1>{isBack ? "Je melding is er nog niet" : "Een reactie melden"}</h1>
        <p class="lead">
          {isBack
            ? "Wat je invulde is er nog."
            : "Vertel ons wat er mis is. Een organisator leest het en beslist."}
        </p>
        {about !== null && (
          <>
            <p class="quiet">
              <b>{about.comment.name}</b> schreef bij{" "}
              <a href={commentPath(about.article.slug, about.comment)}>{about.article.title}</a>:
            </p>
            <blockquote dangerouslySetInnerHTML={{ __html: about.comment.html }} />
          </>
        )}
        <form method="post" action="/api/reports" novalidate>
          <FaultSummary faults={faults} problem={problem === null ? null : problemSentences[problem]} />
          <HiddenField name="comment" value={values["comment"] ?? ""} />
          <HiddenField name="key" value={values["key"] ?? ""} />
          {/* As under an article: who fills it in is a program. */}
          <p hidden>
            <input name="subject" />
          </p>
          <ChoiceField
            name="reason"
            label="Wat is er mis?"
            choices={reasonChoices}
            values={values}
            faults={faults}
          />
          <TextField
            name="explanation"
            values={values}
            faults={faults}
            why="Bij “Strafbaar” en bij “Iets anders” kunnen we niet zonder."
            isOptional
          />
          <LineField
            name="email"
            type="email"
            values={values}
            faults={faults}
            autocomplete="email"
            why="Dan mailen we je wat we besluiten en waarom. Wie de reactie schreef, ziet het niet."
            isOptional
          />
          <button>Meld deze reactie</button>
        </form>
      </div>
    </Page>
  );
};

export type ReportListPageProps = { article: ArticleNamed; conversation: Conversation; siteUrl: string };

/** Where somebody picks the comment that she wants to report, on the page of the conversation where she saw it. */
export const ReportListPage = ({ article, conversation, siteUrl }: ReportListPageProps) => (
  <Page
    style={`${styles.form}${styles.pages}`}
    title="Een reactie melden"
    description=""
    path="/melden/"
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Welke reactie wil je melden?</h1>
      <p class="lead">
        Bij <a href={`/${article.slug}/#reacties`}>{article.title}</a>
      </p>
      <ol>
        {conversation.comments
          .filter(({ isDeleted }) => !isDeleted)
          .map(({ id, number, name, html }) => (
            <li value={number ?? undefined}>
              <a href={`/melden/${id}`}>De reactie van {name}</a>
              <p>{beginningOf(html, BEGIN_MAX)}</p>
            </li>
          ))}
      </ol>
      <Pages
        addressOf={(page) => reportPath(article.slug, { ...conversation, page })}
        page={conversation.page}
        last={conversation.pages}
        before="Terug"
        after="Verder"
      />
    </div>
  </Page>
);

const BEGIN_MAX = 160;
