import type { CommentState } from "@ontsecretaressen/domain/comment";
import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import { toldState } from "@ontsecretaressen/domain/own-comment";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { ownStates } from "../words/comments.ts";

export type ConfirmCommentPageProps = {
  token: string;
  comment: {
    name: string;
    body: string;
    articleSlug: string;
    articleTitle: string;
    state: CommentState;
    isProved: boolean;
  };
  siteUrl: string;
};

/** What the link in the email about a comment opens: the comment, one button. Looking at it changes nothing. */
export const ConfirmCommentPage = ({ token, comment, siteUrl }: ConfirmCommentPageProps) => {
  const { isProved } = comment;
  const title = isProved ? "Je reactie is binnen" : "Is dit jouw reactie?";
  const isOnItsWay = !isProved && toldState(comment) === "waiting";
  return (
    <Page style={styles.form} title={title} description="" path="/bevestig/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        <p class="quiet">Dag {comment.name}</p>
        <h1>{title}</h1>
        <p class="lead">
          {isProved
            ? "Dat had je al bevestigd. Je hoeft niets meer te doen."
            : "Met de knop weten we dat dit adres van jou is."}{" "}
          {isOnItsWay ? "Dan gaat je reactie door." : ownStates(comment)}
        </p>
        <blockquote dangerouslySetInnerHTML={{ __html: renderComment(comment.body) }} />
        <p class="quiet">
          Bij <a href={`/${comment.articleSlug}/`}>{comment.articleTitle}</a>
        </p>
        {!isProved && (
          <form method="post" action={`/bevestig/${token}`}>
            <button>Ja, deze is van mij</button>
          </form>
        )}
      </div>
    </Page>
  );
};
