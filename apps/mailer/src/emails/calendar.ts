import type { SessionView } from "@ontsecretaressen/domain/session";
import { siteName } from "@ontsecretaressen/ui/words";
import { generateIcsCalendar } from "ts-ics";

type Entry = {
  signupId: string;
  session: SessionView;
  isCertain: boolean;
  siteUrl: string;
  organiser: string;
  now: Date;
};

/** The METHOD of every calendar file, also for the `method` parameter of its content type: the two must be equal. */
export const calendarMethod = "PUBLISH";

/**
 * The calendar entry of a seat. One UID per signup, so that the certain entry takes the place of the tentative one.
 * No personal link inside: calendars are shared.
 */
export function writeCalendar({ signupId, session, isCertain, siteUrl, organiser, now }: Entry): string {
  const calendar = generateIcsCalendar({
    version: "2.0",
    prodId: "-//Ontsecretaressen//Bijeenkomsten//NL",
    method: calendarMethod,
    events: [
      {
        uid: `${signupId}@${new URL(siteUrl).host}`,
        summary: session.title,
        stamp: { date: now },
        start: { date: new Date(session.startsAt) },
        end: { date: new Date(session.endsAt) },
        location: [session.place, session.address, session.city].filter((part) => part !== "").join(", "),
        description: session.summary,
        url: `${siteUrl}/inschrijven/${session.slug}/`,
        // RFC 5546: what is published names who publishes it.
        organizer: { name: siteName, email: organiser },
        status: isCertain ? "CONFIRMED" : "TENTATIVE",
        sequence: isCertain ? 1 : 0,
      },
    ],
  });
  return calendar.replaceAll("\r\n ", "").split("\r\n").map(foldLine).join("\r\n");
}

// RFC 5545 allows 75 octets on a line. ts-ics counts UTF-16 units instead, and tears emoji apart.
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_00_00 ? 3 : 4;
}
