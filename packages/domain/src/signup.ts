export type SignupState = "held" | "confirmed" | "waiting" | "cancelled" | "expired";

/** How long a seat is kept for someone who has not confirmed yet, and so how long the link in the email works. */
export const holdHours = 48;

/** How long a person's own page stays open by one link. */
export const personLinkDays = 180;

/** How soon the same person, signing up again, gets the email again. */
export const againMinutes = 10;

/** A signup as its own person sees it. `placeInLine` counts from 1 and is there while waiting. */
export type OwnSignup<Session> = {
  session: Session;
  state: SignupState;
  placeInLine: number | null;
  heldUntil: string | null;
  isConfirmed: boolean;
};
