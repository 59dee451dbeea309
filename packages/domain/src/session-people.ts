import type { SignupState } from "./signup.ts";

/** One person of a session, as its organisers need her on their lists. */
export type SessionPerson = {
  name: string;
  email: string;
  organisation: string;
  role: string;
  note: string;
  state: SignupState;
  placeInLine: number | null;
  /** Who she came with, without herself. */
  together: string[];
  /** By question. */
  answers: Record<string, string>;
  /** The meetings that she was at, counted from 1. */
  attended: number[];
  /** The meetings that she said she won't be at. */
  absent: number[];
  signedUpAt: string;
  confirmedAt: string | null;
};

/** A session with everybody who ever signed up for it, in order of their names. */
export type SessionPeople = {
  session: { title: string; step: string; place: string; guides: string };
  /** Wall times, the session itself first. */
  meetings: { startsLocal: string; endsLocal: string }[];
  questions: { id: string; label: string }[];
  people: SessionPerson[];
};

/** Who comes, or was to come: the people that a sign-in sheet and badges are for. */
export const comers = ({ people }: SessionPeople): SessionPerson[] =>
  people.filter(({ state }) => state === "confirmed");
