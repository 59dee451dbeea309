import type { CalendarSession } from "@ontsecretaressen/db/sessions/agenda";
import { placeOf } from "@ontsecretaressen/domain/session";
import { compact, fromTo, text, toFile, zone } from "@ontsecretaressen/ui/calendar/lines";
import { siteName } from "@ontsecretaressen/ui/words/site";

/** The sessions as an iCalendar (RFC 5545) that people can follow from their own. */
export function writeCalendar(sessions: readonly CalendarSession[], siteUrl: string): string {
  return toFile([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ontsecretaressen//Agenda//NL",
    `NAME:${siteName}`,
    `X-WR-CALNAME:${siteName}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    ...zone,
    ...sessions.flatMap((session) => eventOf(session, siteUrl)),
    "END:VCALENDAR",
  ]);
}

function eventOf(session: CalendarSession, siteUrl: string): string[] {
  const isCancelled = session.state === "cancelled";
  // The first keeps the name that the session has always had.
  const isOneOfMore = session.position > 1;
  const title =
    session.count > 1 ? `${session.title} (${session.position} van ${session.count})` : session.title;
  return [
    "BEGIN:VEVENT",
    `UID:${session.id}${isOneOfMore ? `-${session.position}` : ""}@ontsecretaressen.eu`,
    // Goes up with each change, so that a program takes over a new day.
    `SEQUENCE:${session.version - 1}`,
    `DTSTAMP:${compact(session.changedAt)}Z`,
    ...fromTo(session),
    `SUMMARY:${text(isCancelled ? `Gaat niet door: ${title}` : title)}`,
    `LOCATION:${text(placeOf(session))}`,
    ...(session.summary === "" ? [] : [`DESCRIPTION:${text(session.summary)}`]),
    `URL:${siteUrl}/inschrijven/${session.slug}/`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    // A date to choose from keeps nobody's own time taken.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}
