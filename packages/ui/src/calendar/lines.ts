// The letters of iCalendar (RFC 5545). Apart, because the site writes its agenda with these alone.

/** `2027-01-14T18:00:00.000Z` as `20270114T180000`. */
export const compact = (time: string): string => time.slice(0, 19).replaceAll(/[-:]/gu, "");

const AMSTERDAM = "Europe/Amsterdam";

/** What the clock here does since the Union agreed on it; older dates are in no calendar of ours. */
export const zone: readonly string[] = `BEGIN:VTIMEZONE
TZID:${AMSTERDAM}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split("\n");

/** When something is, on the wall in Amsterdam: `2027-01-14T19:00` stays seven in the evening for whoever reads it. */
export const fromTo = ({ startsLocal, endsLocal }: { startsLocal: string; endsLocal: string }): string[] => [
  `DTSTART;TZID=${AMSTERDAM}:${compact(`${startsLocal}:00`)}`,
  `DTEND;TZID=${AMSTERDAM}:${compact(`${endsLocal}:00`)}`,
];

/** Any text as a value: what means something to the format is escaped, line ends are kept, other controls are not. */
export const text = (value: string): string =>
  value
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/gu, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, " ");

/** Lines as a file. */
export const toFile = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join("");

const octets = new TextEncoder();

/** No line is longer than 75 octets, and no character is torn apart. */
function fold(line: string): string {
  let folded = "";
  let used = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (used + size > 75) {
      folded += "\r\n ";
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}
