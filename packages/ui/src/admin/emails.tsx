import type {
  ListedEmail,
  ListedMailing,
  ListedPause,
  ListedSuppression,
} from "@ontsecretaressen/domain/admin-answers";
import type { PauseReason } from "@ontsecretaressen/domain/email-failure";
import { mailingDays } from "@ontsecretaressen/domain/subscriber";
import { AdminFrame, type AdminNotice } from "./frame.tsx";
import { listMomentOf, pastMomentOf } from "../words/dates.ts";
import { Notice } from "../page/notice.tsx";
import { emailStateWords, suppressionWords } from "../words/emails.ts";

const views = {
  aandacht: { label: "Vraagt aandacht", none: "Alle e-mails zijn aangekomen, of nog onderweg." },
  onderweg: { label: "Onderweg", none: "Er is niets onderweg." },
  alle: { label: "Alle", none: "Er is nog geen e-mail geschreven." },
} as const;

export type EmailView = keyof typeof views;

export const emailViews = Object.keys(views) as EmailView[];

export type AdminEmailsPageProps = {
  view: EmailView;
  emails: ListedEmail[];
  /** Where the older ones go on; null when there are none. */
  next: string | null;
  mailings: ListedMailing[];
  suppressions: ListedSuppression[];
  pauses: ListedPause[];
  notice: AdminNotice | null;
};

/** What goes out and what became of it; addresses that get nothing; and why nothing goes at all, when that is so. */
export const AdminEmailsPage = ({
  view,
  emails,
  next,
  mailings,
  suppressions,
  pauses,
  notice,
}: AdminEmailsPageProps) => (
  <AdminFrame title="E-mails" place="/beheer/mails/" notice={notice}>
    {pauses.map((pause) => (
      <Pause pause={pause} />
    ))}
    <nav aria-label="Stand">
      {emailViews.map((one) => (
        <a href={`/beheer/mails/?stand=${one}`} aria-current={one === view ? "page" : undefined}>
          {views[one].label}
        </a>
      ))}
    </nav>
    {emails.length === 0 ? <p>{views[view].none}</p> : <EmailTable emails={emails} />}
    {next !== null && (
      <p>
        <a href={`/beheer/mails/?stand=${view}&voor=${next}`}>Oudere e-mails</a>
      </p>
    )}
    <p>
      <a href="/beheer/mails/voorbeelden/">Zo zien onze mails eruit</a>
    </p>
    {mailings.length > 0 && <Mailings mailings={mailings} />}
    {suppressions.length > 0 && <Suppressions suppressions={suppressions} />}
  </AdminFrame>
);

const EmailTable = ({ emails }: { emails: ListedEmail[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Aan</th>
        <th scope="col">Onderwerp</th>
        <th scope="col">Stand</th>
        <th scope="col">Gemaakt</th>
      </tr>
    </thead>
    <tbody>
      {emails.map((email) => (
        <tr>
          <td>{email.to}</td>
          <td>
            <a href={`/beheer/mails/${email.id}/`}>{email.subject ?? "(nog niet geschreven)"}</a>
          </td>
          <td>
            {emailStateWords[email.state]}
            {email.repeatedBy !== null && ", opnieuw verstuurd"}
          </td>
          <td>
            <time datetime={email.createdAt}>{listMomentOf(email.createdAt)}</time>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const pauseWords: Record<PauseReason, string> = {
  rest: "De maildienst vroeg even rust. De e-mails wachten en gaan zo vanzelf.",
  day: "Er zijn vandaag zoveel e-mails verstuurd als ons abonnement toelaat. De rest wacht en gaat morgen vanzelf.",
  month:
    "Er zijn deze maand zoveel e-mails verstuurd als ons abonnement toelaat. De rest wacht op de nieuwe maand, of op een groter abonnement.",
  refused:
    "De maildienst laat ons niet meer binnen. Alle e-mails wachten, en er gaat niets verloren. Kijk bij Resend of de sleutel en het domein nog kloppen.",
};

const Pause = ({ pause: { reason, beganAt, problem } }: { pause: ListedPause }) => (
  <Notice>
    <p>
      <b>Er gaat nu geen e-mail uit.</b> {pauseWords[reason]}
    </p>
    <p class="quiet">
      Sinds <time datetime={beganAt}>{pastMomentOf(beganAt)}</time>. Wat de dienst zei: {problem}
    </p>
    <form method="post" action={`/beheer/mails/pauze/${reason}`}>
      <button>Probeer het nu</button>
    </form>
  </Notice>
);

const Mailings = ({ mailings }: { mailings: ListedMailing[] }) => (
  <section>
    <h2>Nieuwe artikelen in de mail</h2>
    <ul class="held">
      {mailings.map((mailing) => (
        <li>
          <a href={`/${mailing.article.slug}/`}>{mailing.article.title}</a>, {mailingWords(mailing)}
        </li>
      ))}
    </ul>
  </section>
);

function mailingWords({ subscribers, written, missed, doneAt, beganAt }: ListedMailing): string {
  const readers = subscribers === 1 ? "1 lezer" : `de ${subscribers} lezers`;
  const told = `sinds ${pastMomentOf(beganAt)}: geschreven aan ${written} van ${readers}`;
  if (doneAt === null) return `${told}. De rest volgt, elke dag een deel.`;
  return missed === 0
    ? `${told}. Klaar.`
    : `${told}. Na ${mailingDays} dagen is het geen nieuws meer: ${missed} ${missed === 1 ? "kreeg" : "kregen"} er geen mail over.`;
}

const Suppressions = ({ suppressions }: { suppressions: ListedSuppression[] }) => (
  <section>
    <h2>Adressen die geen mail krijgen ({suppressions.length})</h2>
    <p>
      Maak je een adres vrij, dan gaan nieuwe e-mails er weer heen. Wat we tegenhielden verstuur je zelf
      opnieuw. De maildienst houdt ook een lijst bij: staat het adres daar ook op, haal het er dan bij Resend
      af.
    </p>
    <ul class="held">
      {suppressions.map(({ id, address, reason, at }) => (
        <li>
          <p>
            <b>{address}</b> {suppressionWords[reason]}, <time datetime={at}>{pastMomentOf(at)}</time>
          </p>
          <form method="post" action={`/beheer/mails/adressen/${id}`}>
            <button class="plain">Maak vrij</button>
          </form>
        </li>
      ))}
    </ul>
  </section>
);
