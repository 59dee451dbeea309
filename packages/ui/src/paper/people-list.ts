import type { SessionPeople, SessionPerson } from "@ontsecretaressen/domain/session-people";
import { writeCsv } from "./csv.ts";
import { dayOf } from "../words/dates.ts";
import { namesWords, signupStatesShort } from "../words/site.ts";

// As Swedes write it, every spreadsheet knows it for a moment.
const AMSTERDAM = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  dateStyle: "short",
  timeStyle: "short",
});

const moment = (at: string | null): string => (at === null ? "" : AMSTERDAM.format(new Date(at)));

const presence = ({ attended, absent }: SessionPerson, meeting: number): string => {
  if (attended.includes(meeting)) return "ja";
  return absent.includes(meeting) ? "afgemeld" : "";
};

/** Everybody of a session as a file for a spreadsheet, also who is on the list or cancelled: the state says so. */
export function peopleAsCsv({ meetings, questions, people }: SessionPeople): string {
  const head = [
    "Naam",
    "E-mailadres",
    "Organisatie",
    "Functie",
    "Stand",
    "Plaats op de wachtlijst",
    "Samen met",
    "Opmerking",
    ...questions.map(({ label }) => label),
    ...meetings.map(({ startsLocal }) => `Aanwezig ${dayOf(startsLocal)}`),
    "Aangemeld op",
    "Bevestigd op",
  ];
  const rows = people.map((person) => [
    person.name,
    person.email,
    person.organisation,
    person.role,
    signupStatesShort[person.state],
    person.placeInLine === null ? "" : String(person.placeInLine),
    namesWords(person.together),
    person.note,
    ...questions.map(({ id }) => person.answers[id] ?? ""),
    ...meetings.map((_, index) => presence(person, index + 1)),
    moment(person.signedUpAt),
    moment(person.confirmedAt),
  ]);
  return writeCsv([head, ...rows]);
}
