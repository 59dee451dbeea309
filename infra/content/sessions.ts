import type { ImportInput } from "@ontsecretaressen/domain/admin-drafts";
import { daysLater, dutchDay, isFreeDay } from "./free-days.ts";

type Session = NonNullable<ImportInput["sessions"]>[number];

const weekdays = { tuesday: 2, wednesday: 3, thursday: 4 } as const;

const WEEKS_BETWEEN = 3;
const TIMES_TOGETHER = 6;

/** Dates to sign up for, all ahead of today: two round tables, two workshops and a peer-review group of six meetings. */
export function firstSessions(today: Date): Session[] {
  const from = dutchDay(today);
  const firstTable = nextWorkingDay(daysLater(from, 28), weekdays.thursday);
  const secondTable = nextWorkingDay(daysLater(firstTable, 35), weekdays.thursday);
  const firstWorkshop = nextWorkingDay(daysLater(firstTable, 12), weekdays.tuesday);
  const secondWorkshop = nextWorkingDay(daysLater(firstWorkshop, 35), weekdays.tuesday);
  const group = nextWorkingDay(daysLater(from, 105), weekdays.wednesday);

  return [
    roundTable(firstTable, "kennismaken met werken zonder vaste functies"),
    roundTable(secondTable, "wat doe jij over vijf jaar?"),
    workshop(firstWorkshop, {
      slug: "workshop-van-takenlijst-naar-rol",
      title: "Workshop: van takenlijst naar rol",
      summary:
        "Je neemt je eigen week mee en kijkt wat erin zit. Aan het eind heb je één rol op papier die je op je werk kunt voorstellen.",
    }),
    workshop(secondWorkshop, {
      slug: "workshop-jouw-plek-in-het-team",
      title: "Workshop: jouw plek in het team",
      summary:
        "Je oefent het gesprek met je collega’s en je leidinggevende. Wat bied je aan, wat laat je los, en hoe zeg je dat?",
    }),
    {
      slug: `intervisie-utrecht-${monthAndYear(group)}`,
      step: "intervisie",
      title: "Intervisiegroep in Utrecht",
      summary:
        "Hier begint een nieuwe groep van hooguit acht mensen. Je meldt je aan voor alle zes de keren: zo leren jullie elkaar kennen.",
      ...hours(group, "14:00", "16:30"),
      later: laterDays(group).map((day) => hours(day, "14:00", "16:30")),
      guides: "Pauline Schreuder",
      questions: [{ kind: "text", label: "Welke vraag uit je werk neem je mee?", isRequired: true }],
      place: "Vergaderzaal in het centrum",
      city: "Utrecht",
      capacity: 8,
    },
  ];
}

function roundTable(day: Date, theme: string): Session {
  return {
    slug: `rondetafel-nieuwegein-${monthAndYear(day)}`,
    step: "rondetafel",
    title: `Rondetafel: ${theme}`,
    summary: "Een avond met een kort verhaal en veel gesprek. Je hoeft niets voor te bereiden.",
    ...hours(day, "19:00", "21:30"),
    place: "Mercure Hotel Nieuwegein",
    city: "Nieuwegein",
    guides: "Léontine de Koning en Renée van Dijk",
    capacity: 35,
    questions: [
      {
        kind: "choice",
        label: "Hoe kom je naar Nieuwegein?",
        choices: ["met de auto", "met de trein of de tram", "dat weet ik nog niet"],
      },
    ],
  };
}

function workshop(day: Date, about: { slug: string; title: string; summary: string }): Session {
  return {
    ...about,
    slug: `${about.slug}-${monthAndYear(day)}`,
    step: "workshops",
    ...hours(day, "13:30", "17:00"),
    place: "Vergaderzaal in het centrum",
    city: "Utrecht",
    guides: "Edwin de Bree en Léontine de Koning",
    capacity: 12,
    questions: [{ kind: "diet", label: "Wat eet je niet?" }],
  };
}

/** Every few weeks on the same weekday, a week on when that is a free day. */
function laterDays(first: Date): Date[] {
  const days = [first];
  for (const _ of Array.from({ length: TIMES_TOGETHER - 1 })) {
    const last = days.at(-1) ?? first;
    days.push(nextWorkingDay(daysLater(last, WEEKS_BETWEEN * 7), last.getUTCDay()));
  }
  return days.slice(1);
}

function nextWorkingDay(from: Date, weekday: number): Date {
  let day = daysLater(from, (weekday - from.getUTCDay() + 7) % 7);
  while (isFreeDay(day)) day = daysLater(day, 7);
  return day;
}

function hours(day: Date, from: string, until: string): { startsLocal: string; endsLocal: string } {
  const date = day.toISOString().slice(0, 10);
  return { startsLocal: `${date}T${from}`, endsLocal: `${date}T${until}` };
}

function monthAndYear(day: Date): string {
  const month = new Intl.DateTimeFormat("nl-NL", { month: "long", timeZone: "UTC" }).format(day);
  return `${month}-${day.getUTCFullYear()}`;
}
