// One email of each kind about a session, as its reader could get it.
import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { Of } from "../emails/parts.ts";
import { exampleSession as session, siteUrl } from "./site.ts";

const name = "Sanne";
const mineUrl = `${siteUrl}/mijn/per_01k9x3v6d2.t4k2m0.4b1d5e90c7a2f386`;
const stepUrl = `${siteUrl}/programma/rondetafel/`;

const coming = {
  name,
  session,
  isCertain: true,
  onlineUrl: null,
  notes: "De zaal is op de eerste verdieping, links van de balie. Vanaf half zeven staat er soep.",
  mineUrl,
  keepsSeat: false,
  seatUrl: `${siteUrl}/bevestig/sgn_01k9x3v6d2.t4k2m0.8f3a1c5e7b9d2046`,
};

type SessionKind = Exclude<Extract<EmailKind, `session_${string}`>, "session_planned">;

export const exampleSessionEmails: { [Kind in SessionKind]: Of<Kind> } = {
  session_week: { kind: "session_week", ...coming },
  session_tomorrow: { kind: "session_tomorrow", ...coming, isToday: false },
  session_thanks: {
    kind: "session_thanks",
    name,
    session,
    wasThere: true,
    stepUrl,
    next: { title: "Workshops", url: `${siteUrl}/programma/workshops/` },
    certificateUrl: `${siteUrl}/bewijs/sgn_01k9x3v6d2.7gtz0a2k.2d6f8b0c4e1a3957/`,
  },
  session_moved: {
    kind: "session_moved",
    ...coming,
    isUnanswered: false,
    was: {
      slug: session.slug,
      title: session.title,
      place: "De KOM",
      address: "Stadsplateau 1",
      city: "Nieuwegein",
      onlineUrl: null,
      meetings: [{ startsLocal: "2027-04-07T19:00", endsLocal: "2027-04-07T21:30" }],
    },
  },
  session_cancelled: {
    kind: "session_cancelled",
    name,
    session,
    isInCalendar: true,
    reason: "Edwin is ziek geworden, en we vonden niemand die hem kan vervangen.",
    stepUrl,
  },
  session_message: {
    kind: "session_message",
    name,
    session,
    subject: "Neem iets mee dat op je bureau staat",
    text: "We beginnen woensdag met een rondje langs de tafel. Neem iets mee dat op je bureau staat en dat iets vertelt over je werk.\n\nTot dan.",
    mineUrl,
  },
};
