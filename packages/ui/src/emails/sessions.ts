import { isOff, isRestOff, meetingsOf, placeOf, type SessionView } from "@ontsecretaressen/domain/session";
import { withoutTurns } from "@ontsecretaressen/domain/text";
import { dayOf, hoursOf, isOneDay, whenOf } from "../words/dates.ts";
import { type EmailPlan, hello, type Of, ownLine, quietLine } from "./parts.ts";
import { siteName } from "../words/site.ts";

type Coming = Of<"session_week" | "session_tomorrow" | "session_moved">;

/** Tells who comes that it is in about a week. */
export function sessionWeek(content: Of<"session_week">): EmailPlan {
  const { session } = content;
  return {
    ...toComer(content),
    subject: quietLine(`Tot ${dayOf(session.startsLocal)}: ${session.title}`),
    title: "Het is bijna zover",
    preview: previewOf(session),
    opening: "We hebben een plek voor je, en kijken ernaar uit je te zien.",
  };
}

/** Tells who comes that it is tomorrow, or today when it could not go out before. */
export function sessionTomorrow(content: Of<"session_tomorrow">): EmailPlan {
  const day = content.isToday ? "Vandaag" : "Morgen";
  return {
    ...toComer(content),
    subject: quietLine(`${day}: ${content.session.title}`),
    title: `${day} zien we je`,
    preview: previewOf(content.session),
    opening: "Hieronder staat wat je nodig hebt om er te komen.",
  };
}

/** Thanks who was there and tells what opened for her; who was not there gets a kind word. */
export function sessionThanks(content: Of<"session_thanks">): EmailPlan {
  const { name, session, wasThere, next, stepUrl, certificateUrl } = content;
  const shared = {
    ...about(session),
    greeting: hello(name),
    closing: ["Wil je iets kwijt? Antwoord gerust op deze mail."],
    why: SIGNED_UP_WHY,
  };
  if (!wasThere)
    return {
      ...shared,
      subject: quietLine(`We hebben je gemist: ${session.title}`),
      title: "We hebben je gemist",
      preview: "Een andere keer ben je welkom",
      opening: "Je was er niet bij. Dat kan gebeuren. Wil je een andere keer komen, dan ben je welkom.",
      button: { label: "Bekijk andere data", href: stepUrl },
    };
  const proof = { label: "Bekijk je bewijs van deelname", href: certificateUrl };
  return {
    ...shared,
    subject: quietLine(`Dank je wel dat je er was: ${session.title}`),
    title: "Dank je wel dat je er was",
    preview:
      next === null ? "Je bewijs van deelname staat klaar" : `De volgende stap staat open: ${next.title}`,
    opening: `Fijn dat je erbij was. We hopen dat je iets meeneemt naar je werk.${next === null ? "" : ` De volgende stap staat nu voor je open: ${next.title}.`}`,
    button: next === null ? proof : { label: "Bekijk de volgende stap", href: next.url },
    others: next === null ? [] : [proof],
  };
}

/** Tells who signed up that it is off, why, and where the other dates are. */
export function sessionCancelled(content: Of<"session_cancelled">): EmailPlan {
  const { name, session, isInCalendar, reason, stepUrl } = content;
  return {
    ...(isRestOff(session) ? restOff(session) : wholeOff(session)),
    greeting: hello(name),
    quote: reason === "" ? null : ownWords(reason),
    button: { label: "Bekijk andere data", href: stepUrl },
    closing: isInCalendar ? [OUT_OF_CALENDAR] : [],
    why: SIGNED_UP_WHY,
  };
}

const wholeOff = (session: SessionView) => ({
  facts: about(session).facts,
  subject: quietLine(`Gaat niet door: ${session.title}`),
  title: "Deze bijeenkomst gaat niet door",
  preview: `De bijeenkomst van ${dayOf(session.startsLocal)} gaat niet door`,
  opening:
    "Het spijt ons: de bijeenkomst waarvoor je je had aangemeld, gaat niet door. Je hoeft niets te doen.",
});

const restOff = (session: SessionView) => ({
  facts: [
    { label: "Wat", value: session.title },
    ...meetingsOf(session)
      .filter((meeting) => isOff(session, meeting))
      .map((meeting) => ({ label: `Keer ${meeting.position} vervalt`, value: whenOf(meeting) })),
  ],
  subject: quietLine(`Gaat niet door: de rest van ${session.title}`),
  title: "De rest van de reeks gaat niet door",
  preview: "Wat geweest is, blijft van jou",
  opening:
    "Het spijt ons: de rest van de reeks gaat niet door. Wat geweest is, blijft van jou. Je hoeft niets te doen.",
});

/** Passes on what an organiser wrote to the people of a session. */
export function sessionMessage({ name, session, subject, text, mineUrl }: Of<"session_message">): EmailPlan {
  return {
    ...about(session),
    subject: ownLine(subject),
    kicker: `Bericht over ${session.title}`,
    title: ownLine(subject),
    preview: `Een bericht van de organisatie over ${session.title}`,
    greeting: hello(name),
    opening: "",
    quote: ownWords(text),
    button: { label: "Bekijk je aanmelding", href: mineUrl },
    closing: ["Heb je een vraag? Antwoord gerust op deze mail."],
    why: SIGNED_UP_WHY,
  };
}

/** Why she gets an email about a session that she signed up for, and showed that it was she. */
export const SIGNED_UP_WHY = `Je krijgt deze mail van ${siteName} omdat je je hebt aangemeld voor deze bijeenkomst.`;

/** What one can expect whose address somebody typed, and how it stops at once. */
export const ENDS_BY_ITSELF =
  "Dan hoef je niets te doen. Je krijgt hierover hooguit nog een paar mails, en na twee dagen stopt dat vanzelf. Wil je ook die niet, zeg dan nee met de knop.";

/** The same for who would have signed up herself. */
export const NOT_YOU = `Heb jij je niet aangemeld bij ${siteName}? ${ENDS_BY_ITSELF}`;

/** What the file does that takes an entry out of a calendar. */
export const OUT_OF_CALENDAR = "Bij deze mail zit een bestand. Open het, dan gaat de afspraak uit je agenda.";

/** What a session is, when and where, as the facts of an email. */
export function about(session: SessionView): Pick<EmailPlan, "facts" | "quote"> {
  return {
    facts: [
      { label: "Wat", value: session.title },
      { label: "Wanneer", value: whenOf(session) },
      { label: "Waar", value: placeOf(session) },
    ],
    quote: null,
  };
}

type Told = { session: SessionView; onlineUrl: string | null; notes: string };

/** The same for whose seat is certain: where she takes part, and what the organisers tell comers. */
export function aboutToComer({ session, onlineUrl, notes }: Told): Pick<EmailPlan, "facts" | "quote"> {
  const online = onlineUrl === null ? [] : [{ label: "Online", value: onlineUrl }];
  return { facts: [...about(session).facts, ...online], quote: notes === "" ? null : ownWords(notes) };
}

/** What is told to who comes: what it is, the way to her signup, and how she gives her seat back. */
export function toComer(content: Coming) {
  const { name, session, isCertain, mineUrl, seatUrl, keepsSeat } = content;
  return {
    ...(isCertain ? aboutToComer(content) : about(session)),
    greeting: hello(name),
    button: { label: "Bekijk je aanmelding", href: mineUrl },
    others:
      seatUrl === null ? [] : [{ label: keepsSeat ? "Ik kom een keer niet" : "Ik kom niet", href: seatUrl }],
    closing: [
      seatUrl === null
        ? "Kun je er niet bij zijn? Laat het ons weten, en antwoord op deze mail."
        : keepsSeat
          ? "Kun je een keer niet? Kies dan ‘Ik kom een keer niet’. Je houdt je plek in de groep."
          : "Kun je toch niet? Kies dan ‘Ik kom niet’. Zo kan er iemand anders mee.",
    ],
    why: SIGNED_UP_WHY,
  };
}

const previewOf = (session: SessionView): string =>
  isOneDay(session) ? `${hoursOf(session)}, ${session.place}` : whenOf(session);

/** An organiser's own words, with her line ends and links, and nothing that turns text around. */
const ownWords = (text: string): string =>
  withoutTurns(text)
    .replaceAll(/\r\n?|\u2028|\u2029/gu, "\n")
    .replaceAll(/(?!\n)\p{Cc}/gu, "");
