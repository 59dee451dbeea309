import { lastOfferHours } from "./offer.ts";

/** After so many minutes an email that waits is late. */
const LATE_MINUTES = 30;

/** The cron comes each minute: after so many it has done what time asks for. */
const SETTLED_MINUTES = 5;

const MINUTE = 60_000;

/** The moments between which what must always be true is looked at, as UTC. */
export type InvariantMoment = { now: string; lateBefore: string; settledBefore: string; notBefore: string };

/** Those moments for somebody who looks at `now`. */
export function invariantMoment(now: Date): InvariantMoment {
  const from = (minutes: number) => new Date(now.getTime() + minutes * MINUTE).toISOString();
  return {
    now: now.toISOString(),
    lateBefore: from(-LATE_MINUTES),
    settledBefore: from(-SETTLED_MINUTES),
    notBefore: from(lastOfferHours * 60),
  };
}
