import { meetingsOf, placeOf, type SessionBefore, type SessionView } from "@ontsecretaressen/domain/session";
import { dayOf, whenOf } from "../words/dates.ts";
import { type EmailPlan, type Of, quietLine } from "./parts.ts";
import { toComer } from "./sessions.ts";

type Moved = Of<"session_moved">;

/** Tells who signed up what changed, as it is and as it was, and mends her calendar. */
export function sessionMoved(content: Moved): EmailPlan {
  const { session, was, isCertain } = content;
  const plan = toComer(content);
  const { title, opening, about, preview } = wordsOf(content);
  // Of what was already nothing is news.
  const isFirstShown = !isUnderWay(content) && changeOf(content) !== "series";
  return {
    ...plan,
    facts:
      was === null ? plan.facts : [...factsOf(session, was, isFirstShown), ...plan.facts.filter(isOnline)],
    subject: quietLine(`Veranderd: ${session.title}${about}`),
    title,
    preview,
    opening: `${opening} Hieronder staat hoe het nu is${was === null ? "" : ", en hoe het was"}. ${isCertain ? "Je plek blijft van jou." : "Je aanmelding blijft staan."}`,
    closing: [
      ...comesAgain(content),
      ...(content.isUnanswered
        ? [
            "We willen bij deze bijeenkomst nog iets van je weten. De vraag staat op de pagina van je aanmelding.",
          ]
        : []),
      ...(isCertain ? ["Bij deze mail zit een bestand. Open het, dan klopt je agenda weer."] : []),
      ...plan.closing,
    ],
  };
}

const isUnderWay = ({ session, keepsSeat }: Moved): boolean => keepsSeat && session.later.length > 0;

type Words = { title: string; opening: string };

/** What it is called: about which day or which meetings it is stands in the subject and beside it. */
function wordsOf(content: Moved): Words & { about: string; preview: string } {
  const { session, was } = content;
  const change = changeOf(content);
  if (change === "series" && was !== null) return seriesWords(session, was);
  if (!isUnderWay(content))
    return {
      ...words[change],
      about: `, ${dayOf(session.startsLocal)}`,
      preview: `Nu op ${whenOf(session)}`,
    };
  const goesOn = change === "place" ? goesOnElsewhere : words[change];
  return { ...goesOn, about: "", preview: goesOn.opening };
}

function seriesWords(session: SessionView, was: SessionBefore): ReturnType<typeof wordsOf> {
  const changed = meetingPairs(session, was).flatMap((pair, index) =>
    isSame(pair.now, pair.before) ? [] : [{ ...pair, name: `${index + 1}` }],
  );
  const which = `keer ${and.format(changed.map(({ name }) => name))}`;
  const [one, other] = changed;
  if (other !== undefined || one?.now === undefined || one.before === undefined)
    return { ...words.series, about: `, ${which}`, preview: `Kijk wat er verandert aan ${which}` };
  return {
    title: `Keer ${one.name} is verplaatst`,
    opening: `Van de reeks waarvoor je je aanmeldde, is ${which} op een ander moment.`,
    about: `, ${which}`,
    preview: `Nu op ${whenOf(one.now)}`,
  };
}

// Who could not come on one day may well come on another; she hears that we think so.
function comesAgain({ session, was }: Moved): string[] {
  const again = meetingPairs(session, was ?? { meetings: [] }).flatMap(({ now, before }, index) =>
    now !== undefined && now.startsLocal !== before?.startsLocal && was?.absences?.includes(index + 1)
      ? [`${index + 1}`]
      : [],
  );
  return again.length === 0
    ? []
    : [
        `Je had gezegd dat je keer ${and.format(again)} niet kon. Nu het op een ander moment is, rekenen we weer op je. Kun je dan ook niet? Zeg het ons gerust nog een keer.`,
      ];
}

const and = new Intl.ListFormat("nl");

type Change = "something" | "session" | "time" | "place" | "both" | "series" | "online";

const goesOnElsewhere: Words = {
  title: "De reeks gaat verder op een andere plek",
  opening: "De reeks waarvoor je je aanmeldde, gaat verder op een andere plek.",
};

const words: Record<Change, Words> = {
  something: { title: "Er is iets veranderd", opening: "Er is iets veranderd aan deze bijeenkomst." },
  session: {
    title: "Je plek is nu bij een andere bijeenkomst",
    opening: "We hebben je plek verplaatst naar een andere bijeenkomst.",
  },
  time: {
    title: "De bijeenkomst is verplaatst",
    opening: "De bijeenkomst waarvoor je je aanmeldde, is op een ander moment.",
  },
  place: {
    title: "De bijeenkomst is op een andere plek",
    opening: "De bijeenkomst waarvoor je je aanmeldde, is op een andere plek.",
  },
  both: {
    title: "De bijeenkomst is verplaatst",
    opening: "De bijeenkomst waarvoor je je aanmeldde, is op een ander moment en op een andere plek.",
  },
  series: {
    title: "De data van de reeks zijn veranderd",
    opening: "De reeks waarvoor je je aanmeldde, heeft andere data.",
  },
  online: {
    title: "Je doet online mee via een ander adres",
    opening: "Het adres waarmee je online meedoet, is veranderd.",
  },
};

type Times = SessionBefore["meetings"][number];

const isSame = (one: Times | undefined, other: Times | undefined): boolean =>
  one?.startsLocal === other?.startsLocal && one?.endsLocal === other?.endsLocal;

function changeOf({ session, was, isCertain, onlineUrl }: Moved): Change {
  if (was === null) return "something";
  if (was.slug !== session.slug) return "session";
  const isElsewhere = placeOf(was) !== placeOf(session);
  const [first, ...later] = meetingPairs(session, was).map(({ now, before }) => !isSame(now, before));
  if (isElsewhere) return first === true ? "both" : "place";
  if (first === true) return "time";
  if (later.includes(true)) return "series";
  return isCertain && was.onlineUrl !== onlineUrl ? "online" : "something";
}

/** Each meeting as it is now and as it was; one that came or went is on one side alone. */
function meetingPairs(session: SessionView, was: Pick<SessionBefore, "meetings">) {
  const meetings: Times[] = meetingsOf(session);
  const count = Math.max(meetings.length, was.meetings.length);
  return Array.from({ length: count }, (_, index) => ({ now: meetings[index], before: was.meetings[index] }));
}

// What stayed as it was stands there once, and of the later meetings only what changed.
function factsOf(session: SessionView, was: SessionBefore, isFirstShown: boolean): EmailPlan["facts"] {
  const fact = (label: string, now: string, before: string) => [
    { label, value: now },
    ...(now === before ? [] : [{ label: "Eerst", value: before }]),
  ];
  const times = meetingPairs(session, was).flatMap(({ now, before }, index) =>
    isSame(now, before) && !(index === 0 && isFirstShown)
      ? []
      : fact(
          index === 0 ? "Wanneer" : `Keer ${index + 1}`,
          now === undefined ? "vervalt" : whenOf(now),
          before === undefined ? "nog niet gepland" : whenOf(before),
        ),
  );
  return [
    ...fact("Wat", session.title, was.slug === session.slug ? session.title : was.title),
    ...times,
    ...fact("Waar", placeOf(session), placeOf(was)),
  ];
}

const isOnline = ({ label }: { label: string }): boolean => label === "Online";
