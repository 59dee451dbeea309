import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import { canEdit, editMinutes, type OwnComment } from "@ontsecretaressen/domain/own-comment";
import { type FaultSentences, FaultSummary, type FormValues, TextField } from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { type Problem, problemSentences } from "../words/site.ts";
import { ownStates } from "../words/comments.ts";

export type OwnCommentPageProps = {
  comment: OwnComment;
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
  now: string;
};

/** Where a writer changes her comment, or takes it away. After a mistake it holds what was typed. */
export const OwnCommentPage = ({ comment, values, faults, problem, siteUrl, now }: OwnCommentPageProps) => (
  <Page style={styles.form} title="Je reactie" description="" path="/mijn/" siteUrl={siteUrl} isPrivate>
    <div class="narrow">
      <h1>Je reactie</h1>
      <p class="lead">
        Bij <a href={`/${comment.article.slug}/#reacties`}>{comment.article.title}</a>. {ownStates(comment)}
      </p>
      {canEdit(comment, now) || problem !== null || Object.keys(faults).length > 0 ? (
        <form method="post" action={`/mijn/reacties/${comment.id}/`} novalidate>
          <FaultSummary faults={faults} problem={problem === null ? null : problemSentences[problem]} />
          <input type="hidden" name="version" value={String(comment.version)} />
          <TextField name="body" values={values} faults={faults} why={whyOf(comment)} />
          <button>Bewaar</button>
        </form>
      ) : (
        <>
          <blockquote dangerouslySetInnerHTML={{ __html: renderComment(comment.body) }} />
          <p class="quiet">
            {comment.isAnswered
              ? "Iemand heeft je geantwoord. Daarom kun je de tekst niet meer aanpassen."
              : `Aanpassen kan tot ${editMinutes} minuten nadat je reactie op de site kwam.`}
          </p>
        </>
      )}
      <h2>Liever weg?</h2>
      <p>
        Je tekst en je naam gaan van de site en we bewaren ze niet.
        {comment.isAnswered && " Omdat iemand je antwoordde, blijft er “verwijderd” staan."}
      </p>
      <form method="post" action={`/mijn/reacties/${comment.id}/weg/`}>
        <button class="plain">Haal mijn reactie weg</button>
      </form>
      <p class="quiet">
        <a href="/mijn/">Terug naar jouw pagina</a>
      </p>
    </div>
  </Page>
);

const whyOf = ({ state }: OwnComment): string =>
  state === "visible"
    ? `Dit kan tot ${editMinutes} minuten nadat je reactie op de site kwam, en tot iemand je antwoordt. Misschien leest een organisator eerst even mee.`
    : "Je kunt de tekst aanpassen zolang hij wacht.";
