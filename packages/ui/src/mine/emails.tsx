import type { EmailState } from "@ontsecretaressen/domain/email";
import { listMomentOf } from "../words/dates.ts";
import { ownEmailWords } from "../words/emails.ts";

/** An email to her, as it stands. Its subject is null until it is written. */
export type OwnEmail = { subject: string | null; state: EmailState; createdAt: string };

/** The last emails to her with what became of each: what did not come can be looked for, or its address mended. */
export const OwnEmails = ({ emails, canCorrect }: { emails: OwnEmail[]; canCorrect: boolean }) => (
  <section>
    <h2>Je mails van ons</h2>
    <ul class="own">
      {emails.map(({ subject, state, createdAt }) => (
        <li>
          {subject ?? "Een mail die we nu schrijven"}
          <br />
          <span class="quiet">
            <time datetime={createdAt}>{listMomentOf(createdAt)}</time>: <b>{toldWords(state)}</b>
          </span>
        </li>
      ))}
    </ul>
    <p class="quiet">
      Zie je een mail niet die wel bezorgd is? Kijk dan ook bij de ongewenste mail. Klopt je adres niet?{" "}
      {canCorrect ? (
        <a href="/mijn/adres/">Verbeter het adres van je aanmelding</a>
      ) : (
        <>
          Meld je opnieuw aan met het goede adres, of <a href="/contact/">laat het ons weten</a>. Dan helpen
          we je.
        </>
      )}
    </p>
  </section>
);

function toldWords(state: EmailState): string {
  const words = ownEmailWords(state);
  return words === "geweigerd" ? "geweigerd: klopt het adres?" : words;
}
