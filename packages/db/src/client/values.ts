export type Value = string | number | null;
export type WireValue =
  | { type: "null" }
  | { type: "integer" | "text"; value: string }
  | { type: "float"; value: number };
export type WireResult = { cols: { name: string }[]; rows: WireValue[][]; affected_row_count: number };

/** What a statement found: rows are lists, in the order of `columns`. A name for each value costs more than a page. */
export type Found = { columns: string[]; rows: Value[][]; rowsAffected: number };

/** A value as libSQL's protocol says it. Refuses bytes: nothing here has a use for them. */
export function toWire(value: unknown): WireValue {
  if (value === null || value === undefined) return { type: "null" };
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "boolean") return { type: "integer", value: value ? "1" : "0" };
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { type: "integer", value: `${value}` } : { type: "float", value };
  throw new TypeError("the database takes text, numbers, booleans and null");
}

function fromWire(wire: WireValue): Value {
  if (wire.type === "null") return null;
  if (wire.type !== "integer") return wire.value;
  const whole = Number(wire.value);
  if (!Number.isSafeInteger(whole)) throw new RangeError("a whole number too large to be kept exactly");
  return whole;
}

export const toFound = ({ cols, rows, affected_row_count }: WireResult): Found => ({
  columns: cols.map(({ name }) => name),
  rows: rows.map((row) => row.map(fromWire)),
  rowsAffected: affected_row_count,
});
