import type { SessionView } from "@ontsecretaressen/domain/session";
import { generateIcsCalendar } from "ts-ics";

type Entry = { signupId: string; session: SessionView; isCertain: boolean; siteUrl: string; now: Date };

/**
 * The calendar entry of a seat. One UID per signup, so that the certain entry takes the place of the tentative one.
 * No personal link inside: calendars are shared.
 */
export function writeCalendar({ signupId, session, isCertain, siteUrl, now }: Entry): string {
  return generateIcsCalendar({
    version: "2.0",
    prodId: "-//Ontsecretaressen//Bijeenkomsten//NL",
    method: "PUBLISH",
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
        status: isCertain ? "CONFIRMED" : "TENTATIVE",
        sequence: isCertain ? 1 : 0,
      },
    ],
  });
}
