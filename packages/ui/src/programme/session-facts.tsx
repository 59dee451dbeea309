import { isOff, placeOf, type SessionView } from "@ontsecretaressen/domain/session";
import type { Child } from "hono/jsx";
import { dayOf } from "../words/dates.ts";
import { SessionTime } from "./session-time.tsx";
import { priceWords } from "../words/site.ts";

/** When, where, with whom and for how much, each in people's words; what stands inside is added below. */
export const SessionFacts = ({ session, children }: { session: SessionView; children?: Child }) => (
  <dl class="facts">
    <dt>Wanneer</dt>
    <dd class={isOff(session, session) ? "off" : undefined}>
      <SessionTime session={session} />
      {session.movedFrom !== null && !session.isCancelled && (
        <>
          {" "}
          <span class="news">verplaatst</span>
        </>
      )}
    </dd>
    {session.movedFrom !== null && !session.isCancelled && (
      <Fact label="Eerst was het">
        <s>{dayOf(session.movedFrom)}</s>
      </Fact>
    )}
    {session.later.length > 0 && (
      <Fact label="En daarna">
        {session.later.map((meeting) => (
          <span class={isOff(session, meeting) ? "line off" : "line"}>
            <SessionTime session={meeting} />
          </span>
        ))}
      </Fact>
    )}
    <Fact label="Waar">{placeOf(session)}</Fact>
    {session.guides !== "" && <Fact label="Met">{session.guides}</Fact>}
    <Fact label="Kosten">
      {priceWords(session.priceCents)}
      {session.payment !== "" && `. ${session.payment}`}
    </Fact>
    {children}
  </dl>
);

/** One thing to know, under its name. */
export const Fact = ({ label, children }: { label: string; children?: Child }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
