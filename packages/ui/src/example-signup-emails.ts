// One email of each kind about a signup, as its reader could get it.
import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { Of } from "./email-parts.ts";
import { exampleSession as session, siteUrl } from "./example.ts";

const name = "Sanne";
const confirmUrl = `${siteUrl}/bevestig/2wQz7mHk1cVtY4rB9sXeLg0d`;
const mineUrl = `${siteUrl}/mijn/8pNf3uJq6aZxW5tC0vKoMh2e`;

type SignupKind = Extract<EmailKind, `signup_${string}`>;

export const exampleSignupEmails: { [Kind in SignupKind]: Of<Kind> } = {
  signup_held: { kind: "signup_held", name, session, confirmUrl, heldUntil: "2027-03-22T10:00:00.000Z" },
  signup_waiting: { kind: "signup_waiting", name, session, confirmUrl, placeInLine: 2 },
  signup_again: { kind: "signup_again", name, session, state: "held", confirmUrl },
  signup_confirmed: { kind: "signup_confirmed", name, session, mineUrl },
  signup_on_list: { kind: "signup_on_list", name, session, mineUrl, placeInLine: 2 },
};
