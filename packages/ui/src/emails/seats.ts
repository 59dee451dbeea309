import { dayOf, momentOf } from "../words/dates.ts";
import { type EmailPlan, hello, type Of, quietLine, whoBrings } from "./parts.ts";
import { about, OUT_OF_CALENDAR, SIGNED_UP_WHY } from "./sessions.ts";
import { beginAt } from "./steps.ts";

/** Reminds who did not press her button yet, while she still can. */
export function signupReminder(content: Of<"signup_reminder">): EmailPlan {
  const { name, session, brought, confirmUrl, isWaiting, heldUntil } = content;
  const until = momentOf(heldUntil);
  const openings =
    brought === null
      ? {
          seat: "Je meldde je aan voor deze bijeenkomst. We houden je plek nog vast, maar we weten nog niet of je komt. Met de knop hieronder is hij van jou.",
          list: "Je vroeg om een plaats op de wachtlijst. We weten nog niet of dit adres van jou is. Met de knop hieronder houd je je plaats.",
        }
      : {
          seat: `${whoBrings(brought.by)} heeft jou aangemeld voor deze bijeenkomst. We houden nog een plek voor je vast. Of je komt, bepaal je zelf: met de knop hieronder zeg je ja of nee.`,
          list: `${whoBrings(brought.by)} heeft jou aangemeld voor deze bijeenkomst. Die is vol, en je staat op de wachtlijst. Met de knop hieronder houd je je plaats, of zeg je nee.`,
        };
  return {
    ...about(session),
    subject: quietLine(`Kom je nog? ${session.title}`),
    title: isWaiting ? "Wil je nog op de wachtlijst?" : "Kom je nog?",
    preview: `Laat het weten voor ${until}`,
    greeting: hello(name),
    opening: isWaiting ? openings.list : openings.seat,
    button: { label: "Laat weten of je komt", href: confirmUrl },
    closing: [
      `De knop werkt tot ${until}. Daarna geven we je ${isWaiting ? "plaats" : "plek"} aan iemand anders.`,
      `${brought === null ? "Was jij het niet" : "Wil je niet, of ken je ons niet"}? Dan hoef je niets te doen: het stopt vanzelf. Wil je dat nu al, zeg dan nee met de knop.`,
    ],
  };
}

/** Tells who took herself off that she is, or whom an organiser took off. */
export function signupCancelled(content: Of<"signup_cancelled" | "signup_withdrawn">): EmailPlan {
  const { kind, name, session, isInCalendar, stepUrl } = content;
  const shared = {
    ...about(session),
    greeting: hello(name),
    button: { label: "Bekijk andere data", href: stepUrl },
  };
  const file = isInCalendar ? [OUT_OF_CALENDAR] : [];
  if (kind === "signup_withdrawn")
    return {
      ...shared,
      subject: quietLine(`Je bent niet meer aangemeld: ${session.title}`),
      title: "Je bent niet meer aangemeld",
      preview: "De organisatie heeft je aanmelding teruggenomen",
      opening:
        "De organisatie heeft je aanmelding voor deze bijeenkomst teruggenomen. Je hoeft niets te doen.",
      closing: [
        ...file,
        "Had je dit niet verwacht, of wil je weten waarom? Antwoord dan op deze mail, dan kijken we er samen naar.",
      ],
    };
  return {
    ...shared,
    subject: quietLine(`Je bent afgemeld: ${session.title}`),
    title: "Je bent afgemeld",
    preview: "Dank je wel dat je het liet weten",
    opening: "Je bent afgemeld. Dank je wel dat je het liet weten: zo kan iemand anders mee.",
    closing: [
      ...file,
      "Heb jij je niet afgemeld? Antwoord dan op deze mail, dan kijken we wat we kunnen doen.",
    ],
  };
}

/** Offers a seat that came free to who is next on the list. */
export function seatOffered({ name, session, seatUrl, offerUntil }: Of<"seat_offered">): EmailPlan {
  const until = momentOf(offerUntil);
  return {
    ...about(session),
    subject: quietLine(`Er is een plek voor je: ${session.title}`),
    title: "Er is een plek voor je",
    preview: `Zeg voor ${until} of je komt`,
    greeting: hello(name),
    opening: `Er is een plek vrijgekomen, en jij bent aan de beurt. We houden hem voor je vast tot ${until}.`,
    button: { label: "Zeg of je komt", href: seatUrl },
    closing: [
      "Kun je niet meer? Zeg het met dezelfde knop, dan kan de volgende mee.",
      "Horen we niets, dan geven we de plek na die tijd aan de volgende op de lijst.",
    ],
    why: SIGNED_UP_WHY,
  };
}

/** Tells who did not take an offered seat in time that it went on. */
export function offerEnded({ name, session, seatUrl }: Of<"offer_ended">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Je plek is doorgegeven: ${session.title}`),
    title: "Je plek is doorgegeven",
    preview: "Wil je nog komen? Dat kan misschien",
    greeting: hello(name),
    opening:
      "We hielden een plek voor je vast, maar hoorden niets van je. De plek is nu voor de volgende op de lijst.",
    button: { label: "Ik wil toch komen", href: seatUrl },
    closing: ["Met de knop krijg je een plek als er nog een is. Anders kom je weer op de wachtlijst."],
    why: SIGNED_UP_WHY,
  };
}

/** Tells who did not confirm in time that her seat went on. */
export function seatPassedOn({ name, session, seatUrl, before }: Of<"seat_passed_on">): EmailPlan {
  const shared = {
    ...about(session),
    subject: quietLine(`Je plek is doorgegeven: ${session.title}`),
    title: "Je plek is doorgegeven",
    greeting: hello(name),
  };
  const doNothing = "Wil je niet, of was jij het niet? Doe dan niets. Je hoort verder niets van ons.";
  if (before !== null) {
    const first = beginAt(before);
    return {
      ...shared,
      preview: `Je begint bij de stap ${before.title}`,
      opening: `De plek die we voor je vasthielden, is nu voor iemand anders. Meedoen kan als je ${first.words}`,
      button: { label: "Laat me weten wanneer dit opengaat", href: seatUrl },
      others: first.dates,
      closing: [first.otherwise, doNothing],
    };
  }
  return {
    ...shared,
    preview: "Wil je nog komen? Dat kan misschien",
    opening:
      "We hielden een plek voor je vast, maar je had hem nog niet bevestigd. Hij is nu voor iemand anders.",
    button: { label: "Ik wil toch komen", href: seatUrl },
    closing: ["Met de knop krijg je een plek als er nog een is. Anders kom je op de wachtlijst.", doNothing],
  };
}

/** Tells who waits with others that too few seats came free for all of them. */
export function groupPassedOver({ name, session, seatUrl, placeInLine }: Of<"group_passed_over">): EmailPlan {
  return {
    ...about(session),
    subject: quietLine(`Je houdt je plaats: ${session.title}`),
    title: "Jullie houden je plaats",
    preview: `Jullie staan nog op plaats ${placeInLine}`,
    greeting: hello(name),
    opening: `Er kwamen plekken vrij, maar niet genoeg voor jullie samen. Daarom was deze keer iemand aan de beurt die met minder mensen wacht. Jullie houden plaats ${placeInLine} op de lijst.`,
    button: { label: "Bekijk je aanmelding", href: seatUrl },
    closing: [`Komen er voor ${dayOf(session.startsLocal)} genoeg plekken vrij, dan krijg je een mail.`],
  };
}
