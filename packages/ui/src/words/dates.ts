import type { SessionView } from "@ontsecretaressen/domain/session";

const AMSTERDAM = "Europe/Amsterdam";

const formatter = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("nl-NL", { timeZone, ...options });

const dayAndYear = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;

const wallDayAndYear = formatter("UTC", dayAndYear);
const wallDay = formatter("UTC", { weekday: "long", day: "numeric", month: "long" });
const wallDate = formatter("UTC", { day: "numeric", month: "long", year: "numeric" });
const wallBrief = formatter("UTC", { day: "numeric", month: "short" });
const published = formatter(AMSTERDAM, { day: "numeric", month: "long", year: "numeric" });
const wallMonth = formatter("UTC", { month: "long", year: "numeric" });
const momentDayAndYear = formatter(AMSTERDAM, dayAndYear);
const momentDay = formatter(AMSTERDAM, { weekday: "long", day: "numeric", month: "long" });
const momentTime = formatter(AMSTERDAM, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The day of a wall time: "dinsdag 14 april 2027". The wall is never shifted to another zone. */
export const dayOf = (wall: string): string => wallDayAndYear.format(asIfUtc(wall));

/** The day of a wall time without its weekday: "14 april 2027". */
export const plainDayOf = (wall: string): string => wallDate.format(asIfUtc(wall));

/** The day of a wall time where there is little room: "14 apr". */
export const briefDayOf = (wall: string): string => wallBrief.format(asIfUtc(wall)).replace(".", "");

/** The clock of a wall time, as people here write it: "19.00". */
const clockOf = (wall: string): string => wall.slice(11, 16).replace(":", ".");

type Times = Pick<SessionView, "startsLocal" | "endsLocal">;

/** When a session is, in full: "dinsdag 14 april 2027, 19.00-21.30 uur". */
export function whenOf({ startsLocal, endsLocal }: Times): string {
  if (isOneDay({ startsLocal, endsLocal })) {
    return `${dayOf(startsLocal)}, ${hoursOf({ startsLocal, endsLocal })}`;
  }
  return `${dayOf(startsLocal)}, ${clockOf(startsLocal)} uur tot ${dayOf(endsLocal)}, ${clockOf(endsLocal)} uur`;
}

/** Whether a session begins and ends on the same day. */
export const isOneDay = ({ startsLocal, endsLocal }: Times): boolean =>
  startsLocal.slice(0, 10) === endsLocal.slice(0, 10);

/** The hours alone: "19.00-21.30 uur". */
export const hoursOf = ({ startsLocal, endsLocal }: Times): string =>
  `${clockOf(startsLocal)}-${clockOf(endsLocal)} uur`;

/** The day for a list; the year only when it is not this one: "dinsdag 14 april". */
export function shortDayOf(wall: string, now: string): string {
  const isThisYear = wall.slice(0, 4) === now.slice(0, 4);
  return (isThisYear ? wallDay : wallDayAndYear).format(asIfUtc(wall));
}

/** The day something was published or said, in Amsterdam: "14 juli 2011". */
export const dateOf = (moment: string): string => published.format(new Date(moment));

/** A moment in Amsterdam with its clock: "dinsdag 14 april, 19.00 uur". */
export function momentOf(moment: string): string {
  const at = new Date(moment);
  return `${momentDay.format(at)}, ${momentTime.format(at).replace(":", ".")} uur`;
}

/** When something was, which may be long ago: "maandag 1 januari 2024, 11.00 uur". */
export function pastMomentOf(moment: string): string {
  const at = new Date(moment);
  return `${momentDayAndYear.format(at)}, ${momentTime.format(at).replace(":", ".")} uur`;
}

/** The same for a list: "1 januari 2024, 11.00 uur". */
export const listMomentOf = (moment: string): string =>
  `${dateOf(moment)}, ${momentTime.format(new Date(moment)).replace(":", ".")} uur`;

/** A month of the wall calendar, such as `2011-07`: "juli 2011". */
export const monthWords = (month: string): string => wallMonth.format(asIfUtc(`${month}-01T00:00`));

/** Where a month's articles stand. */
export const monthPath = (month: string): string => `/archief/${month.replace("-", "/")}/`;

function asIfUtc(wall: string): Date {
  return new Date(`${wall}:00.000Z`);
}
