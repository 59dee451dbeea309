import type { Meeting, SessionView } from "@ontsecretaressen/domain/session";
import { shortDayOf } from "../words/dates.ts";
import { SessionTime } from "./session-time.tsx";
import { type SeatTone, seatWords } from "../words/site.ts";

type Props = { session: SessionView; now: string };

/** A date in a list: of a session, or one meeting of a series that has begun. */
export type SessionDate = { session: SessionView; meeting?: Meeting };

type DateProps = SessionDate & { now: string };

// What is new is lit; what can't be had now has a line around it, so that it is not told by colour alone.
const looks: Partial<Record<SeatTone, string>> = {
  few: "news",
  full: "note",
  soon: "note soon",
  cancelled: "note gone",
};

/** The places of a session in words, looking like what they say. */
export const SeatsLeft = ({ session, now }: Props) => {
  const { tone, text } = seatWords(session, now);
  return <span class={looks[tone] ?? "nb"}>{text}</span>;
};

/** That a session was going to be on another day; nothing when it never moved. */
export const MovedFrom = ({ session, now }: Props) =>
  session.movedFrom === null || session.isCancelled ? null : (
    <>
      {" "}
      <span class="news">verplaatst</span> <s>{shortDayOf(session.movedFrom, now)}</s>
    </>
  );

/** One date in one line: "dinsdag 14 april, 19.00-21.30 uur, Nieuwegein, nog 4 plekken". */
export const SessionLine = ({ now, ...date }: DateProps) => (
  <>
    <SessionTime session={date.meeting ?? date.session} now={now} />, <SessionRest {...date} now={now} />
  </>
);

/** What stands in such a line after the time. */
export const SessionRest = ({ session, meeting, now }: DateProps) => {
  const count = session.later.length + 1;
  return (
    <>
      {session.city || session.place},{" "}
      {meeting === undefined ? count > 1 && `${count} keer, ` : `keer ${meeting.position} van ${count}, `}
      <SeatsLeft session={session} now={now} />
      {meeting === undefined && <MovedFrom session={session} now={now} />}
    </>
  );
};

/** Dates, as a list. */
export const SessionRows = ({ dates, now }: { dates: SessionDate[]; now: string }) => (
  <ul class="rows dates">
    {dates.map((date) => (
      <li class={date.session.isCancelled ? "off" : undefined}>
        <h3>
          <a href={`/inschrijven/${date.session.slug}/`}>{date.session.title}</a>
        </h3>
        <p class="when">
          <SessionLine {...date} now={now} />
        </p>
      </li>
    ))}
  </ul>
);
