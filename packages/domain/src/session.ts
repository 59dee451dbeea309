export type StepView = { slug: string; position: number; title: string; summary: string; html: string };

/** How many people fit, have a seat (held or confirmed) and wait. Always counted, never kept. */
export type Seats = { capacity: number; taken: number; waiting: number };

/** One dated offering of a step. `startsLocal` and `endsLocal` are wall time (`2027-01-14T19:00`) in `timeZone`. */
export type SessionView = {
  slug: string;
  title: string;
  summary: string;
  step: { slug: string; title: string; position: number };
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  place: string;
  address: string;
  city: string;
  guides: string;
  isCancelled: boolean;
  seats: Seats;
};

/** The seats a newcomer can have: none while somebody waits, so that nobody jumps the list. */
export function seatsLeft(seats: Seats): number {
  return seats.waiting > 0 ? 0 : Math.max(0, seats.capacity - seats.taken);
}

export type SignupWindow = "open" | "not_yet" | "closed" | "begun" | "cancelled";

/** Whether a session takes signups at `now`, and why not. All moments are UTC; it opens at once and closes at its start unless said otherwise. */
export function signupWindow(
  session: { isCancelled: boolean; startsAt: string; opensAt: string | null; closesAt: string | null },
  now: string,
): SignupWindow {
  if (session.isCancelled) return "cancelled";
  if (session.startsAt <= now) return "begun";
  if (session.closesAt !== null && session.closesAt <= now) return "closed";
  return session.opensAt !== null && session.opensAt > now ? "not_yet" : "open";
}

/** Whether people can still sign up: not cancelled, not begun. `now` is UTC, as `startsAt` is. */
export function isOpenForSignup(session: SessionView, now: string): boolean {
  return !session.isCancelled && session.startsAt > now;
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u;

/** What the clock on the wall says, as UTC. Throws on anything but `YYYY-MM-DDTHH:MM`; an hour that the clock skips counts on. */
export function wallToUtc(wall: string, timeZone: string): string {
  if (!WALL.test(wall)) throw new Error(`not a wall time: ${wall}`);
  const asUtc = Date.parse(`${wall}:00.000Z`);
  const first = asUtc - offsetAt(asUtc, timeZone);
  // The offset a few hours off may be the other season's: look again at the moment itself.
  return new Date(asUtc - offsetAt(first, timeZone)).toISOString();
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  const shown = Date.parse(
    `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00.000Z`,
  );
  return shown - Math.floor(moment / 60_000) * 60_000;
}
