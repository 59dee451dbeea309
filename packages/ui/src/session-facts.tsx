import type { SessionView } from "@ontsecretaressen/domain/session";
import { whenOf } from "./dates.ts";

const addressOf = ({ place, address, city }: SessionView): string =>
  [place, address, city].filter((part) => part !== "").join(", ");

/** When, where and with whom, each in people's words. */
export const SessionFacts = ({ session }: { session: SessionView }) => (
  <dl class="facts">
    <dt>Wanneer</dt>
    <dd>
      <time datetime={session.startsAt}>{whenOf(session)}</time>
    </dd>
    <dt>Waar</dt>
    <dd>{addressOf(session)}</dd>
    {session.guides !== "" && (
      <>
        <dt>Met</dt>
        <dd>{session.guides}</dd>
      </>
    )}
  </dl>
);
