import type { EmailContent, WrittenEmail } from "@ontsecretaressen/domain/email-content";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { holdHours, personLinkDays } from "@ontsecretaressen/domain/signup";
import { dayOf, momentOf, whenOf } from "./dates.ts";
import { writeForms } from "./email-forms.tsx";
import {
  commentAnswered,
  commentConfirm,
  commentDigest,
  commentVisible,
  commentWaiting,
} from "./comment-emails.ts";
import { type EmailPlan, hello, quietLine } from "./email-parts.ts";
import {
  commentRemoved,
  reportDismissed,
  reportMade,
  reportReceived,
  reportUpheld,
} from "./report-emails.ts";
import { signupStates, siteName } from "./words.ts";

/** An email as it goes out: HTML and plain text from the same words. */
export const writeEmail = (content: EmailContent): WrittenEmail => writeForms(planOf(content));

function planOf(content: EmailContent): EmailPlan {
  switch (content.kind) {
    case "comment_confirm":
      return commentConfirm(content);
    case "comment_waiting":
      return commentWaiting(content);
    case "comment_visible":
      return commentVisible(content);
    case "comment_answered":
      return commentAnswered(content);
    case "comment_digest":
      return commentDigest(content);
    case "comment_removed":
      return commentRemoved(content);
    case "report_received":
      return reportReceived(content);
    case "report_made":
      return reportMade(content);
    case "report_upheld":
      return reportUpheld(content);
    case "report_dismissed":
      return reportDismissed(content);
    case "signup_held":
      return signupHeld(content);
    case "signup_waiting":
      return signupWaiting(content);
    case "signup_again":
      return signupAgain(content);
    case "signup_confirmed":
      return signupConfirmed(content);
    case "signup_on_list":
      return signupOnList(content);
    case "person_link":
      return personLink(content);
    default:
      throw new Error(`no such email: ${JSON.stringify(content satisfies never)}`);
  }
}

type Of<Kind extends EmailContent["kind"]> = Extract<EmailContent, { kind: Kind }>;

function signupHeld({ name, session, confirmUrl, heldUntil }: Of<"signup_held">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Bevestig je plek: ${session.title}`),
    preview: `We houden een plek voor je vast tot ${momentOf(heldUntil)}`,
    greeting: hello(name),
    opening: "Fijn dat je wilt komen. We houden een plek voor je vast. Met de knop hieronder is hij van jou.",
    button: { label: "Bevestig je plek", href: confirmUrl },
    closing: [
      `De knop werkt tot ${momentOf(heldUntil)}. Daarna geven we de plek aan iemand anders.`,
      NOT_YOU,
    ],
  };
}

function signupWaiting({ name, session, confirmUrl, placeInLine }: Of<"signup_waiting">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Bevestig je plaats op de wachtlijst: ${session.title}`),
    preview: `De bijeenkomst is vol. Je bent nummer ${placeInLine} op de lijst`,
    greeting: hello(name),
    opening: `Deze bijeenkomst is vol. Je staat op plaats ${placeInLine} van de wachtlijst. Laat met de knop weten dat dit adres van jou is, dan kunnen we je bereiken als er een plek vrijkomt.`,
    button: { label: "Zet me op de lijst", href: confirmUrl },
    closing: [`De knop werkt ${holdHours} uur.`, NOT_YOU],
  };
}

function signupAgain({ name, session, state, confirmUrl }: Of<"signup_again">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Je had je al aangemeld: ${session.title}`),
    preview: signupStates[state],
    greeting: hello(name),
    opening: `Je had je al aangemeld voor deze bijeenkomst. ${signupStates[state]}`,
    button: { label: "Bekijk je aanmelding", href: confirmUrl },
    closing: [NOT_YOU],
  };
}

function signupConfirmed({ name, session, mineUrl }: Of<"signup_confirmed">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Je plek is zeker: ${session.title}`),
    preview: `Tot ${dayOf(session.startsLocal)}`,
    greeting: hello(name),
    opening: "Je plek is zeker. We kijken ernaar uit je te zien.",
    button: { label: "Bekijk je aanmelding", href: mineUrl },
    closing: [
      "Bij deze mail zit een bestand voor je agenda. Open het, dan staat de datum erin.",
      "Kun je toch niet komen? Laat het even weten, dan kan er iemand anders mee.",
    ],
  };
}

function signupOnList({ name, session, mineUrl, placeInLine }: Of<"signup_on_list">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Je staat op de wachtlijst: ${session.title}`),
    preview: `Je bent nummer ${placeInLine} op de lijst`,
    greeting: hello(name),
    opening: `Je staat op plaats ${placeInLine} van de wachtlijst. Komt er een plek vrij, dan hoor je dat van ons. Je hoeft nu niets te doen.`,
    button: { label: "Bekijk je aanmelding", href: mineUrl },
    closing: [],
  };
}

function personLink({ name, mineUrl }: Of<"person_link">): EmailPlan {
  return {
    subject: `Jouw pagina bij ${siteName}`,
    preview: "Je plekken, je reacties en je gegevens",
    greeting: hello(name),
    opening:
      "Op jouw pagina zie je je plekken, je reacties en alles wat we van je bewaren. Je kunt er ook dingen aanpassen of weghalen.",
    facts: [],
    quote: null,
    button: { label: "Open jouw pagina", href: mineUrl },
    closing: [
      `De link werkt ${personLinkDays} dagen en is alleen voor jou: deel hem niet.`,
      "Heb jij hier niet om gevraagd? Doe dan niets. Alleen jij kreeg deze mail.",
    ],
  };
}

const NOT_YOU = `Heb jij je niet aangemeld bij ${siteName}? Doe dan niets. Je hoort verder niets van ons.`;

function about(session: SessionView): Pick<EmailPlan, "facts" | "quote"> {
  const place = [session.place, session.address, session.city].filter((part) => part !== "").join(", ");
  return {
    facts: [
      { label: "Wat", value: session.title },
      { label: "Wanneer", value: whenOf(session) },
      { label: "Waar", value: place },
    ],
    quote: null,
  };
}
