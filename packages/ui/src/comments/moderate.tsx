import type { CommentState } from "@ontsecretaressen/domain/comment";
import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import type { ModerationPurpose } from "@ontsecretaressen/domain/link";
import { type FaultSentences, FaultSummary, type FormValues, LineField, TextField } from "../form/fields.tsx";
import { GroundsFields } from "../form/grounds.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { reasonWords, scoreWords } from "../words/comments.ts";

export type ModeratePageProps = {
  token: string;
  purpose: ModerationPurpose;
  isUsed: boolean;
  comment: {
    name: string;
    body: string;
    state: CommentState;
    /** Its number on the site; null when it never stood there. */
    number: number | null;
    answers: string | null;
    answered: string | null;
    reasons: Reason[];
  };
  article: { slug: string; title: string };
  values: FormValues;
  faults: FaultSentences;
  siteUrl: string;
};

const words: Record<ModerationPurpose, { title: string; button: string }> = {
  approve_comment: { title: "Deze reactie plaatsen?", button: "Plaats de reactie" },
  answer_comment: { title: "Plaatsen en antwoorden", button: "Plaats de reactie met je antwoord" },
  reject_comment: { title: "Deze reactie afwijzen?", button: "Wijs de reactie af" },
  spam_comment: { title: "Is dit reclame?", button: "Ja, dit is reclame" },
};

const stands: Record<CommentState, string> = {
  waiting_for_address: "De schrijver moet haar adres nog bevestigen.",
  held: "De reactie wacht op een organisator.",
  visible: "De reactie staat op de site.",
  rejected: "De reactie is afgewezen.",
  spam: "De reactie staat bij de reclame.",
  deleted: "De schrijver heeft de reactie weggehaald.",
};

/** What a link from a moderator's email opens: the comment, why it waits, and the one thing the link is for. */
export const ModeratePage = (props: ModeratePageProps) => {
  const { token, purpose, isUsed, comment, article, values, faults, siteUrl } = props;
  const { title, button } = words[purpose];
  return (
    <Page style={styles.form} title={title} description="" path="/modereer/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        <h1>{isUsed ? "Hier is al iets mee gedaan" : title}</h1>
        <p class="lead">{stands[comment.state]}</p>
        <p class="quiet">
          <b>{comment.name}</b>
          {comment.answers !== null && ` in antwoord op ${comment.answers}`}, bij{" "}
          <a href={`/${article.slug}/`}>{article.title}</a>
        </p>
        <blockquote dangerouslySetInnerHTML={{ __html: renderComment(comment.body) }} />
        {comment.answers !== null && comment.answered !== null && (
          <p class="quiet">
            {comment.answers} schreef: “{comment.answered}”
          </p>
        )}
        {comment.reasons.length > 0 && (
          <>
            <h2>Wat opviel</h2>
            <ul>
              {comment.reasons.map((reason) => (
                <li>{reasonWords(reason)}</li>
              ))}
            </ul>
            <p class="quiet">{scoreWords(comment.reasons)}</p>
          </>
        )}
        {isUsed ? (
          <>
            <Unplaced typed={values["body"] ?? values["statement"] ?? ""} />
            <p>
              <a href="/beheer/reacties/">Naar de reacties in beheer</a>
            </p>
          </>
        ) : (
          <form method="post" action={`/modereer/${token}`} novalidate>
            {purpose === "answer_comment" && (
              <>
                <FaultSummary faults={faults} problem={null} />
                <TextField name="body" values={values} faults={faults} />
                <LineField name="name" values={values} faults={faults} autocomplete="name" />
              </>
            )}
            {purpose === "reject_comment" && comment.number !== null && (
              <>
                <FaultSummary faults={faults} problem={null} />
                <GroundsFields
                  values={values}
                  faults={faults}
                  why="De reactie was al te lezen op de site. De schrijver leest dit in een mail."
                />
              </>
            )}
            <button>{button}</button>
          </form>
        )}
      </div>
    </Page>
  );
};

// Somebody else was quicker: what she wrote is hers to take along.
const Unplaced = ({ typed }: { typed: string }) =>
  typed === "" ? null : (
    <>
      <h2 id="typed">Wat jij schreef</h2>
      <p>Iemand was je voor, dus dit is nergens geplaatst. Kopieer het als je het nog wilt gebruiken.</p>
      <textarea readonly aria-labelledby="typed">{`\n${typed}`}</textarea>
    </>
  );
