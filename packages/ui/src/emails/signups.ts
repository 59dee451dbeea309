import { holdHours } from "@ontsecretaressen/domain/signup";
import { dayOf, momentOf } from "../words/dates.ts";
import { type EmailPlan, hello, type Of, quietLine, whoBrings } from "./parts.ts";
import { about, aboutToComer, ENDS_BY_ITSELF, NOT_YOU, SIGNED_UP_WHY } from "./sessions.ts";
import { beginAt } from "./steps.ts";
import { signupStates } from "../words/site.ts";

/** Asks who signed up to press a button: the seat is kept for her until then. */
export function signupHeld({ name, session, confirmUrl, heldUntil }: Of<"signup_held">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Bevestig je plek: ${session.title}`),
    title: "We houden een plek voor je vast",
    preview: `We houden een plek voor je vast tot ${momentOf(heldUntil)}`,
    greeting: hello(name),
    opening: "Fijn dat je wilt komen. Met de knop hieronder is de plek van jou.",
    button: { label: "Bevestig je plek", href: confirmUrl },
    closing: [
      `De knop werkt tot ${momentOf(heldUntil)}. Daarna geven we de plek aan iemand anders.`,
      NOT_YOU,
    ],
  };
}

/** Asks a colleague, whom somebody signed up along with herself, whether she comes. */
export function signupInvited(invited: Of<"signup_invited">): EmailPlan {
  const { session, broughtBy, heldUntil, placeInLine, confirmUrl } = invited;
  const who = whoBrings(broughtBy);
  const seat =
    heldUntil === null
      ? `De bijeenkomst is vol. Je staat op plaats ${placeInLine ?? 1} van de wachtlijst.`
      : `We houden een plek voor je vast tot ${momentOf(heldUntil)}.`;
  return {
    ...about(session),
    subject: quietLine(`Ga je mee? ${session.title}`),
    title: "Ga je mee?",
    preview: `${who} heeft jou ook aangemeld`,
    greeting: "Dag,",
    opening: `${who} komt naar deze bijeenkomst en heeft jou ook aangemeld. ${seat} Of je komt, bepaal je zelf.`,
    button: { label: "Laat weten of je komt", href: confirmUrl },
    closing: [`Wil je niet, of ken je ons niet? ${ENDS_BY_ITSELF}`],
  };
}

/** Tells a colleague who did not confirm that she who signed her up took it back. */
export function signupReleased({ session, broughtBy, sessionUrl }: Of<"signup_released">): EmailPlan {
  const who = whoBrings(broughtBy);
  return {
    ...about(session),
    subject: quietLine(`Je bent niet meer aangemeld: ${session.title}`),
    title: "Je bent niet meer aangemeld",
    preview: `${who} nam je aanmelding terug`,
    greeting: "Dag,",
    opening: `${who} had jou aangemeld voor deze bijeenkomst en heeft dat teruggenomen. Je hoeft niets te doen. Wil je zelf wel komen? Je bent welkom.`,
    button: { label: "Bekijk de bijeenkomst", href: sessionUrl },
    closing: ["Je hoort hier verder niets over."],
  };
}

/** Asks who signed up for a full session to press a button, and tells her place in line. */
export function signupWaiting({ name, session, confirmUrl, placeInLine }: Of<"signup_waiting">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Bevestig je plaats op de wachtlijst: ${session.title}`),
    title: "Wil je op de wachtlijst?",
    preview: `De bijeenkomst is vol. Je bent nummer ${placeInLine} op de lijst`,
    greeting: hello(name),
    opening: `Deze bijeenkomst is vol. Je staat op plaats ${placeInLine} van de wachtlijst. Laat met de knop weten dat dit adres van jou is, dan kunnen we je bereiken als er een plek vrijkomt.`,
    button: { label: "Zet me op de lijst", href: confirmUrl },
    closing: [`De knop werkt ${holdHours} uur.`, NOT_YOU],
  };
}

/** Tells who signed up again how her signup stands. */
export function signupAgain({ name, session, state, confirmUrl }: Of<"signup_again">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Je had je al aangemeld: ${session.title}`),
    title: "Je had je al aangemeld",
    preview: signupStates[state],
    greeting: hello(name),
    opening: `Voor deze bijeenkomst hadden we je al. ${signupStates[state]}`,
    button: { label: "Bekijk je aanmelding", href: confirmUrl },
    closing: ["Heb jij je niet nog eens aangemeld? Dan hoef je niets te doen. Er verandert niets."],
  };
}

/** Tells that a seat is hers. */
export function signupConfirmed(content: Of<"signup_confirmed">): EmailPlan {
  const { name, session, mineUrl, seatUrl } = content;
  return {
    ...aboutToComer(content),
    subject: quietLine(`Je plek is zeker: ${session.title}`),
    title: "Je plek is zeker",
    preview: `Tot ${dayOf(session.startsLocal)}`,
    greeting: hello(name),
    opening: "We kijken ernaar uit je te zien.",
    button: { label: "Bekijk je aanmelding", href: seatUrl },
    others: [{ label: "Naar jouw pagina", href: mineUrl }],
    closing: [
      "Bij deze mail zit een bestand voor je agenda. Open het, dan staat de datum erin.",
      "Kun je toch niet komen? Zeg het met de knop, dan kan er iemand anders mee.",
    ],
    why: SIGNED_UP_WHY,
  };
}

/** Tells that somebody is on the waiting list, and where. */
export function signupOnList(content: Of<"signup_on_list">): EmailPlan {
  const { name, session, seatUrl, placeInLine, before } = content;
  const first = before === null ? null : beginAt(before);
  const next =
    first === null
      ? "Komt er een plek vrij, dan hoor je dat van ons. Je hoeft nu niets te doen."
      : `Een plek kan van jou zijn als je ${first.words}`;
  return {
    ...about(session),
    subject: quietLine(`Je staat op de wachtlijst: ${session.title}`),
    title: "Je staat op de wachtlijst",
    preview: `Je bent nummer ${placeInLine} op de lijst`,
    greeting: hello(name),
    opening: `Je staat op plaats ${placeInLine} van de wachtlijst. ${next}`,
    button: { label: "Bekijk je aanmelding", href: seatUrl },
    others: first?.dates ?? [],
    closing: first === null ? [] : [first.otherwise],
    why: SIGNED_UP_WHY,
  };
}
