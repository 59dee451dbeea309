import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import { laterAhead, meetingsOf, type SessionView } from "@ontsecretaressen/domain/session";
import { meetingTitle } from "@ontsecretaressen/ui/calendar/seat";
import type { World } from "../context.ts";
import { certificateUrl, mineUrl, seatUrl } from "./claim-urls.ts";

type Occasion = Extract<EmailOccasion, { about: "signup" }>;

const AMSTERDAM = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

/** What an email about a session says to somebody who signed up for it; null when there is nothing to say any more. */
export async function sessionContent(
  world: World,
  email: ClaimedEmail,
  occasion: Occasion,
): Promise<EmailContent | null> {
  const { name, personId, addressVersion, signup, facts } = occasion;
  const { message } = facts;
  const session = sessionAt(signup.session, facts.meeting);
  const person = { name, session };
  const isCertain = signup.state === "confirmed";
  const stepUrl = `${world.siteUrl}/programma/${session.step.slug}/`;
  const isAhead = isCertain && !session.isCancelled && session.startsAt > world.now().toISOString();
  switch (email.kind) {
    case "session_week":
      return isAhead ? { kind: email.kind, ...(await coming(world, occasion, session)) } : null;
    case "session_tomorrow": {
      const isToday = AMSTERDAM.format(world.now()) >= session.startsLocal.slice(0, 10);
      return isAhead ? { kind: email.kind, ...(await coming(world, occasion, session)), isToday } : null;
    }
    case "session_thanks":
      return { kind: email.kind, ...person, stepUrl, ...(await afterwards(world, occasion)) };
    case "session_moved":
      return {
        kind: email.kind,
        ...(await coming(world, occasion, session)),
        was: facts.was,
        isUnanswered: facts.isUnanswered && signup.session.startsAt > world.now().toISOString(),
      };
    case "session_cancelled":
      return {
        kind: email.kind,
        ...person,
        isInCalendar: facts.entries > 0,
        reason: session.cancelReason,
        stepUrl,
      };
    case "session_message":
      return message === null
        ? null
        : {
            kind: email.kind,
            ...person,
            ...message,
            mineUrl: await mineUrl(world, personId, addressVersion),
          };
    default:
      return null;
  }
}

/** A session with the times of one of its meetings, where it is a series and the email is about one. */
function sessionAt(session: SessionView, position: number | null): SessionView {
  const meetings = meetingsOf(session);
  const meeting = meetings.find((one) => one.position === position);
  if (meeting === undefined || meetings.length === 1) return session;
  const { startsLocal, endsLocal, startsAt, endsAt } = meeting;
  const title = meetingTitle(session, meeting.position, meetings.length);
  return { ...session, title, startsLocal, endsLocal, startsAt, endsAt };
}

async function coming(world: World, occasion: Occasion, session: SessionView) {
  const { name, personId, addressVersion, signup, facts } = occasion;
  // Once a series has begun a seat can't be given back; for one of its meetings she can still say that she won't be there.
  const now = world.now().toISOString();
  const hasBegun = signup.session.startsAt <= now;
  const isOver = hasBegun && laterAhead(signup.session, now).length === 0;
  return {
    name,
    session,
    isCertain: signup.state === "confirmed",
    onlineUrl: facts.onlineUrl,
    notes: facts.notes,
    mineUrl: await mineUrl(world, personId, addressVersion),
    seatUrl: isOver ? null : await seatUrl(world, signup, addressVersion),
    keepsSeat: hasBegun,
  };
}

async function afterwards(world: World, { id, signup, facts: { attended, opens } }: Occasion) {
  return {
    wasThere: attended.length > 0,
    next: opens === null ? null : { title: opens.title, url: `${world.siteUrl}/programma/${opens.slug}/` },
    certificateUrl: await certificateUrl(world, id, signup.certificateVersion),
  };
}
