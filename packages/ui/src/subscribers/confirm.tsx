import type { Category } from "@ontsecretaressen/domain/article";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { aboutWords } from "./subscribe.tsx";

export type ConfirmSubscriberPageProps = {
  token: string;
  ask: { isUsed: boolean; categories: Category[] | null };
  siteUrl: string;
};

/** What the link opens that proves a subscriber's address: one button. Looking at it changes nothing. */
export const ConfirmSubscriberPage = ({ token, ask, siteUrl }: ConfirmSubscriberPageProps) => {
  const title = ask.isUsed ? "Dit heb je al bevestigd" : "Nieuwe artikelen in je mail?";
  return (
    <Page style={styles.form} title={title} description="" path="/bevestig/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        <h1>{title}</h1>
        <p class="lead">
          {ask.isUsed
            ? "Je hoeft niets meer te doen."
            : `Met de knop krijg je een mail bij elk nieuw artikel${aboutWords(ask.categories)}.`}
        </p>
        <form method="post" action={`/bevestig/${token}`}>
          <button>{ask.isUsed ? "Bekijk je keuze" : "Ja, mail me"}</button>
        </form>
      </div>
    </Page>
  );
};
