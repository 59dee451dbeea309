import { keepSeats } from "@ontsecretaressen/db/seats/keep";
import { holdHours, remindAfterHours, remindBeforeHours } from "@ontsecretaressen/domain/signup";
import type { CronWorld } from "../context.ts";
import { offerMoment } from "./moment.ts";

/** What time does to seats, each minute: holds and offers end, free seats are offered, who did not confirm yet is reminded. */
export async function keepSeatsByTheClock(world: CronWorld): Promise<void> {
  const moment = offerMoment(world);
  const hoursFrom = (hours: number) => new Date(Date.parse(moment.now) + hours * 3_600_000).toISOString();
  await keepSeats(world.db, {
    ...moment,
    signedUpBefore: hoursFrom(-remindAfterHours),
    heldAfter: hoursFrom(remindBeforeHours),
    dayFrom: hoursFrom(holdHours / 2),
    holdUntil: hoursFrom(holdHours),
  });
}
