import { type CalledOff, isOff, utcToWall, wallToUtc } from "./session.ts";

export const reminderKinds = ["week_before", "day_before", "afterwards"] as const;

/** What the people of a session are reminded of: that it is in a week, that a meeting is tomorrow, and that it was. */
export type ReminderKind = (typeof reminderKinds)[number];

/** Planned until it is sent, or missed: what would have come too late is not sent any more, and organisers see it. */
export type ReminderState = "planned" | "sent" | "missed";

/** `meeting` counts from 1. It is due at `dueAt` and may go until `until`, both UTC. */
export type Reminder = { kind: ReminderKind; meeting: number; dueAt: string; until: string };

type Meeting = { startsLocal: string; endsLocal: string; startsAt: string };

/** On the clock of where the session is: when people have their day before them. */
const CLOCK = "10:00";

const HOUR_MS = 3_600_000;
/** A week before is still about a week before two days later. */
const WEEK_LATE_HOURS = 48;
/** Who hears of tomorrow must have some of it left. */
const DAY_LATE_HOURS = 3;
/** Thanks that wait for the list of who was there. */
const AFTERWARDS_LATE_HOURS = 7 * 24;

/**
 * When the people of a session are reminded, by its meetings in their order: a week before the first, the day before each,
 * and the morning after the last. Ten in the morning is ten in the morning in summer and in winter.
 */
export function remindersOf(meetings: readonly Meeting[], timeZone: string): Reminder[] {
  const [first] = meetings;
  const last = meetings.at(-1);
  if (first === undefined || last === undefined) return [];
  const weekBefore = dueFrom(first.startsLocal, -7, timeZone);
  return [
    { kind: "week_before", meeting: 1, dueAt: weekBefore, until: hoursFrom(weekBefore, WEEK_LATE_HOURS) },
    ...meetings.map(({ startsLocal, startsAt }, index) => ({
      kind: "day_before" as const,
      meeting: index + 1,
      dueAt: dueFrom(startsLocal, -1, timeZone),
      until: hoursFrom(startsAt, -DAY_LATE_HOURS),
    })),
    thanksFor(meetings, last.endsLocal, timeZone),
  ];
}

/**
 * Of what was called off there are thanks for what had been of it: the morning after, and after people heard that it ends
 * there.
 */
function remindersOfWhatWas(session: Reminded): Reminder[] {
  const { meetings, timeZone, cancelledAt } = session;
  const were = meetings.filter((meeting) => !isOff(session, meeting));
  const last = were.at(-1);
  if (last === undefined || cancelledAt === null) return [];
  const told = utcToWall(new Date(cancelledAt), timeZone);
  return [thanksFor(were, told > last.endsLocal ? told : last.endsLocal, timeZone)];
}

/** Thanks in the morning after a moment on the wall. */
function thanksFor({ length }: readonly Meeting[], wall: string, timeZone: string): Reminder {
  const dueAt = dueFrom(wall, 1, timeZone);
  return { kind: "afterwards", meeting: length, dueAt, until: hoursFrom(dueAt, AFTERWARDS_LATE_HOURS) };
}

/** What is done with a planned reminder at `now`: it waits, it goes, or its moment has passed. */
function reminderAt({ dueAt, until }: Pick<Reminder, "dueAt" | "until">, now: string) {
  if (now < dueAt) return "wait";
  return now < until ? "go" : "missed";
}

const dueFrom = (wall: string, days: number, timeZone: string): string =>
  wallToUtc(`${dayFrom(wall, days)}T${CLOCK}`, timeZone);

/** The day so many days from a wall time's, on the calendar: a day is not always 24 hours long. */
function dayFrom(wall: string, days: number): string {
  const midnight = Date.parse(`${wall.slice(0, 10)}T00:00:00.000Z`);
  return new Date(midnight + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

const hoursFrom = (moment: string, hours: number): string =>
  new Date(Date.parse(moment) + hours * HOUR_MS).toISOString();

/** A session as its reminders depend on it, with what is written down of them. */
export type Reminded = CalledOff & {
  timeZone: string;
  /** Whether anybody was checked in: thanks can only go to who was there. */
  isCheckedIn: boolean;
  meetings: Meeting[];
  written: (Pick<Reminder, "kind" | "meeting" | "dueAt"> & { state: ReminderState })[];
};

/** What must be written down about one reminder. */
export type ReminderChange = Pick<Reminder, "kind" | "meeting" | "dueAt"> & {
  to: ReminderState | "dropped";
};

/**
 * What must be written down of a session's reminders at `now`. Only what was planned while its moment was still to come is
 * sent or missed: who plans a session for tomorrow misses no reminder of last week. What its moves and cancelling made
 * meaningless is dropped.
 */
export function reminderChanges(session: Reminded, now: string): ReminderChange[] {
  const wanted = session.isCancelled
    ? remindersOfWhatWas(session)
    : remindersOf(session.meetings, session.timeZone);
  const same = (one: Pick<Reminder, "kind" | "meeting" | "dueAt">) => (other: typeof one) =>
    one.kind === other.kind && one.meeting === other.meeting && one.dueAt === other.dueAt;
  const dropped = session.written.filter((row) => row.state === "planned" && !wanted.some(same(row)));
  return [
    ...dropped.map(({ kind, meeting, dueAt }) => ({ kind, meeting, dueAt, to: "dropped" as const })),
    ...wanted.flatMap((reminder) => {
      const to = nextState(reminder, session.written.find(same(reminder))?.state, session, now);
      const { kind, meeting, dueAt } = reminder;
      return to === null ? [] : [{ kind, meeting, dueAt, to }];
    }),
  ];
}

function nextState(
  reminder: Reminder,
  state: ReminderState | undefined,
  { isCheckedIn }: Reminded,
  now: string,
): ReminderState | null {
  const at = reminderAt(reminder, now);
  if (state === undefined) return at === "wait" ? "planned" : null;
  if (state !== "planned" || at === "wait") return null;
  if (at === "missed") return "missed";
  return reminder.kind === "afterwards" && !isCheckedIn ? null : "sent";
}
