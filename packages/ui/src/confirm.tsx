import type { SessionView } from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { momentOf } from "./dates.ts";
import { Page } from "./page.tsx";
import { SessionFacts } from "./session-facts.tsx";
import * as styles from "./styles.ts";

export type ConfirmPageProps = {
  token: string;
  signup: OwnSignup<SessionView>;
  name: string;
  siteUrl: string;
};

/** What the link in an email opens: one date, one button. Looking at it changes nothing. */
export const ConfirmPage = ({ token, signup, name, siteUrl }: ConfirmPageProps) => {
  const { title, text, button } = wordsOf(signup);
  return (
    <Page style={styles.form} title={title} description="" path="/bevestig/" siteUrl={siteUrl} isPrivate>
      <div class="narrow">
        <p class="quiet">Dag {name}</p>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <h2>{signup.session.title}</h2>
        <SessionFacts session={signup.session} />
        {button === null ? (
          <a class="button" href={`/programma/${signup.session.step.slug}/`}>
            Bekijk andere data
          </a>
        ) : (
          <form method="post" action={`/bevestig/${token}`}>
            <button>{button}</button>
          </form>
        )}
      </div>
    </Page>
  );
};

function wordsOf(signup: OwnSignup<SessionView>): { title: string; text: string; button: string | null } {
  if (signup.session.isCancelled) {
    return { title: "Deze bijeenkomst gaat niet door", text: "Je hoeft niets te doen.", button: null };
  }
  if (signup.state === "cancelled") {
    return { title: "Je bent afgemeld", text: "Wil je toch komen? Meld je dan opnieuw aan.", button: null };
  }
  if (signup.state === "expired") {
    return {
      title: "Je plek is weer vrij",
      text: "We hielden hem vast, maar je had hem nog niet bevestigd. Meld je gerust opnieuw aan.",
      button: null,
    };
  }
  if (signup.isConfirmed) {
    return {
      title: signup.state === "waiting" ? "Je staat op de lijst" : "Je plek is zeker",
      text: "Dat had je al bevestigd. Je hoeft niets meer te doen.",
      button: "Bekijk je aanmelding",
    };
  }
  if (signup.state === "waiting") {
    return {
      title: "Wil je op de wachtlijst?",
      text: "De bijeenkomst is vol. Komt er een plek vrij, dan krijg je een mail.",
      button: "Ja, zet me op de lijst",
    };
  }
  const until = signup.heldUntil === null ? "" : ` We houden je plek vast tot ${momentOf(signup.heldUntil)}.`;
  return { title: "Kom je?", text: `Met de knop is je plek zeker.${until}`, button: "Ja, ik kom" };
}
