import type { SessionView } from "@ontsecretaressen/domain/session";
import type { CalendarEntry } from "./calendar.ts";

/** What somebody signed up for, as her own calendar keeps it. `sequence` is that of her entries. */
export type CalendarSeat = { signupId: string; sequence: number; session: SessionView };

/** The entries of a seat, the same ones wherever they are written: in an email and in her own feed. No personal link inside: calendars are shared. */
export function seatEntries(
  { signupId, sequence, session }: CalendarSeat,
  { siteUrl, stamp }: { siteUrl: string; stamp: string },
): CalendarEntry[] {
  const { title, summary, isCancelled } = session;
  const place = [session.place, session.address, session.city].filter((part) => part !== "").join(", ");
  const url = `${siteUrl}/inschrijven/${session.slug}/`;
  const shared = { sequence, stamp, summary, place, url, isCancelled, invitation: null };
  return [session].map(({ startsLocal, endsLocal }) => ({
    uid: `${signupId}@${new URL(siteUrl).host}`,
    startsLocal,
    endsLocal,
    title,
    ...shared,
  }));
}
