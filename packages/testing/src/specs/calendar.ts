import { convertIcsCalendar, type IcsCalendar } from "ts-ics";
import { counted, doubles, isWebAddress, one, oneAtMost, type Rules, unless } from "./rule.ts";

type Calendar = { text: string; lines: string[]; events: string[][]; read: IcsCalendar };

/** A calendar as it was sent, unfolded, and as a calendar program reads it. */
export function readCalendar(text: string): Calendar {
  const lines = text.replaceAll(/\r?\n[ \t]/gu, "").split(/\r?\n/u);
  const events = lines.flatMap((line, index) =>
    line === "BEGIN:VEVENT" ? [lines.slice(index + 1, lines.indexOf("END:VEVENT", index))] : [],
  );
  return { text, lines, events, read: convertIcsCalendar(undefined, text) };
}

const nameOf = (line: string) => line.split(/[;:]/u, 1)[0] ?? "";
const valueOf = (lines: string[], name: string) =>
  lines.find((line) => nameOf(line) === name)?.replace(/^[^:]*:/u, "") ?? "";
const times = (lines: string[], names: string[], range: readonly [number, number]) =>
  names.flatMap((name) => counted(name, lines.filter((line) => nameOf(line) === name).length, range));

/** What RFC 5545 asks of a published calendar, and RFC 7986 of its name. */
export const calendarRules: Rules<Calendar> = {
  "RFC 5545 §3.1, content lines: end with CRLF": ({ text }) =>
    text.endsWith("\r\n") && !/[^\r]\n|\r[^\n]/u.test(text) ? [] : ["a bare line end"],
  "RFC 5545 §3.1, content lines: 75 octets": ({ text }) =>
    unless(text.split("\r\n"), (line) => new TextEncoder().encode(line).length <= 75),
  "RFC 5545 §3.1, content lines: a name, a colon, a value": ({ lines }) =>
    unless(lines.slice(0, -1), (line) => /^[A-Z\d-]+(?:;[A-Z\d-]+=[^:]+)*:/u.test(line)),
  "RFC 5545 §3.4, calendar: begins and ends, with everything between": ({ lines }) =>
    lines[0] === "BEGIN:VCALENDAR" && lines.slice(-2).join() === "END:VCALENDAR," ? [] : ["torn"],
  "RFC 5545 §3.6, calendar: one PRODID and VERSION 2.0": ({ lines }) => [
    ...times(lines, ["PRODID", "VERSION"], one),
    ...unless([valueOf(lines, "VERSION")], (version) => version === "2.0"),
  ],
  "RFC 5545 §3.6.1, event: one UID, DTSTAMP and DTSTART": ({ events }) =>
    events.flatMap((event) => times(event, ["UID", "DTSTAMP", "DTSTART"], one)),
  "RFC 5545 §3.6.1, event: what may stand there once": ({ events }) =>
    events.flatMap((event) =>
      times(event, ["DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "TRANSP"], oneAtMost),
    ),
  "RFC 5545 §3.3.5, times: a stamp in UTC": ({ events }) =>
    unless(
      events.map((event) => valueOf(event, "DTSTAMP")),
      (time) => /^\d{8}T\d{6}Z$/u.test(time),
    ),
  "RFC 5545 §3.3.5, times: on the wall, by a zone that stands in the file": ({ events, lines }) =>
    unless(
      events.flatMap((event) => event.filter((line) => /^DT(?:START|END)/u.test(line))),
      (line) => {
        const [, name] = /^DT\w+;TZID=([\w/]+):\d{8}T\d{6}$/u.exec(line) ?? [];
        return name !== undefined && lines.filter((other) => other === `TZID:${name}`).length === 1;
      },
    ),
  "RFC 5545 §3.3.11, text: commas and semicolons are escaped": ({ events }) =>
    unless(
      events.flatMap((event) => ["SUMMARY", "DESCRIPTION", "LOCATION"].map((name) => valueOf(event, name))),
      (text) => /^(?:[^\\,;]|\\[\\,;nN])*$/u.test(text),
    ),
  "RFC 5545 §3.8.2.2, DTEND: after the start": ({ read }) =>
    (read.events ?? []).filter(({ start, end }) => !end || end.date <= start.date).map(({ uid }) => uid),
  "RFC 5545 §3.8.4.7, UID: unique": ({ events }) => doubles(events.map((event) => valueOf(event, "UID"))),
  "RFC 5545 §3.8.4.6, URL: an address": ({ events }) =>
    unless(
      events.map((event) => valueOf(event, "URL")),
      isWebAddress,
    ),
  "RFC 5545 §3.8.1.11, STATUS of an event": ({ events }) =>
    unless(
      events.map((event) => valueOf(event, "STATUS")),
      (status) => /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/u.test(status),
    ),
  "a calendar program reads every event": ({ read, events }) =>
    read.events?.length === events.length ? [] : [`${read.events?.length} of ${events.length}`],
};
