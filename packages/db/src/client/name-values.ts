import type { Found, Value } from "./values.ts";

/** What was found, with rows that know their values by name too, as drizzle's whole database wants them: only names are listed. */
export function nameValues({ columns, rows, rowsAffected }: Found) {
  return { columns, rowsAffected, rows: rows.map((row) => nameRow(columns, row)) };
}

function nameRow(columns: string[], values: Value[]): Record<string, Value> {
  const row = Object.defineProperty({}, "length", { value: values.length });
  for (const [index, value] of values.entries()) Object.defineProperty(row, index, { value });
  // A column can be called `1`, as that of `select 1` is: its name must not hide another's place.
  for (const [index, name] of columns.entries())
    if (!Object.hasOwn(row, name))
      Object.defineProperty(row, name, { value: values[index], enumerable: true });
  return row;
}
