import { utcToWall, wallToUtc } from "./session.ts";

/** How long somebody has to take a seat that came free: so many hours of days on which people work, and a day at least. */
export const offerHours = { waking: 12, atLeast: 24 } as const;

/** So shortly before a session begins no seat is offered any more. */
export const lastOfferHours = 2;

const ZONE = "Europe/Amsterdam";
const [OPENS, CLOSES] = [8 * 60, 20 * 60];

/** Until when an offer made at `now` holds. Hours count from eight to eight, Monday to Friday. The session's start clips it. */
export function offerUntil(now: Date): string {
  const atLeast = now.getTime() + offerHours.atLeast * 3_600_000;
  const waking = Date.parse(
    wallToUtc(afterWakingMinutes(utcToWall(now, ZONE), offerHours.waking * 60), ZONE),
  );
  return new Date(Math.max(atLeast, waking)).toISOString();
}

// On the wall a day always has its hours: the clock only changes while everybody sleeps.
function afterWakingMinutes(wall: string, minutes: number): string {
  let day = new Date(`${wall.slice(0, 10)}T00:00:00.000Z`);
  let from = Math.max(OPENS, Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)));
  for (let left = minutes; ;) {
    const today = isWorkday(day) ? Math.max(0, CLOSES - from) : 0;
    if (today >= left) return new Date(day.getTime() + (from + left) * 60_000).toISOString().slice(0, 16);
    left -= today;
    day = new Date(day.getTime() + 86_400_000);
    from = OPENS;
  }
}

const isWorkday = (day: Date): boolean => day.getUTCDay() % 6 !== 0;
