/** A file for a spreadsheet: with the mark by which Excel knows UTF-8, and the semicolons that it expects where Dutch is spoken. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

// What a stranger typed must not be taken for a formula: a quote in front makes it text, and spreadsheets don't show it.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
