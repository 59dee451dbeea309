import type { Category } from "@ontsecretaressen/domain/article";
import type { Pace } from "@ontsecretaressen/domain/comment";
import { browserDays } from "@ontsecretaressen/domain/retention";
import type { OwnComment } from "@ontsecretaressen/domain/own-comment";
import {
  isOver,
  isRestOff,
  laterAhead,
  signupWindow,
  type SessionView,
} from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { canBeAbsent } from "./absences.tsx";
import { OwnComments } from "./comments.tsx";
import { momentOf, whenOf } from "../words/dates.ts";
import { choiceWords } from "../subscribers/subscribe.tsx";
import { Notice } from "../page/notice.tsx";
import { type OwnEmail, OwnEmails } from "./emails.tsx";
import { OwnCalendar, OwnProof } from "./links.tsx";
import { OwnFacts } from "./facts.tsx";
import { OwnPlan, type OwnStep } from "./plan.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { signupStates } from "../words/site.ts";

/** Where her own calendar is, where she says what she does with each signup, and the proof of each that has one. */
export type OwnPaths = { calendar: string; seats: Record<string, string>; proofs: Record<string, string> };

export type MinePageProps = {
  name: string;
  signups: OwnSignup<SessionView>[];
  paths: OwnPaths;
  calendarVersion: number;
  /** Whether she comes here from making a new link. */
  isNewLink: boolean;
  /** Where she is in the plan. */
  plan: OwnStep[];
  /** The last emails to her, newest first. */
  emails: OwnEmail[];
  /** What only a browser sees that is known as hers. */
  known: Known | null;
  /** Whether this browser sent a sign-up form a while ago, of which the address can still be corrected. */
  canCorrect: boolean;
  /** The link that brought her here, by which this browser can be known from now on. */
  stay: string | null;
  siteUrl: string;
  now: string;
};

type Known = {
  email: string;
  comments: OwnComment[];
  follows: { slug: string; title: string; pace: Pace; stopPath: string }[];
  /** How she hears of new articles; null when she never asked to. */
  newArticles: { categories: Category[] | null; isStopped: boolean; choicePath: string } | null;
};

/** A person's own page: her places, where each stands, what she wrote, and what is kept of her. */
export const MinePage = ({
  name,
  signups,
  plan,
  emails,
  paths,
  calendarVersion,
  isNewLink,
  known,
  canCorrect,
  stay,
  siteUrl,
  now,
}: MinePageProps) => (
  <Page style={styles.mine} title="Jouw pagina" description="" path="/mijn/" siteUrl={siteUrl} isPrivate>
    <div class="narrow">
      <h1>{name === "" ? "Jouw pagina" : `Dag ${name}`}</h1>
      {isNewLink && (
        <Notice>
          <p>Je hebt een nieuwe link. De oude werkt niet meer.</p>
        </Notice>
      )}
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
          <OwnFacts signup={signup} now={now} />
          {(canChange(signup, now) || canBeAbsent(signup, now)) && (
            <p>
              <a href={paths.seats[signup.id]}>{changeWords(signup, now)}</a>
              {canBring(signup, now) && (
                <>
                  <br />
                  <a href={`${paths.seats[signup.id]}?meenemen#meenemen`}>Neem een collega mee</a>
                </>
              )}
            </p>
          )}
          {paths.proofs[signup.id] !== undefined && (
            <OwnProof
              href={paths.proofs[signup.id]}
              stay={stay}
              signup={signup.id}
              version={signup.certificateVersion}
            />
          )}
        </section>
      ))}
      {signups.length > 0 && (
        <OwnCalendar address={siteUrl + paths.calendar} stay={stay} version={calendarVersion} />
      )}
      <OwnPlan plan={plan} />
      {emails.length > 0 && <OwnEmails emails={emails} canCorrect={canCorrect} />}
      {known !== null && <Hers {...known} />}
      {stay !== null && (
        <form method="post" action={`/mijn/${stay}`}>
          <p>Je reacties en je gegevens zie je als deze browser weet dat jij het bent.</p>
          <button>Onthoud mij hier {browserDays} dagen</button>
        </form>
      )}
      <p class="quiet">
        Kun je niet, of klopt er iets niet? <a href="/contact/">Laat het ons weten</a>.
        {stay !== null && " Deze pagina is alleen voor jou: deel de link niet."}
      </p>
    </div>
  </Page>
);

const paces: Record<Pace, string> = {
  at_once: "mail bij elke reactie",
  daily: "één mail per dag",
  never: "geen mail meer",
};

const Hers = ({ email, comments, follows, newArticles }: Known) => (
  <>
    <OwnComments comments={comments} />
    {follows.length > 0 && (
      <section>
        <h2>Mail over gesprekken</h2>
        <ul class="own">
          {follows.map(({ slug, title, pace, stopPath }) => (
            <li>
              <a href={`/${slug}/#reacties`}>{title}</a>: {paces[pace]}. <a href={stopPath}>Verander dit</a>
            </li>
          ))}
        </ul>
      </section>
    )}
    <section>
      <h2>Nieuwe artikelen</h2>
      {newArticles === null ? (
        <p>
          Je krijgt er geen mail over. <a href="/volgen/">Mail me nieuwe artikelen</a>
        </p>
      ) : (
        <p>
          {choiceWords(newArticles)} <a href={newArticles.choicePath}>Verander dit</a>
        </p>
      )}
    </section>
    <section>
      <h2>Wat we van je bewaren</h2>
      <p>
        Je naam, je adres ({email}), en wat je hierboven ziet. <a href="/privacy/">Lees waarvoor</a>.
      </p>
      <ul class="own">
        <li>
          <a href="/mijn/gegevens.json">Neem je gegevens mee</a>
        </li>
        <li>
          <a href="/mijn/wis/">Haal alles van mij weg</a>
        </li>
      </ul>
      <form method="post" action="/mijn/vergeet/">
        <p>Werk je op de computer van een ander? Laat deze browser je dan vergeten.</p>
        <button class="plain">Vergeet mij hier</button>
      </form>
    </section>
  </>
);

function stateOf({ session, state, placeInLine }: OwnSignup<SessionView>, now: string): string {
  if (isRestOff(session)) return "De rest van de reeks gaat niet door.";
  if (session.isCancelled) return "Deze bijeenkomst gaat niet door.";
  if (isOver(session, now) && state === "confirmed") return "Dit is geweest.";
  if (state === "waiting" && placeInLine !== null) {
    return `Je staat op de wachtlijst, op plaats ${placeInLine}.`;
  }
  return signupStates[state];
}

const canChange = ({ session, state }: OwnSignup<SessionView>, now: string): boolean =>
  !session.isCancelled && session.startsAt > now && state !== "cancelled";

const canBring = ({ session, state, hasConsent }: OwnSignup<SessionView>, now: string): boolean =>
  hasConsent && state !== "expired" && signupWindow(session, now) === "open";

function changeWords({ session, state, isStepOpen }: OwnSignup<SessionView>, now: string): string {
  if (session.startsAt <= now) return "Ik kom een keer niet";
  if (state === "confirmed") return "Ik kom niet, of ik wil iets veranderen";
  if (!isStepOpen) return "Bekijk je aanmelding";
  if (state === "waiting") return "Bekijk je plaats op de lijst";
  return state === "expired" ? "Ik wil toch komen" : "Zeg of je komt";
}

function nextOf(signup: OwnSignup<SessionView>, now: string): string {
  const { session, state, heldUntil, offerUntil, isStepOpen } = signup;
  if (session.isCancelled) return "Je hoeft niets te doen.";
  if (state === "confirmed" && session.startsAt <= now) return againOf(signup, now);
  if (session.endsAt <= now) return "";
  if (!isStepOpen && session.step.requires !== null && (state === "held" || state === "waiting"))
    return `${state === "held" ? "Dat" : "Een plek krijgen"} kan als je bij de stap ‘${session.step.requires.title}’ was.`;
  if (state === "held") {
    return heldUntil === null ? "" : `Doe dat voor ${momentOf(heldUntil)}.`;
  }
  if (state === "offered") return offerUntil === null ? "" : `Doe dat voor ${momentOf(offerUntil)}.`;
  if (state === "confirmed") return "Tot dan.";
  if (state === "waiting") return "Komt er een plek vrij, dan krijg je een mail.";
  return "Wil je toch komen? Meld je dan opnieuw aan.";
}

/** Of what has begun, when she comes again. */
function againOf({ session, absences }: OwnSignup<SessionView>, now: string): string {
  const next = laterAhead(session, now).find(({ position }) => !absences.includes(position));
  return next === undefined ? "" : `De volgende keer is ${whenOf(next)}.`;
}
