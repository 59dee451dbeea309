import { isOver, type SessionView } from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { Fact, SessionFacts } from "../programme/session-facts.tsx";

/** The facts of a session that she signed up for, with what is told to comers alone until it is over. */
export const OwnFacts = ({ signup, now }: { signup: OwnSignup<SessionView>; now: string }) => {
  const { session, onlineUrl, notes } = signup;
  const isTold = !session.isCancelled && !isOver(session, now);
  return (
    <SessionFacts session={session}>
      {isTold && onlineUrl !== null && (
        <Fact label="Online">
          <a href={onlineUrl}>{onlineUrl}</a>
        </Fact>
      )}
      {isTold && notes !== "" && (
        <Fact label="Goed om te weten">
          {notes.split(/\r?\n/u).map((line) => (
            <span class="line">{line}</span>
          ))}
        </Fact>
      )}
    </SessionFacts>
  );
};
