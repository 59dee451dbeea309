import type { SessionView } from "@ontsecretaressen/domain/session";
import type { Child } from "hono/jsx";
import { SessionTime } from "./session-time.tsx";

const addressOf = ({ place, address, city }: SessionView): string =>
  [place, address, city].filter((part) => part !== "").join(", ");

/** When, where and with whom, each in people's words; what stands inside is added below. */
export const SessionFacts = ({ session, children }: { session: SessionView; children?: Child }) => (
  <dl class="facts">
    <dt>Wanneer</dt>
    <dd class={session.isCancelled ? "off" : undefined}>
      <SessionTime session={session} />
    </dd>
    <dt>Waar</dt>
    <dd>{addressOf(session)}</dd>
    {session.guides !== "" && (
      <>
        <dt>Met</dt>
        <dd>{session.guides}</dd>
      </>
    )}
    {children}
  </dl>
);
