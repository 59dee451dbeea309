// One email of each kind about a signup, as its reader could get it.
import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { Of } from "./email-parts.ts";
import { exampleSession as session, siteUrl } from "./example.ts";

const name = "Sanne";
const confirmUrl = `${siteUrl}/bevestig/sgn_01k9x3v6d2.tc4k1s.4b1d5e90c7a2f386`;
const mineUrl = `${siteUrl}/mijn/per_01k9x3v6d2.tc4k1s.4b1d5e90c7a2f386`;

type SignupKind = Extract<EmailKind, `signup_${string}`>;

export const exampleSignupEmails: { [Kind in SignupKind]: Of<Kind> } = {
  signup_held: { kind: "signup_held", name, session, confirmUrl, heldUntil: "2027-03-22T10:00:00.000Z" },
  signup_invited: {
    kind: "signup_invited",
    session,
    broughtBy: "Noor",
    heldUntil: "2027-03-22T10:00:00.000Z",
    placeInLine: null,
    confirmUrl,
  },
  signup_waiting: { kind: "signup_waiting", name, session, confirmUrl, placeInLine: 2 },
  signup_again: { kind: "signup_again", name, session, state: "held", confirmUrl },
  signup_confirmed: { kind: "signup_confirmed", name, session, mineUrl },
  signup_on_list: { kind: "signup_on_list", name, session, mineUrl, placeInLine: 2 },
};
