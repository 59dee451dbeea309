// Days on which nobody is asked to come. A day is a UTC midnight that stands for a date on the Dutch calendar.

const dayLength = 86_400_000;

/** The date that it is in Amsterdam at this moment. */
export function dutchDay(moment: Date): Date {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return new Date(`${part("year")}-${part("month")}-${part("day")}T00:00:00.000Z`);
}

export function daysLater(day: Date, count: number): Date {
  return new Date(day.getTime() + count * dayLength);
}

/** Public holidays, 24 December to 1 January, and the two evenings that people keep for themselves. */
export function isFreeDay(day: Date): boolean {
  const date = day.toISOString().slice(5, 10);
  if (date >= "12-24" || date === "01-01") return true;
  if (date === "05-04" || date === "05-05" || date === "12-05") return true;
  if (date === kingsDay(day.getUTCFullYear())) return true;
  const sinceEaster = Math.round((day.getTime() - easter(day.getUTCFullYear()).getTime()) / dayLength);
  return [-2, 0, 1, 39, 49, 50].includes(sinceEaster);
}

/** 27 April, or the Saturday before when that is a Sunday. */
function kingsDay(year: number): string {
  return new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? "04-26" : "04-27";
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Date {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const count = moon + weekday - 7 * late + 114;
  return new Date(Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1));
}
