import type { SessionView } from "@ontsecretaressen/domain/session";
import { SessionTime } from "./session-time.tsx";
import { seatWords } from "./words.ts";

type Props = { session: SessionView; now: string };

/** The places of a session in words; what is new or nearly full is lit. */
export const SeatsLeft = ({ session, now }: Props) => {
  const { tone, text } = seatWords(session, now);
  return <span class={tone === "few" || tone === "cancelled" ? "news" : undefined}>{text}</span>;
};

/** One date in one line: "dinsdag 14 april, 19.00-21.30 uur, Nieuwegein, nog 4 plekken". */
export const SessionLine = ({ session, now }: Props) => (
  <>
    <SessionTime session={session} now={now} />, {session.city}, <SeatsLeft session={session} now={now} />
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
