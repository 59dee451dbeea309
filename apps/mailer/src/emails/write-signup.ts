import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import type { World } from "../context.ts";
import { mineUrl, seatUrl } from "./claim-urls.ts";
import { dated } from "./write-step.ts";

type Occasion = Extract<EmailOccasion, { about: "signup" }>;

/** What an email about a signup says; null when it is of another kind. */
export async function signupContent(
  world: World,
  email: ClaimedEmail,
  { personId, addressVersion, name, broughtBy, signup, before, facts }: Occasion,
): Promise<EmailContent | null> {
  const { session, state, heldUntil, offerUntil, placeInLine } = signup;
  const person = { name, session };
  const url = await seatUrl(world, signup, addressVersion);
  const notYet = before === null ? null : { ...before, dates: dated(world, before.dates) };
  // Everybody gets an answer of the same kind; whether the step is open to her is told to nobody but her.
  if (notYet !== null && asksToConfirm.has(email.kind) && (!signup.isConfirmed || state === "held")) {
    const kept = state === "held" ? heldUntil : null;
    return { kind: "step_not_yet", ...person, before: notYet, heldUntil: kept, confirmUrl: url };
  }
  const line = placeInLine ?? 1;
  const until = heldUntil ?? session.startsAt;
  const isWaiting = state === "waiting";
  switch (email.kind) {
    case "signup_held":
      return { kind: email.kind, ...person, confirmUrl: url, heldUntil: until };
    case "signup_invited": {
      const held = isWaiting ? null : until;
      return { kind: email.kind, session, broughtBy, confirmUrl: url, heldUntil: held, placeInLine };
    }
    case "signup_waiting":
      return { kind: email.kind, ...person, confirmUrl: url, placeInLine: line };
    case "signup_again":
      return { kind: email.kind, ...person, confirmUrl: url, state };
    case "signup_reminder": {
      const brought = signup.hasConsent ? null : { by: broughtBy };
      return { kind: email.kind, ...person, brought, confirmUrl: url, isWaiting, heldUntil: until };
    }
    case "signup_confirmed": {
      const mine = await mineUrl(world, personId, addressVersion);
      const { onlineUrl, notes } = signup;
      return { kind: email.kind, ...person, onlineUrl, notes, mineUrl: mine, seatUrl: url };
    }
    case "signup_on_list":
      return { kind: email.kind, ...person, seatUrl: url, placeInLine: line, before: notYet };
    case "group_passed_over":
      return { kind: email.kind, ...person, seatUrl: url, placeInLine: line };
    case "signup_cancelled":
    case "signup_withdrawn": {
      const stepUrl = `${world.siteUrl}/programma/${session.step.slug}/`;
      return { kind: email.kind, ...person, isInCalendar: facts.entries > 0, stepUrl };
    }
    case "signup_released":
      return {
        kind: email.kind,
        session,
        broughtBy,
        sessionUrl: `${world.siteUrl}/inschrijven/${session.slug}/`,
      };
    case "seat_offered":
      return { kind: email.kind, ...person, seatUrl: url, offerUntil: offerUntil ?? session.startsAt };
    case "offer_ended":
      return { kind: email.kind, ...person, seatUrl: url };
    case "seat_passed_on":
      return { kind: email.kind, ...person, seatUrl: url, before: notYet };
    default:
      return null;
  }
}

const asksToConfirm: ReadonlySet<EmailKind> = new Set([
  "signup_held",
  "signup_invited",
  "signup_waiting",
  "signup_again",
  "signup_reminder",
]);
