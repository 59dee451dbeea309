import type { OfferMoment } from "@ontsecretaressen/db/seats/offer";
import { lastOfferHours, offerUntil } from "@ontsecretaressen/domain/offer";
import type { CronWorld } from "../context.ts";

/** Now, for an act that may free seats: until when they are offered, and of what their emails' ids are made. */
export function offerMoment({ now, newId }: Pick<CronWorld, "now" | "newId">): OfferMoment {
  const at = now();
  return {
    now: at.toISOString(),
    seed: newId("eml"),
    until: offerUntil(at),
    notBefore: new Date(at.getTime() + lastOfferHours * 3_600_000).toISOString(),
  };
}
