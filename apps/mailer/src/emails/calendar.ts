import {
  type CalendarEntry,
  type CalendarMethod,
  writeInvitation,
} from "@ontsecretaressen/ui/calendar/write";
import { type CalendarSeat, entryUid, seatEntries } from "@ontsecretaressen/ui/calendar/seat";
import type { World } from "../context.ts";

/**
 * What a seat puts into its person's calendar, or takes out of it: a file for each entry, one after the other. Of a series what
 * has begun stays in her calendar as it was, and what she won't be at is taken out; one that got shorter takes out what is left
 * of the `before` entries. Its organiser is who sends the email, or Google wouldn't take back what it took in.
 */
export function writeCalendar(
  { siteUrl, from, now }: World,
  method: CalendarMethod,
  seat: CalendarSeat,
  { to, before }: { to: { name: string; email: string }; before: number },
): string {
  const stamp = now().toISOString();
  const entries = seatEntries(seat, { siteUrl, stamp });
  const ahead = entries.filter(({ startsAt, isCancelled }) => isCancelled || startsAt > stamp);
  const gone = entries.slice(-1).flatMap((entry) =>
    Array.from({ length: Math.max(0, before - entries.length) }, (_, index) => ({
      ...entry,
      uid: entryUid(seat.signupId, entries.length + index + 1, siteUrl),
    })),
  );
  const invitation = { from: mailboxOf(from), to };
  const write = (as: CalendarMethod) => (entry: CalendarEntry) =>
    writeInvitation(as, { ...entry, isCancelled: as === "CANCEL", invitation });
  const told = (ahead.length === 0 ? entries : ahead).map((entry) =>
    write(entry.isHers ? method : "CANCEL")(entry),
  );
  return [...told, ...gone.map(write("CANCEL"))].join("");
}

/** Those files apart, for an email. The method of each is also that of its content type: the two must be equal. */
export function calendarFiles(calendar: string | null) {
  return (calendar?.match(/BEGIN:VCALENDAR\r\n[\s\S]*?\r\nEND:VCALENDAR\r\n/gu) ?? []).map((file, index) => ({
    filename: index === 0 ? "bijeenkomst.ics" : `bijeenkomst-${index + 1}.ics`,
    content: base64(file),
    contentType: `text/calendar; charset=utf-8; method=${/^METHOD:(\w+)/mu.exec(file)?.[1] ?? "PUBLISH"}`,
  }));
}

// `Ontsecretaressen <post@ontsecretaressen.eu>`, as RFC 5322 writes it.
function mailboxOf(from: string): { name: string; email: string } {
  const [, name = from, email = from] = /^(.*?)\s*<([^<>]+)>$/u.exec(from) ?? [];
  return { name, email };
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
