import type { CalendarSession } from "@ontsecretaressen/db/agenda";
import { siteName } from "@ontsecretaressen/ui/words";

/** The sessions as an iCalendar (RFC 5545) that people can follow from their own. */
export function writeCalendar(sessions: readonly CalendarSession[], siteUrl: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ontsecretaressen//Agenda//NL",
    `NAME:${siteName}`,
    `X-WR-CALNAME:${siteName}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    ...sessions.flatMap((session) => eventOf(session, siteUrl)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventOf(session: CalendarSession, siteUrl: string): string[] {
  const isCancelled = session.state === "cancelled";
  const where = [session.place, session.address, session.city].filter((part) => part !== "").join(", ");
  return [
    "BEGIN:VEVENT",
    `UID:${session.id}@ontsecretaressen.eu`,
    `DTSTAMP:${moment(session.createdAt)}`,
    `DTSTART:${moment(session.startsAt)}`,
    `DTEND:${moment(session.endsAt)}`,
    `SUMMARY:${text(isCancelled ? `Gaat niet door: ${session.title}` : session.title)}`,
    `LOCATION:${text(where)}`,
    ...(session.summary === "" ? [] : [`DESCRIPTION:${text(session.summary)}`]),
    `URL:${siteUrl}/inschrijven/${session.slug}/`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    // A date to choose from keeps nobody's own time taken.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** A UTC time such as 2027-01-14T18:00:00.000Z as 20270114T180000Z. */
const moment = (time: string): string => `${time.slice(0, 19).replaceAll(/[-:]/gu, "")}Z`;

const text = (value: string): string =>
  value
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/gu, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, " ");

const octets = new TextEncoder();

/** No line is longer than 75 octets, and no character is torn apart. */
function fold(line: string): string {
  let folded = "";
  let used = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (used + size > 75) {
      folded += "\r\n ";
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}
