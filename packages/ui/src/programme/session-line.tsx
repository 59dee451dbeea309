import type { SessionView } from "@ontsecretaressen/domain/session";
import { shortDayOf } from "../words/dates.ts";
import { SessionTime } from "./session-time.tsx";
import { forMembers, type SeatTone, seatWords } from "../words/site.ts";

type Props = { session: SessionView; now: string };

/** A date in a list: a session, or with a position one meeting of a series that has begun. */
export type SessionDate = SessionView & { position?: number };

type DateProps = { session: SessionDate; now: string };

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
  return <span class={looks[tone]}>{text}</span>;
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
export const SessionLine = ({ session, now }: DateProps) => (
  <>
    <SessionTime session={session} now={now} />, <SessionRest session={session} now={now} />
  </>
);

/** What stands in such a line after the time. */
export const SessionRest = ({ session, now }: DateProps) => {
  const { position, isCancelled } = session;
  const count = session.later.length + 1;
  const isOne = position !== undefined;
  return (
    <>
      {session.city || session.place},{" "}
      {isOne ? `keer ${position} van ${count}, ` : count > 1 && `${count} keer, `}
      {isOne && !isCancelled ? forMembers : <SeatsLeft session={session} now={now} />}
      {!isOne && <MovedFrom session={session} now={now} />}
    </>
  );
};

/** Dates, as a list. */
export const SessionRows = ({ sessions, now }: { sessions: SessionDate[]; now: string }) => (
  <ul class="rows dates">
    {sessions.map((session) => (
      <li class={session.isCancelled ? "off" : undefined}>
        <h3>
          <a href={`/inschrijven/${session.slug}/`}>{session.title}</a>
        </h3>
        <p class="when">
          <SessionLine session={session} now={now} />
        </p>
      </li>
    ))}
  </ul>
);
