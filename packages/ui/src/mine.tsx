import type { SessionView } from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { momentOf } from "./dates.ts";
import { Page } from "./page.tsx";
import { SessionFacts } from "./session-facts.tsx";
import * as styles from "./styles.ts";
import { signupStates } from "./words.ts";

export type MinePageProps = {
  name: string;
  signups: OwnSignup<SessionView>[];
  siteUrl: string;
  now: string;
};

/** A person's own page: her places, where each stands, and what comes next. */
export const MinePage = ({ name, signups, siteUrl, now }: MinePageProps) => (
  <Page style={styles.form} title="Jouw plekken" description="" path="/mijn/" siteUrl={siteUrl} isPrivate>
    <div class="narrow">
      <h1>Dag {name}</h1>
      {signups.length === 0 ? (
        <p class="lead">
          Je bent nog nergens voor aangemeld. <a href="/programma/">Bekijk het programma</a>
        </p>
      ) : (
        <p class="lead">{signups.length === 1 ? "Dit is je plek." : "Dit zijn je plekken."}</p>
      )}
      {signups.map((signup) => (
        <section>
          <h2>{signup.session.title}</h2>
          <p>
            <b>{stateOf(signup, now)}</b> {nextOf(signup, now)}
          </p>
          <SessionFacts session={signup.session} />
        </section>
      ))}
      <p class="quiet">
        Kun je niet, of klopt er iets niet? <a href="/contact/">Laat het ons weten</a>. Deze pagina is alleen
        voor jou: deel de link niet.
      </p>
    </div>
  </Page>
);

function stateOf({ session, state, placeInLine }: OwnSignup<SessionView>, now: string): string {
  if (session.isCancelled) return "Deze bijeenkomst gaat niet door.";
  if (session.endsAt <= now && state === "confirmed") return "Dit is geweest.";
  if (state === "waiting" && placeInLine !== null) {
    return `Je staat op de wachtlijst, op plaats ${placeInLine}.`;
  }
  return signupStates[state];
}

function nextOf({ session, state, heldUntil }: OwnSignup<SessionView>, now: string): string {
  if (session.isCancelled) return "Je hoeft niets te doen.";
  if (session.endsAt <= now) return "";
  if (state === "held") {
    const until = heldUntil === null ? "" : ` voor ${momentOf(heldUntil)}`;
    return `Gebruik daarvoor de knop in je mail${until}.`;
  }
  if (state === "confirmed") return "Tot dan.";
  if (state === "waiting") return "Komt er een plek vrij, dan krijg je een mail.";
  return "Wil je toch komen? Meld je dan opnieuw aan.";
}
