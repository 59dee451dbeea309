import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";

/** An event as a calendar program reads it. Times are UTC, by the time zone that stands in the file itself. */
export type ReadEvent = {
  uid: string;
  sequence: number;
  title: string;
  place: string | null;
  summary: string | null;
  status: string | null;
  startsAt: string;
  endsAt: string;
  zone: string;
  organiser: string | null;
  attendees: { address: string; name: string | null; answer: string | null; isAsked: boolean }[];
};

/** A calendar file as two programs of others read it, that must agree: ical.js (Mozilla's) and ts-ics. Throws on one that is broken. */
export function readCalendar(source: string): { method: string | null; events: ReadEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(source));
  const events = calendar.getAllSubcomponents("vevent").map(eventOf);
  const other = convertIcsCalendar(undefined, source);
  const agreed = (other.events ?? []).map(({ uid, start, summary }) => [
    uid,
    start.date.toISOString(),
    summary,
  ]);
  const read = events.map(({ uid, startsAt, title }) => [uid, startsAt, title]);
  if (JSON.stringify(agreed) !== JSON.stringify(read))
    throw new Error(`two programs read it otherwise: ${JSON.stringify([read, agreed])}`);
  return { method: textOf(calendar, "method"), events };
}

function eventOf(component: ICAL.Component): ReadEvent {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: Number(component.getFirstPropertyValue("sequence")),
    title: event.summary,
    place: textOf(component, "location"),
    summary: textOf(component, "description"),
    status: textOf(component, "status"),
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone.tzid,
    organiser: textOf(component, "organizer"),
    attendees: component.getAllProperties("attendee").map((attendee) => ({
      address: String(attendee.getFirstValue()),
      name: attendee.getFirstParameter("cn") ?? null,
      answer: attendee.getFirstParameter("partstat") ?? null,
      isAsked: attendee.getFirstParameter("rsvp") === "TRUE",
    })),
  };
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
}
