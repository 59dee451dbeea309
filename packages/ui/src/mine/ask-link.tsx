import { type FaultSentences, FaultSummary, type FormValues, LineField } from "../form/fields.tsx";
import { Notice } from "../page/notice.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";

export type AskLinkPageProps = {
  isSent: boolean;
  /** Whether this browser sent a sign-up form a while ago, of which the address can still be corrected. */
  canCorrect: boolean;
  values: FormValues;
  faults: FaultSentences;
  siteUrl: string;
};

/** A person's own page for a browser that is nobody's yet: how to come in. It never tells whose address is known. */
export const AskLinkPage = ({ isSent, canCorrect, values, faults, siteUrl }: AskLinkPageProps) => (
  <Page style={styles.form} title="Jouw pagina" description="" path="/mijn/" siteUrl={siteUrl} isPrivate>
    <div class="narrow">
      <h1>Jouw pagina</h1>
      <p class="lead">Hier zie je je plekken, je reacties en wat we van je bewaren.</p>
      {isSent && (
        <Notice>
          <p>
            <b>Kijk nu in je mail</b>
          </p>
          <p>
            Kennen we je adres, dan staat daar nu een mail met een link. Geen mail? Kijk ook bij de ongewenste
            mail.
          </p>
        </Notice>
      )}
      <form method="post" action="/mijn/" novalidate>
        <FaultSummary faults={faults} problem={null} />
        <LineField
          name="email"
          type="email"
          values={values}
          faults={faults}
          autocomplete="email"
          why="Het adres waarmee je reageerde of je aanmeldde. Een wachtwoord heb je niet nodig."
        />
        <button>Stuur me een link</button>
      </form>
      {canCorrect && (
        <p>
          Net aangemeld, en een verkeerd adres getypt? <a href="/mijn/adres/">Verbeter je adres</a>
        </p>
      )}
    </div>
  </Page>
);
