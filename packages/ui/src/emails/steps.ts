import type { SessionView } from "@ontsecretaressen/domain/session";
import { momentOf, whenOf } from "../words/dates.ts";
import { type EmailPlan, hello, type Of, quietLine } from "./parts.ts";
import { about, NOT_YOU } from "./sessions.ts";
import { siteName } from "../words/site.ts";

type Dated = { session: SessionView; url: string };

/** Tells somebody that she can go on: she was at the step before this one, or an organiser opened it for her. */
export function stepOpened({ name, step, stepUrl, dates }: Of<"step_opened">): EmailPlan {
  return {
    subject: quietLine(`De volgende stap staat voor je open: ${step.title}`),
    title: "De volgende stap staat open",
    preview: `Je kunt verder met ${step.title}`,
    greeting: hello(name),
    opening: `Je kunt verder met de stap ‘${step.title}’. ${step.summary} ${dates.length === 0 ? "Er staat nog geen datum. Op de pagina kun je vragen om een mail als er een is." : "Hieronder staan de eerstvolgende data. Je hoeft niet meteen te kiezen."}`,
    facts: [],
    quote: null,
    button: { label: "Bekijk deze stap", href: stepUrl },
    others: dates.map(wayTo),
    closing: [],
    why: `Je krijgt deze mail omdat je meedoet aan het programma van ${siteName}.`,
  };
}

/** Tells who wished for a date that there is one. */
export function sessionPlanned({ name, session, sessionUrl }: Of<"session_planned">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Er is een datum: ${session.title}`),
    title: "Er is een datum",
    preview: whenOf(session),
    greeting: hello(name),
    opening: "Je wilde het weten als er een datum bij kwam. Die is er nu.",
    button: { label: "Bekijk en meld je aan", href: sessionUrl },
    closing: [
      "Komt deze datum niet uit? Op de pagina van de stap kun je weer om bericht vragen. Anders hoor je hierover niets meer.",
    ],
    why: `Je krijgt deze mail omdat je ${siteName} om bericht hebt gevraagd.`,
  };
}

/** Asks who wants to hear of a step whether it was she who asked. */
export function wishConfirm({ name, step, url, isProved }: Of<"wish_confirm">): EmailPlan {
  const shared = { greeting: hello(name), facts: [], quote: null };
  if (isProved)
    return {
      ...shared,
      subject: quietLine(`We houden je op de hoogte: ${step.title}`),
      title: "Je stond al op de lijst",
      preview: `Je krijgt bericht over ${step.title}`,
      opening: `Je krijgt bericht over de stap ‘${step.title}’. Dat had je al gevraagd, dus je hoeft niets te doen.`,
      button: { label: "Bekijk deze stap", href: url },
      closing: [],
    };
  return {
    ...shared,
    subject: quietLine(`Wil je bericht over ${step.title}?`),
    title: "Wil je bericht?",
    preview: `Over de stap ${step.title}`,
    opening: `Op onze site is gevraagd om een mail als de stap ‘${step.title}’ voor je opengaat, of als er een datum bij komt. Was jij dat? Laat het met de knop weten.`,
    button: { label: "Ja, laat het me weten", href: url },
    closing: ["Heb jij hier niet om gevraagd? Doe dan niets. Je hoort verder niets van ons."],
  };
}

/** Tells who signed up why this date is not for her yet, and where to begin. */
export function stepNotYet({ name, session, before, heldUntil, confirmUrl }: Of<"step_not_yet">): EmailPlan {
  const first = beginAt(before);
  return {
    ...about(session),
    subject: quietLine(`Nog even geduld: ${session.title}`),
    title: "Deze stap gaat later voor je open",
    preview: `Je begint bij de stap ${before.title}`,
    greeting: hello(name),
    opening: `Fijn dat je wilt komen. Deze bijeenkomst is voor wie al ${first.words}`,
    button: { label: "Laat me weten wanneer dit opengaat", href: confirmUrl },
    others: first.dates,
    closing: [
      ...(heldUntil === null
        ? []
        : [
            `Ben je er voor ${momentOf(heldUntil)} geweest, dan kun je met dezelfde knop je plek bevestigen.`,
          ]),
      first.otherwise,
      NOT_YOU,
    ],
  };
}

/** That she was not at the step before, as the end of a sentence; its dates; and how she tells that she was. */
export const beginAt = ({ title, dates }: Of<"step_not_yet">["before"]) => ({
  words: `bij de stap ‘${title}’ was, en daar zagen we je nog niet.${dates.length === 0 ? "" : " Hieronder staan de data waarmee je kunt beginnen."}`,
  dates: dates.map(wayTo),
  otherwise: "Was je er al, met een ander adres? Antwoord op deze mail, dan zoeken we het uit.",
});

// A date as something that one can choose.
const wayTo = ({ session, url }: Dated) => ({
  label: `${whenOf(session)}, ${session.city || session.place}`,
  href: url,
});
