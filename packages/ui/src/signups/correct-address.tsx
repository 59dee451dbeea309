import type { EmailState } from "@ontsecretaressen/domain/email";
import { type FaultSentences, FaultSummary, type FormValues, LineField } from "../form/fields.tsx";
import { Notice } from "../page/notice.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { ownEmailWords } from "../words/emails.ts";
import { type Problem, problemSentences } from "../words/site.ts";

/** What became of an email, and whether it was sent a moment ago. */
type MailState = { state: EmailState; isJustSent: boolean };

export type CorrectAddressPageProps = {
  /** Where the email went. */
  email: string;
  session: string;
  isSent: boolean;
  /** Null where it is not looked at. */
  mail: MailState | null;
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/** For the browser that just sent a sign-up form: the address in it, to correct. */
export const CorrectAddressPage = (props: CorrectAddressPageProps) => {
  const { email, session, isSent, mail, values, faults, problem, siteUrl } = props;
  return (
    <Page
      style={styles.form}
      title="Klopt je adres?"
      description=""
      path="/mijn/adres/"
      siteUrl={siteUrl}
      isPrivate
    >
      <div class="narrow">
        <h1>Klopt je adres?</h1>
        {isSent && (
          <Notice>
            <p>
              We sturen een nieuwe mail naar <b>{email}</b>. De knop in de vorige mail werkt niet meer.
            </p>
          </Notice>
        )}
        {mail !== null && <WhereItIs email={email} mail={mail} />}
        <form method="post" action="/mijn/adres/" novalidate>
          <FaultSummary faults={faults} problem={problem === null ? null : problemSentences[problem]} />
          <LineField
            name="email"
            type="email"
            label="Het goede adres"
            values={values}
            faults={faults}
            autocomplete="email"
            why="Alles wat je invulde blijft staan, en de plek die we vasthouden ook."
          />
          <button>Stuur de mail naar dit adres</button>
        </form>
        <p>
          <a href={`/inschrijven/${session}/`}>Terug naar de bijeenkomst</a>
        </p>
      </div>
    </Page>
  );
};

const WhereItIs = ({ email, mail }: { email: string; mail: MailState }) => {
  const words = ownEmailWords(mail.state);
  if (words === "geweigerd" || words === "niet verstuurd")
    return (
      <p class="lead">
        Onze mail kwam niet aan bij <b>{email}</b>. Kijk of het adres klopt. Klopt het wel?{" "}
        <a href="/contact/">Laat het ons weten</a>, dan zoeken we uit hoe we je bereiken.
      </p>
    );
  if (words === "onderweg" || mail.isJustSent)
    return (
      <p class="lead">
        Onze mail is onderweg naar <b>{email}</b>. Klopt het adres, dan hoef je hier niets te doen.
      </p>
    );
  return (
    <p class="lead">
      Onze mail is bezorgd bij <b>{email}</b>. Zie je hem niet? Kijk dan ook bij de ongewenste mail.
    </p>
  );
};

/** For that browser when the button in the email was pressed meanwhile: the address was right after all. */
export const AlreadyConfirmedPage = ({ email, siteUrl }: { email: string; siteUrl: string }) => (
  <Page
    style={styles.form}
    title="Je aanmelding is al bevestigd"
    description=""
    path="/mijn/adres/"
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Je aanmelding is al bevestigd</h1>
      <p class="lead">
        Onze mail kwam dus goed aan bij <b>{email}</b>. We hebben niets veranderd, en je hoeft hier niets meer
        te doen.
      </p>
      <p>
        <a class="button" href="/mijn/">
          Naar jouw pagina
        </a>
      </p>
      <p>
        Wil je onze mails liever op een ander adres? Meld je daarmee opnieuw aan en zeg deze plek af, of{" "}
        <a href="/contact/">laat het ons weten</a>. Dan helpen we je.
      </p>
    </div>
  </Page>
);
