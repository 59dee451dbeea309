import type { Pace } from "@ontsecretaressen/domain/comment";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";

export type UnsubscribePageProps = {
  token: string;
  /** Null is every conversation that she follows. */
  article: { slug: string; title: string } | null;
  pace: Pace;
  siteUrl: string;
};

const stands: Record<Pace, string> = {
  at_once: "Je krijgt nu een mail bij elke nieuwe reactie.",
  daily: "Je krijgt nu één mail per dag als er nieuwe reacties zijn.",
  never: "Je krijgt hier geen mail meer over.",
};

const choices = [
  { pace: "never", label: "Geen mail meer" },
  { pace: "daily", label: "Eén mail per dag" },
  { pace: "at_once", label: "Een mail bij elke reactie" },
] as const;

/** What the last link in an email about a conversation opens. Looking at it changes nothing. */
export const UnsubscribePage = ({ token, article, pace, siteUrl }: UnsubscribePageProps) => (
  <Page
    style={styles.form}
    title="Mail over dit gesprek"
    description=""
    path="/afmelden/"
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Mail over dit gesprek</h1>
      <p class="lead">
        {article === null ? (
          "Over alle gesprekken die je volgt"
        ) : (
          <a href={`/${article.slug}/#reacties`}>{article.title}</a>
        )}
        . {stands[pace]}
      </p>
      {choices
        .filter((choice) => choice.pace !== pace)
        .map((choice, index) => (
          <Choice {...choice} token={token} isPlain={index > 0} />
        ))}
    </div>
  </Page>
);

const Choice = (props: { token: string; pace: Pace; label: string; isPlain: boolean }) => (
  <form method="post" action={`/afmelden/${props.token}`}>
    <input type="hidden" name="pace" value={props.pace} />
    <button class={props.isPlain ? "plain" : undefined}>{props.label}</button>
  </form>
);
