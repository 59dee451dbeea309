import type { SessionView } from "@ontsecretaressen/domain/session";
import { shortDayOf } from "../words/dates.ts";
import { SessionTime } from "./session-time.tsx";
import { type SeatTone, seatWords } from "../words/site.ts";

type Props = { session: SessionView; now: string };

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
export const SessionLine = ({ session, now }: Props) => (
  <>
    <SessionTime session={session} now={now} />, <SessionRest session={session} now={now} />
  </>
);

/** What stands in such a line after the time. */
export const SessionRest = ({ session, now }: Props) => (
  <>
    {session.city || session.place}, {session.later.length > 0 && `${session.later.length + 1} keer, `}
    <SeatsLeft session={session} now={now} />
    <MovedFrom session={session} now={now} />
  </>
);

/** Dates one can sign up for, as a list. */
export const SessionRows = ({ sessions, now }: { sessions: SessionView[]; now: string }) => (
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
