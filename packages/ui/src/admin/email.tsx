import type { WholeEmail } from "@ontsecretaressen/domain/admin-answers";
import { type EmailAct, fittingActs } from "@ontsecretaressen/domain/email";
import { AdminFrame, type AdminNotice } from "./frame.tsx";
import { listMomentOf, pastMomentOf } from "../words/dates.ts";
import { type FaultSentences, FaultSummary, LineField } from "../form/fields.tsx";
import { emailStateWords, eventWords, problemWords, suppressionWords } from "../words/emails.ts";

export type AdminEmailPageProps = {
  email: WholeEmail;
  /** What was typed as the right address and could not be used, with why. */
  typed: { email: string; faults: FaultSentences } | null;
  notice: AdminNotice | null;
};

/** One email: where it stands, all that was heard of it, and what can be done with it. */
export const AdminEmailPage = ({ email, typed, notice }: AdminEmailPageProps) => (
  <AdminFrame title={email.subject ?? "Nog niet geschreven"} place="/beheer/mails/" notice={notice}>
    <p>
      Aan <b>{email.to}</b>. Stand: <b>{emailStateWords[email.state]}</b>.
      {email.problem !== null && ` ${problemWords(email.problem)}`}
    </p>
    {email.suppression !== null && <Suppressed email={email} suppression={email.suppression} />}
    {email.againOf !== null && (
      <p>
        Dit is een herhaling van <a href={`/beheer/mails/${email.againOf}/`}>een eerdere e-mail</a>.
      </p>
    )}
    {email.repeatedBy !== null && (
      <p>
        Deze is <a href={`/beheer/mails/${email.repeatedBy}/`}>opnieuw verstuurd</a>.
      </p>
    )}
    <h2>Wat ermee gebeurde</h2>
    <ol class="held">
      <Happened at={email.createdAt} what="geschreven" />
      {email.sentAt !== null && <Happened at={email.sentAt} what="overgedragen aan de maildienst" />}
      {email.events.map(({ type, at, detail }) => (
        <Happened
          at={at}
          what={eventWords[type] ?? type}
          more={[detail["message"], detail["reason"]].filter(Boolean).join(" ")}
        />
      ))}
      {email.state === "waiting" && email.attempts > 0 && (
        <Happened at={email.dueAt} what={`wordt weer geprobeerd, na ${email.attempts} keer`} />
      )}
    </ol>
    {actsFor(email).map((act) => (
      <Way act={act} email={email} typed={typed} />
    ))}
    <p>
      <a href="/beheer/mails/">Terug naar de e-mails</a>
    </p>
  </AdminFrame>
);

// To an address that gets no email nothing is sent again: that comes after freeing it.
const actsFor = (email: WholeEmail): EmailAct[] =>
  fittingActs(email).filter((act) => act !== "repeat" || email.suppression === null);

const Suppressed = ({
  email: { id, to },
  suppression,
}: {
  email: WholeEmail;
  suppression: NonNullable<WholeEmail["suppression"]>;
}) => (
  <form method="post" action={`/beheer/mails/adressen/${suppression.id}`}>
    <input type="hidden" name="mail" value={id} />
    <h2>Dit adres krijgt geen mail</h2>
    <p>
      {to} {suppressionWords[suppression.reason]},{" "}
      <time datetime={suppression.at}>{pastMomentOf(suppression.at)}</time>. Maak je het vrij, dan kun je deze
      e-mail opnieuw versturen. De maildienst houdt ook een lijst bij: staat het adres daar ook op, haal het
      er dan bij Resend af.
    </p>
    <button>Maak vrij</button>
  </form>
);

const Happened = ({ at, what, more = "" }: { at: string; what: string; more?: string }) => (
  <li>
    <time datetime={at}>{listMomentOf(at)}</time>: {what}
    {more !== "" && <span class="quiet"> ({more})</span>}
  </li>
);

const Way = ({
  act,
  email: { id, state },
  typed,
}: { act: EmailAct } & Pick<AdminEmailPageProps, "email" | "typed">) => {
  switch (act) {
    case "repeat":
      return (
        <form method="post" action={`/beheer/mails/${id}/opnieuw`}>
          <h2>Opnieuw versturen</h2>
          <p>Dezelfde e-mail gaat nog een keer, naar hetzelfde adres.</p>
          <button>Verstuur opnieuw</button>
        </form>
      );
    case "withhold":
      return state === "waiting" ? (
        <form method="post" action={`/beheer/mails/${id}/houd-tegen`}>
          <h2>Tegenhouden</h2>
          <p>Hij gaat dan niet uit. Je kunt hem later alsnog versturen.</p>
          <button class="plain">Houd tegen</button>
        </form>
      ) : (
        <form method="post" action={`/beheer/mails/${id}/houd-tegen`}>
          <h2>Laat het hierbij</h2>
          <p>Hij gaat dan niet meer uit en vraagt geen aandacht meer. Je kunt hem later alsnog versturen.</p>
          <button class="plain">Laat het hierbij</button>
        </form>
      );
    case "correct":
      return (
        <form method="post" action={`/beheer/mails/${id}/verbeter`} novalidate>
          <h2>Het adres verbeteren</h2>
          <FaultSummary faults={typed?.faults ?? {}} problem={null} />
          <LineField
            name="rightEmail"
            type="email"
            values={{ rightEmail: typed?.email }}
            faults={typed?.faults ?? {}}
            autocomplete="off"
            why="Deze persoon krijgt de e-mail op het nieuwe adres, met een nieuwe link. De oude link werkt dan niet meer."
          />
          <button class="plain">Verbeter en verstuur</button>
        </form>
      );
    default:
      return act satisfies never;
  }
};
