import type { Meeting } from "@ontsecretaressen/domain/session";
import { dayOf, hoursOf, isOneDay, shortDayOf, whenOf } from "../words/dates.ts";

/** When a session is. With `now` it is the short form for a list: no year when it is this one. */
export const SessionTime = ({
  session,
  now = null,
}: {
  session: Pick<Meeting, "startsLocal" | "endsLocal" | "startsAt">;
  now?: string | null;
}) => {
  if (!isOneDay(session)) return <time datetime={session.startsAt}>{whenOf(session)}</time>;
  const day = now === null ? dayOf(session.startsLocal) : shortDayOf(session.startsLocal, now);
  return (
    <time datetime={session.startsAt}>
      {day}, <span class="nb">{hoursOf(session)}</span>
    </time>
  );
};
