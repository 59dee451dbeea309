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

/** Where a signup stands at `now`: a hold that ran out is over, also before anything wrote that down. */
export function stateAt(signup: { state: SignupState; heldUntil: string | null }, now: string): SignupState {
  const isOver = signup.state === "held" && signup.heldUntil !== null && signup.heldUntil <= now;
  return isOver ? "expired" : signup.state;
}
