import type { CalendarSession } from "@ontsecretaressen/db/sessions/agenda";
import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { expect, test } from "vitest";
import { writeCalendar } from "./calendar.ts";

const session: CalendarSession = {
  id: "ses_1",
  slug: "rondetafel-april",
  title: "Rondetafel; met soep, brood\\water",
  summary: "Een avond.\nOver werk\r\nzonder functiehuis.\u0007",
  startsLocal: "2027-04-14T19:00",
  endsLocal: "2027-04-14T21:30",
  place: "Mercure Hotel",
  address: "",
  city: "Nieuwegein",
  position: 1,
  count: 1,
  version: 1,
  changedAt: "2027-01-02T03:04:05.678Z",
  state: "planned",
};

const SITE = "https://www.ontsecretaressen.eu";
const withoutZone = (lines: string[]) => [
  ...lines.slice(0, lines.indexOf("BEGIN:VTIMEZONE")),
  ...lines.slice(lines.indexOf("END:VTIMEZONE") + 1),
];
const unfolded = (calendar: string) => calendar.replaceAll("\r\n ", "").split("\r\n");

test("a session is an event with all that RFC 5545 asks, at the hour on the wall", () => {
  expect(withoutZone(unfolded(writeCalendar([session], SITE)))).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ontsecretaressen//Agenda//NL",
    "NAME:Ontsecretaressen",
    "X-WR-CALNAME:Ontsecretaressen",
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    "BEGIN:VEVENT",
    "UID:ses_1@ontsecretaressen.eu",
    "SEQUENCE:0",
    "DTSTAMP:20270102T030405Z",
    "DTSTART;TZID=Europe/Amsterdam:20270414T190000",
    "DTEND;TZID=Europe/Amsterdam:20270414T213000",
    String.raw`SUMMARY:Rondetafel\; met soep\, brood\\water`,
    String.raw`LOCATION:Mercure Hotel\, Nieuwegein`,
    String.raw`DESCRIPTION:Een avond.\nOver werk\nzonder functiehuis. `,
    "URL:https://www.ontsecretaressen.eu/inschrijven/rondetafel-april/",
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test.for([
  ["the evening before the clock goes forward", "2027-03-27", "2027-03-27T18:00:00.000Z"],
  ["the evening that it went forward", "2027-03-28", "2027-03-28T17:00:00.000Z"],
  ["the evening before the clock goes back", "2027-10-30", "2027-10-30T17:00:00.000Z"],
  ["the evening that it went back", "2027-10-31", "2027-10-31T18:00:00.000Z"],
] as const)("seven in the evening is seven in the evening for who follows it: %s", ([, day, startsAt]) => {
  const evening = { startsLocal: `${day}T19:00`, endsLocal: `${day}T21:30` };
  const { events } = readCalendar(writeCalendar([{ ...session, ...evening }], SITE));
  expect(events).toMatchObject([{ startsAt, zone: "Europe/Amsterdam" }]);
});

test("a later meeting of a series is an event of its own, and one that changed is the later of two", () => {
  const lines = unfolded(writeCalendar([{ ...session, position: 2, count: 6, version: 4 }], SITE));
  expect(lines).toContain("UID:ses_1-2@ontsecretaressen.eu");
  expect(lines).toContain("SEQUENCE:3");
  expect(lines.find((line) => line.startsWith("SUMMARY"))).toMatch(/ \(2 van 6\)$/u);
});

test("one that was called off says so, in its state and in its words", () => {
  const lines = unfolded(writeCalendar([{ ...session, state: "cancelled" }], SITE));
  expect(lines).toContain("STATUS:CANCELLED");
  expect(lines.find((line) => line.startsWith("SUMMARY"))).toMatch(/^SUMMARY:Gaat niet door: Ronde/u);
});

test.for(["é", "👩‍👩‍👧 ", "x", "日本 ", "\\"])(
  "lines full of %s are folded at 75 octets, and read the same again",
  (piece) => {
    const title = piece.repeat(200);
    const calendar = writeCalendar([{ ...session, title }], SITE);
    for (const line of calendar.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    const summary = unfolded(calendar).find((line) => line.startsWith("SUMMARY:"));
    expect(summary).toBe(`SUMMARY:${title.replaceAll("\\", "\\\\")}`);
  },
);

test("an empty calendar is still one", () => {
  expect(writeCalendar([], SITE)).toMatch(/^BEGIN:VCALENDAR\r\nVERSION[\s\S]*\r\nEND:VCALENDAR\r\n$/u);
});
