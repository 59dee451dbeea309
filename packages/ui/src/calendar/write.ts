import { compact, fromTo, text, toFile, zone } from "./lines.ts";
import { siteName } from "../words/site.ts";

export type Mailbox = { name: string; email: string };

/** One thing in somebody's time. Times are wall time in Amsterdam, such as `2027-01-14T19:00`; `stamp` is UTC. */
export type CalendarEntry = {
  /** The same for as long as it is the same thing, wherever it is written. */
  uid: string;
  /** Goes up with each change, so that a program knows which of two is the later. */
  sequence: number;
  stamp: string;
  startsLocal: string;
  endsLocal: string;
  title: string;
  summary: string;
  place: string;
  url: string;
  isCancelled: boolean;
  /** Who asks whom; only in what is mailed to one person. */
  invitation: { from: Mailbox; to: Mailbox } | null;
};

/** What a file asks of a calendar program (RFC 5546): to take it in, or to take it out. */
export type CalendarMethod = "REQUEST" | "CANCEL";

/** A calendar that programs follow (RFC 5545): it has a name, and is asked for again twice a day. */
export const writeFeed = (name: string, entries: readonly CalendarEntry[]): string =>
  write(
    [
      `NAME:${text(name)}`,
      `X-WR-CALNAME:${text(name)}`,
      "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
      "X-PUBLISHED-TTL:PT12H",
    ],
    entries,
  );

/** What a mail program offers to put into a calendar or to take out of it: one entry, for RFC 5546 allows no more. */
export const writeInvitation = (method: CalendarMethod, entry: CalendarEntry): string =>
  write([`METHOD:${method}`], [entry]);

function write(about: string[], entries: readonly CalendarEntry[]): string {
  return toFile([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${siteName}//Bijeenkomsten//NL`,
    "CALSCALE:GREGORIAN",
    ...about,
    ...zone,
    ...entries.flatMap(linesOf),
    "END:VCALENDAR",
  ]);
}

function linesOf(entry: CalendarEntry): string[] {
  const { invitation } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${compact(entry.stamp)}Z`,
    ...fromTo(entry),
    `SUMMARY:${text(entry.title)}`,
    ...(entry.place === "" ? [] : [`LOCATION:${text(entry.place)}`]),
    ...(entry.summary === "" ? [] : [`DESCRIPTION:${text(entry.summary)}`]),
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${entry.isCancelled ? "TRANSPARENT" : "OPAQUE"}`,
    ...(invitation === null ? [] : peopleOf(invitation)),
    "END:VEVENT",
  ];
}

// She said yes on the site, so nobody's program has to ask her again, or to mail us her answer.
const peopleOf = ({ from, to }: { from: Mailbox; to: Mailbox }): string[] => [
  `ORGANIZER;CN=${quoted(from.name)}:mailto:${from.email}`,
  `ATTENDEE;CN=${quoted(to.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${to.email}`,
];

// A parameter can hold no quotation mark at all.
const quoted = (value: string): string => `"${value.replaceAll('"', "'").replaceAll(/\p{Cc}+/gu, " ")}"`;
