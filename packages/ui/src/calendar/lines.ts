// The letters of iCalendar (RFC 5545). Apart, because the site writes its agenda with these alone.

/** `2027-01-14T18:00:00.000Z` as `20270114T180000`. */
export const compact = (time: string): string => time.slice(0, 19).replaceAll(/[-:]/gu, "");

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
