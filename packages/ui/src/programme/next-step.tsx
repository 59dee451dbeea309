import { seatsLeft, type SessionView, signupWindow } from "@ontsecretaressen/domain/session";
import { SessionLine } from "./session-line.tsx";

const hasRoom = (session: SessionView, now: string) =>
  signupWindow(session, now) === "open" && seatsLeft(session.seats) > 0;

/** The one thing to do: the button to the next date with room, and when that is. Without one there is `otherwise`. */
export const NextStep = ({
  sessions,
  now,
  otherwise = null,
}: {
  sessions: SessionView[];
  now: string;
  otherwise?: { label: string; href: string } | null;
}) => {
  const withRoom = sessions.filter((one) => hasRoom(one, now));
  // Who is new here begins at the first step, also when a later one comes sooner.
  const session = withRoom.find(({ step }) => step.position === 1) ?? withRoom[0];
  if (session === undefined) {
    return otherwise === null ? null : (
      <a class="button" href={otherwise.href}>
        {otherwise.label}
      </a>
    );
  }
  return (
    <>
      <a class="button" href={`/inschrijven/${session.slug}/`}>
        {session.step.position === 1 ? "Kom kennismaken" : "Kom erbij"}
      </a>
      <p class="when">
        <SessionLine session={session} now={now} />
      </p>
    </>
  );
};
