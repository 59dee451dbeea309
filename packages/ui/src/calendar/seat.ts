import { isOff, meetingsOf, type SessionView } from "@ontsecretaressen/domain/session";
import type { CalendarEntry } from "./write.ts";

/** What somebody has a seat for, as her own calendar keeps it. `sequence` is that of her entries. */
export type CalendarSeat = {
  signupId: string;
  sequence: number;
  session: SessionView;
  onlineUrl: string | null;
  /** The meetings that she said she won't be at. */
  absences: number[];
};

/** One meeting of a seat, with the moment at which it begins, and whether she comes. */
export type SeatEntry = CalendarEntry & { startsAt: string; isHers: boolean };

/**
 * The entries of a seat, one for each meeting, and the same ones wherever they are written: in an email and in her own
 * feed. No personal link inside: calendars are shared.
 */
export function seatEntries(
  { signupId, sequence, session, onlineUrl, absences }: CalendarSeat,
  { siteUrl, stamp }: { siteUrl: string; stamp: string },
): SeatEntry[] {
  const { summary } = session;
  const meetings = meetingsOf(session);
  const where = [onlineUrl ?? "", session.place, session.address, session.city];
  const shared = {
    sequence,
    stamp,
    summary,
    place: where.filter((part) => part !== "").join(", "),
    url: `${siteUrl}/inschrijven/${session.slug}/`,
    invitation: null,
  };
  return meetings.map(({ position, startsLocal, endsLocal, startsAt }) => ({
    ...shared,
    uid: entryUid(signupId, position, siteUrl),
    title: meetings.length === 1 ? session.title : meetingTitle(session, position, meetings.length),
    startsLocal,
    endsLocal,
    startsAt,
    isCancelled: isOff(session, { startsAt }),
    isHers: !absences.includes(position),
  }));
}

/** What a calendar knows the entry of one meeting by, whatever becomes of it. */
export const entryUid = (signupId: string, position: number, siteUrl: string): string =>
  `${signupId}${position === 1 ? "" : `-${position}`}@${new URL(siteUrl).host}`;

/** What one meeting of a series is called: "Intervisie (2 van 6)". */
export const meetingTitle = ({ title }: { title: string }, position: number, count: number): string =>
  `${title} (${position} van ${count})`;
