import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";

/** What somebody reads before she has herself erased, and the one button for it. */
export const ErasePage = ({ siteUrl }: { siteUrl: string }) => (
  <Page style={styles.form} title="Alles weghalen" description="" path="/mijn/" siteUrl={siteUrl} isPrivate>
    <div class="narrow">
      <h1>Alles van jou weghalen?</h1>
      <p class="lead">Dit kan niet terug.</p>
      <ul>
        <li>Je reacties gaan van de site. Waar iemand jou antwoordde, staat dan alleen “verwijderd”.</li>
        <li>Je plekken komen vrij voor een ander.</li>
        <li>
          Je krijgt geen mail meer en je naam en adres bewaren we niet. Eén laatste mail bevestigt dit. Binnen
          een dag vergeten we ook die.
        </li>
      </ul>
      <form method="post" action="/mijn/wis/">
        <button>Ja, haal alles weg</button>
      </form>
      <p class="quiet">
        Wil je eerst bewaren wat je schreef? <a href="/mijn/gegevens.json">Neem je gegevens mee</a>.{" "}
        <a href="/mijn/">Liever niet</a>
      </p>
    </div>
  </Page>
);
