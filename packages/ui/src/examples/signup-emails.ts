// One email of each kind about a signup, as its reader could get it.
import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { Of } from "../emails/parts.ts";
import { exampleSession as session, siteUrl } from "./site.ts";

const name = "Sanne";
const confirmUrl = `${siteUrl}/bevestig/sgn_01k9x3v6d2.tc4k1s.4b1d5e90c7a2f386`;
const mineUrl = `${siteUrl}/mijn/per_01k9x3v6d2.tc4k1s.4b1d5e90c7a2f386`;

const stepUrl = `${siteUrl}/programma/workshops/`;

type SignupKind = Extract<
  EmailKind,
  `signup_${string}` | `seat_${string}` | "offer_ended" | "group_passed_over"
>;

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
  signup_confirmed: {
    kind: "signup_confirmed",
    name,
    session,
    onlineUrl: null,
    notes: "",
    mineUrl,
    seatUrl: confirmUrl,
  },
  signup_on_list: {
    kind: "signup_on_list",
    name,
    session,
    seatUrl: confirmUrl,
    placeInLine: 2,
    before: null,
  },
  signup_reminder: {
    kind: "signup_reminder",
    name,
    session,
    brought: null,
    confirmUrl,
    isWaiting: false,
    heldUntil: "2027-03-22T10:00:00.000Z",
  },
  signup_cancelled: { kind: "signup_cancelled", name, session, isInCalendar: true, stepUrl },
  signup_released: {
    kind: "signup_released",
    session,
    broughtBy: "Noor",
    sessionUrl: `${siteUrl}/inschrijven/${session.slug}/`,
  },
  signup_withdrawn: { kind: "signup_withdrawn", name, session, isInCalendar: true, stepUrl },
  seat_offered: {
    kind: "seat_offered",
    name,
    session,
    seatUrl: confirmUrl,
    offerUntil: "2027-03-22T10:00:00.000Z",
  },
  offer_ended: { kind: "offer_ended", name, session, seatUrl: confirmUrl },
  seat_passed_on: { kind: "seat_passed_on", name, session, seatUrl: confirmUrl, before: null },
  group_passed_over: { kind: "group_passed_over", name, session, seatUrl: confirmUrl, placeInLine: 1 },
};
