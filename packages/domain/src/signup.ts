/** `offered` is a seat that came free and is kept for who is next on the list. */
export type SignupState = "held" | "confirmed" | "waiting" | "offered" | "cancelled" | "expired";

/** How long a seat is kept for someone who has not confirmed yet, or a place on the list that she may still prove. */
export const holdHours = 48;

/** When who did not confirm yet is reminded, after she signed up; not when so little is left. */
export const remindAfterHours = 24;
export const remindBeforeHours = 2;

/** How soon the same person, signing up again, gets the email again. */
export const againMinutes = 10;

/** How many come together at most: who signs up, and whom she brings. */
export const partyMost = 8;

/** For how long the browser that sent the form can correct the address in it, and how often. */
export const correctionHours = 2;
export const correctionRates = [{ most: 3, seconds: 86_400 }] as const;

/**
 * How long what belongs to signups is kept, counted from the last meeting. The privacy page tells the same; of who was not
 * there it is `retentionDays.address`.
 */
export const signupTerms = {
  /** What she told so that she could come: her note and her answers, in days. */
  detailsDays: 92,
  /** That she was there, in years: it opens the next step, and her certificate proves it. */
  attendedYears: 5,
} as const;

/** A signup as its own person sees it. `placeInLine` counts from 1 and is there while waiting. */
export type OwnSignup<Session> = {
  id: string;
  session: Session;
  state: SignupState;
  placeInLine: number | null;
  heldUntil: string | null;
  offerUntil: string | null;
  /** Whether she pressed the button in an email about it. */
  isConfirmed: boolean;
  /** False for a colleague whom somebody brought, until she tells who she is. */
  hasConsent: boolean;
  /** How often the entry in her calendar changed. */
  sequence: number;
  /** Which of the addresses that proved she was there opens still. */
  certificateVersion: number;
  /** Whether she may take part in its step: she attended the one before it, or it was opened for her. */
  isStepOpen: boolean;
  /** Whether she was at one of its meetings. */
  wasThere: boolean;
  /** The later meetings that she won't be at, while her seat stays hers. */
  absences: number[];
  /** Where she takes part from behind a screen, and what comers are told; null and empty unless her seat is certain. */
  onlineUrl: string | null;
  notes: string;
};

/** Somebody whom she brought, as she typed her; confirmed is with her, whatever she has elsewhere. */
export type Colleague = { id: string; email: string; isConfirmed: boolean };

type Standing = {
  state: SignupState;
  heldUntil: string | null;
  offerUntil: string | null;
  confirmedAt: string | null;
};

/** Where a signup stands at `now`: a seat or a place that was kept for too long is over, also before anything wrote that down. */
export function stateAt({ state, heldUntil, offerUntil, confirmedAt }: Standing, now: string): SignupState {
  const until =
    state === "offered"
      ? offerUntil
      : state === "held" || (state === "waiting" && confirmedAt === null)
        ? heldUntil
        : null;
  return until !== null && until <= now ? "expired" : state;
}

/** How often one may sign up, or be signed up: anybody can type anybody's address, and a round table can share one network. */
export const signupRates = {
  addressForSession: [{ most: 3, seconds: 3600 }],
  address: [
    { most: 10, seconds: 3600 },
    { most: 20, seconds: 86_400 },
  ],
  session: [{ most: 1000, seconds: 3600 }],
  network: [
    { most: 40, seconds: 600 },
    { most: 200, seconds: 86_400 },
  ],
} as const;

/** How often one may bring others from her own page: who is released makes room for another, and each gets an email. */
export const bringRates = [{ most: 12, seconds: 86_400 }] as const;
