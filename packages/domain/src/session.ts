/** What a step is called and where it stands. */
export type StepLink = { slug: string; title: string };

export type StepView = StepLink & {
  position: number;
  summary: string;
  html: string;
  forWhom: string;
  /** What can come after it, in words. */
  opens: string;
  guides: string;
  /** What it usually costs: null is not said, 0 is free. */
  priceCents: number | null;
  payment: string;
  /** The step that must be attended first. */
  requires: StepLink | null;
};

/** One of the times that a series comes together; the first is the session itself. */
export type Meeting = {
  position: number;
  startsLocal: string;
  endsLocal: string;
  startsAt: string;
  endsAt: string;
};

/** How many people fit, have a seat (held or confirmed) and wait. Always counted, never kept. */
export type Seats = { capacity: number; taken: number; waiting: number };

/** One dated offering of a step. `startsLocal` and `endsLocal` are wall time (`2027-01-14T19:00`) in `timeZone`. */
export type SessionView = {
  slug: string;
  title: string;
  summary: string;
  step: StepLink & { position: number; requires: StepLink | null };
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  place: string;
  address: string;
  city: string;
  guides: string;
  /** Whether one takes part from behind a screen; the address is for confirmed people alone. */
  isOnline: boolean;
  /** From when until when people can sign up; null is from now on, and until it begins. */
  opensAt: string | null;
  closesAt: string | null;
  priceCents: number;
  payment: string;
  /** When it was first going to be, as wall time; null when it never moved. */
  movedFrom: string | null;
  /** Every meeting after the first, for a series. */
  later: Meeting[];
  isCancelled: boolean;
  /** When it was called off; what had begun of it by then has been. */
  cancelledAt: string | null;
  cancelReason: string;
  seats: Seats;
};

/** Where a session is, in one line. */
export const placeOf = ({ place, address, city }: Pick<SessionView, "place" | "address" | "city">): string =>
  [place, address, city].filter((part) => part !== "").join(", ");

/** As much of a session as an article says of the one that comes next. */
export type NextSession = Pick<
  SessionView,
  "slug" | "title" | "city" | "startsLocal" | "endsLocal" | "startsAt"
>;

/** Every time that a session comes together, the first included. */
export const meetingsOf = (session: SessionView): Meeting[] => [
  { ...session, position: 1 },
  ...session.later,
];

/** Whether a session was called off, and when. */
export type CalledOff = Pick<SessionView, "isCancelled" | "cancelledAt">;

/** Whether a meeting does not go on: its session was called off before it began. */
export const isOff = (session: CalledOff, { startsAt }: Pick<Meeting, "startsAt">): boolean =>
  session.isCancelled && startsAt > (session.cancelledAt ?? "");

/** Whether only the rest of a series was called off, for it had begun. */
export const isRestOff = (session: CalledOff & Pick<Meeting, "startsAt">): boolean =>
  session.isCancelled && !isOff(session, session);

/** The meetings after the first that have yet to begin. */
export const laterAhead = ({ later }: Pick<SessionView, "later">, now: string): Meeting[] =>
  later.filter(({ startsAt }) => startsAt > now);

/** Whether all of its meetings ended. */
export const isOver = (session: SessionView, now: string): boolean =>
  meetingsOf(session).every(({ endsAt }) => endsAt <= now);

/** The seats a newcomer can have: none while somebody waits, so that nobody jumps the list. */
export function seatsLeft(seats: Seats): number {
  return seats.waiting > 0 ? 0 : Math.max(0, seats.capacity - seats.taken);
}

/** When and where a session was before it changed, for who had signed up for it by then. */
export type SessionBefore = {
  slug: string;
  title: string;
  place: string;
  address: string;
  city: string;
  onlineUrl: string | null;
  /** Its meetings, the first included, as wall times. */
  meetings: { startsLocal: string; endsLocal: string }[];
  /** Of those, which she said she won't be at; absent where nobody could. */
  absences?: number[];
};

export type SignupWindow = "open" | "not_yet" | "closed" | "begun" | "cancelled";

/**
 * Whether a session takes signups at `now`, and why not. All moments are UTC; it opens at once and closes at its start
 * unless said otherwise.
 */
export function signupWindow(
  session: { isCancelled: boolean; startsAt: string; opensAt: string | null; closesAt: string | null },
  now: string,
): SignupWindow {
  if (session.isCancelled) return "cancelled";
  if (session.startsAt <= now) return "begun";
  if (session.closesAt !== null && session.closesAt <= now) return "closed";
  return session.opensAt !== null && session.opensAt > now ? "not_yet" : "open";
}

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;

/** Whether a text is a moment on the wall, such as `2027-01-14T19:00`; a day that no month has is none. */
export function isWall(text: string): boolean {
  const moment = WALL.test(text) ? Date.parse(`${text}:00.000Z`) : Number.NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** What the clock on the wall says, as UTC. Throws on anything but `YYYY-MM-DDTHH:MM`; an hour that the clock skips counts on. */
export function wallToUtc(wall: string, timeZone: string): string {
  if (!isWall(wall)) throw new Error(`not a wall time: ${wall}`);
  const asUtc = Date.parse(`${wall}:00.000Z`);
  const first = asUtc - offsetAt(asUtc, timeZone);
  // The offset a few hours off may be the other season's: look again at the moment itself.
  return new Date(asUtc - offsetAt(first, timeZone)).toISOString();
}

/** What the clock on the wall says at a moment: `YYYY-MM-DDTHH:MM`. */
export function utcToWall(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
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
