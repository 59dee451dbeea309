import { laterAhead, type SessionView, seatsLeft, signupWindow } from "@ontsecretaressen/domain/session";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { momentOf } from "./dates.ts";

export const siteName = "Ontsecretaressen";

/** Every field that a form shows, as its label. */
export const fieldNames = {
  name: "Je naam",
  email: "Je e-mailadres",
  body: "Je reactie",
  notify: "Bericht",
  organisation: "Waar werk je?",
  role: "Wat doe je daar?",
  note: "Wil je ons iets vertellen?",
  together: "Kom je met collega’s?",
  consent: "Akkoord",
  token: "Je sleutel",
  rightEmail: "Het goede adres",
  explanation: "Vertel er iets over",
} as const;

/** Why something could not be done, whole or for now. The apps turn a refusal into one of these. */
export const problemSentences = {
  invalid: "Kijk nog even naar wat je hebt ingevuld.",
  unavailable:
    "We kunnen dit nu even niet bewaren. Alles wat je typte staat hieronder nog. Probeer het zo weer.",
  closed: "Onder dit artikel kun je niet meer reageren.",
  over: "Voor deze bijeenkomst kun je je niet meer aanmelden.",
  not_yet: "Voor deze bijeenkomst kun je je nog niet aanmelden. Bewaar je tekst en probeer het later weer.",
  cancelled: "Deze bijeenkomst gaat niet door. Je kunt je er niet meer voor aanmelden.",
  confirmed: "Je aanmelding is al bevestigd. We hebben niets veranderd.",
  no_place: "Je bent zelf niet meer aangemeld. Meld je eerst weer aan, dan kun je ook collega’s meenemen.",
  too_often:
    "Er kwam in korte tijd veel van jouw kant. Wacht een paar minuten en probeer het dan weer. Lukt het dan nog niet? Probeer het morgen.",
  too_large:
    "Dit is meer dan we in een keer kunnen ontvangen. Ga terug met de knop van je browser: wat je typte staat er nog. Maak het daar iets korter.",
  foreign:
    "We konden niet zien dat dit formulier van onze eigen site kwam. Daarom bewaarden we niets. Typte je het hier? Ga terug met de knop van je browser: wat je typte staat er nog. Probeer het dan nog een keer, of mail het naar redactie@ontsecretaressen.eu.",
  person: "Laat hieronder nog even zien dat je geen programma bent. Alles wat je typte staat er nog.",
  uncheckable:
    "We kunnen nu niet nagaan of je een mens bent. Alles wat je typte staat hieronder nog. Probeer het zo weer, of mail je reactie naar redactie@ontsecretaressen.eu.",
  no_article:
    "Dit artikel staat niet meer op de site, dus je reactie kan er niet onder. Wat je schreef staat hieronder nog, dan kun je het bewaren.",
  no_parent:
    "De reactie waarop je antwoordt staat niet meer op de site. Wat je schreef staat hieronder nog. Je kunt het plaatsen als losse reactie.",
  unknown: "Dit kunnen we niet vinden. Misschien is het verplaatst.",
  late: "Deze tekst kun je niet meer aanpassen. Er staat al een antwoord onder, of hij staat al even op de site. Weghalen kan wel.",
  gone: "Deze link werkt niet meer.",
} as const;

export type Problem = keyof typeof problemSentences;

/** Where a signup stands, for the person herself. */
export const signupStates: Record<SignupState, string> = {
  held: "We houden een plek voor je vast. Je moet hem nog bevestigen.",
  confirmed: "Je plek is zeker.",
  waiting: "Je staat op de wachtlijst.",
  offered: "Er is een plek vrij voor jou. Je moet nog zeggen of je komt.",
  cancelled: "Je bent niet meer aangemeld.",
  expired: "Je plek is weer vrij voor iemand anders, omdat je hem niet hebt bevestigd.",
};

/** Where a signup stands, for an organiser's list. */
export const signupStatesShort: Record<SignupState, string> = {
  held: "vastgehouden",
  confirmed: "zeker",
  waiting: "wachtlijst",
  offered: "aangeboden",
  cancelled: "afgemeld",
  expired: "verlopen",
};

export type SeatTone = "open" | "few" | "full" | "soon" | "closed" | "cancelled" | "past";

/** The places of a session in words, and which kind of news that is. */
export function seatWords(session: SessionView, now: string): { tone: SeatTone; text: string } {
  const left = seatsLeft(session.seats);
  switch (signupWindow(session, now)) {
    case "cancelled":
      return { tone: "cancelled", text: "gaat niet door" };
    case "begun":
      return {
        tone: "past",
        text: laterAhead(session, now).length === 0 ? "geweest" : "voor wie al meedoet",
      };
    case "closed":
      return { tone: "closed", text: "aanmelden kan niet meer" };
    case "not_yet":
      return { tone: "soon", text: `aanmelden kan vanaf ${momentOf(session.opensAt ?? now)}` };
    default:
      if (left === 0) return { tone: "full", text: "vol: je komt op de wachtlijst" };
      return {
        tone: left * 4 <= session.seats.capacity ? "few" : "open",
        text: left === 1 ? "nog 1 plek" : `nog ${left} plekken`,
      };
  }
}

/** What something costs: "gratis", "€ 45", "€ 47,50". */
export function priceWords(cents: number): string {
  if (cents === 0) return "gratis";
  return `€ ${(cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",")}`;
}

/** Articles and pages together: "1 tekst", "3 teksten". */
export const textsWords = (count: number): string => (count === 1 ? "1 tekst" : `${count} teksten`);

/** How long one reads: "3 minuten lezen". */
export const minutesWords = (count: number): string =>
  `${count === 1 ? "1\u00a0minuut" : `${count}\u00a0minuten`} lezen`;

/** "1 artikel", "3 artikelen". */
export const articlesWords = (count: number): string => (count === 1 ? "1 artikel" : `${count} artikelen`);

/** "1 reactie", "3 reacties". */
export const commentsWords = (count: number): string => (count === 1 ? "1 reactie" : `${count} reacties`);

/** Names as one says them: "A", "A en B", "A, B en C". */
export const namesWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
