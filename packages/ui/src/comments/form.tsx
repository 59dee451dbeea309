import type { Child } from "hono/jsx";
import { beginningOf } from "../articles/beginning.ts";
import {
  type FaultSentences,
  FaultSummary,
  type FormValues,
  HiddenField,
  LineField,
  TextField,
  TickField,
} from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { type Problem, problemSentences } from "../words/site.ts";

export type ReplyTo = { id: string; number: number | null; name: string; html: string };

export type CommentFormProps = {
  article: { slug: string };
  values: FormValues;
  faults: FaultSentences;
  replyTo: ReplyTo | null;
  formKey: string;
  /** What to mend, on top of a form that came back. */
  summary?: Child;
  /** What is asked above its button. */
  children?: Child;
};

/** The form under an article. After a mistake it holds everything that was typed. */
export const CommentForm = ({
  article,
  values,
  faults,
  replyTo,
  formKey,
  summary,
  children,
}: CommentFormProps) => {
  const parent = replyTo?.id ?? values["parent"] ?? "";
  return (
    <form method="post" action="/api/comments" novalidate>
      {summary}
      <HiddenField name="article" value={article.slug} />
      {parent !== "" && <HiddenField name="parent" value={parent} />}
      <HiddenField name="key" value={formKey} />
      {/* Nobody sees it, and no browser has a name like it to fill in: who does is a program. */}
      <p hidden>
        <input name="subject" />
      </p>
      <TextField name="body" values={values} faults={faults} />
      <LineField
        name="name"
        values={values}
        faults={faults}
        autocomplete="name"
        why="Zo staat hij bij je reactie."
      />
      <LineField
        name="email"
        type="email"
        values={values}
        faults={faults}
        autocomplete="email"
        why="Voor een mail met een knop. Niet op de site."
      />
      <TickField name="notify" values={values} faults={faults}>
        Mail me over dit gesprek
      </TickField>
      {children}
      <button>Plaats je reactie</button>
    </form>
  );
};

const QUOTE_LENGTH = 240;

/** What somebody answers, above her form. */
export const Answered = ({ html }: ReplyTo) => (
  <blockquote class="quiet">{beginningOf(html, QUOTE_LENGTH)}</blockquote>
);

export type CommentRetryProps = {
  slug: string;
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  replyTo: ReplyTo | null;
  /** The key with which Turnstile asks whether somebody is a program; null where it is not asked. */
  siteKey: string | null;
  siteUrl: string;
};

/** The answer to a comment that could not be kept: the same form, nothing lost. */
export const CommentRetryPage = ({
  slug,
  values,
  faults,
  problem,
  replyTo: asked,
  siteKey,
  siteUrl,
}: CommentRetryProps) => {
  // What it answered is gone: the same form can still be sent, as a comment of its own.
  const replyTo = problem === "no_parent" ? null : asked;
  return (
    <Page
      style={styles.form}
      title="Je reactie staat er nog niet"
      description=""
      path={`/${slug}/`}
      siteUrl={siteUrl}
      isPrivate
    >
      <div class="narrow">
        <h1>Je reactie staat er nog niet</h1>
        <p class="lead">
          Wat je schreef is er nog. <a href={`/${slug}/`}>Terug naar het artikel</a>
        </p>
        {replyTo !== null && (
          <>
            <p class="quiet">Je antwoordt op {replyTo.name}:</p>
            <Answered {...replyTo} />
          </>
        )}
        <CommentForm
          article={{ slug }}
          values={problem === "no_parent" ? { ...values, parent: "" } : values}
          faults={faults}
          replyTo={replyTo}
          formKey={values["key"] ?? ""}
          summary={
            <FaultSummary faults={faults} problem={problem === null ? null : problemSentences[problem]} />
          }
        >
          {siteKey !== null && <Challenge siteKey={siteKey} />}
        </CommentForm>
      </div>
    </Page>
  );
};

// Turnstile's own script: the only one from elsewhere, and only on a form that came back.
const Challenge = ({ siteKey }: { siteKey: string }) => (
  <>
    <div class="cf-turnstile" data-sitekey={siteKey} data-action="comment" data-language="nl" />
    <script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer />
    <noscript>
      <p>
        Hiervoor is JavaScript nodig. Gaat dat niet? Mail je reactie naar{" "}
        <a href="mailto:redactie@ontsecretaressen.eu">redactie@ontsecretaressen.eu</a>, dan plaatsen wij hem.
      </p>
    </noscript>
  </>
);
