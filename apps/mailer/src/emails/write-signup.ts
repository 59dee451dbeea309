import type { EmailOccasion } from "@ontsecretaressen/db/email-occasions";
import type { ClaimedEmail } from "@ontsecretaressen/db/email-claims";
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
  { personId, addressVersion, name, broughtBy, signup, before }: Occasion,
): Promise<EmailContent | null> {
  const { session, state, heldUntil, placeInLine } = signup;
  const person = { name, session };
  const confirmUrl = await seatUrl(world, signup, addressVersion);
  // Everybody gets an answer of the same kind; whether the step is open to her is told to nobody but her.
  if (before !== null && !signup.isConfirmed && asksToConfirm.has(email.kind)) {
    const dates = dated(world, before.dates);
    return { kind: "step_not_yet", ...person, before: { ...before, dates }, heldUntil, confirmUrl };
  }
  switch (email.kind) {
    case "signup_held":
      return { kind: email.kind, ...person, confirmUrl, heldUntil: heldUntil ?? session.startsAt };
    case "signup_invited":
      return {
        kind: email.kind,
        session,
        broughtBy,
        confirmUrl,
        heldUntil: state === "waiting" ? null : heldUntil,
        placeInLine,
      };
    case "signup_waiting":
      return { kind: email.kind, ...person, confirmUrl, placeInLine: placeInLine ?? 1 };
    case "signup_again":
      return { kind: email.kind, ...person, confirmUrl, state };
    case "signup_confirmed":
      return { kind: email.kind, ...person, mineUrl: await mineUrl(world, personId, addressVersion) };
    case "signup_on_list":
      return {
        kind: email.kind,
        ...person,
        mineUrl: await mineUrl(world, personId, addressVersion),
        placeInLine: placeInLine ?? 1,
      };
    default:
      return null;
  }
}

const asksToConfirm: ReadonlySet<EmailKind> = new Set([
  "signup_held",
  "signup_invited",
  "signup_waiting",
  "signup_again",
]);
