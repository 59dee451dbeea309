import type { Client, InStatement, InValue, ResultSet, Row } from "@libsql/client/http";

// The site only reads, and its size is what a cold start costs: this says to libSQL's HTTP protocol (Hrana 2, JSON)
// just what a read needs, in a tenth of the whole client's size.

type Ask = { url: string; token: string | undefined; ask: (request: Request) => Promise<Response> };

type WireValue =
  | { type: "null" }
  | { type: "integer" | "text"; value: string }
  | { type: "float"; value: number };
type WireResult = { cols: { name: string }[]; rows: WireValue[][] };
type WireBatch = { step_results: (WireResult | null)[]; step_errors: ({ message: string } | null)[] };
type WireAnswer = {
  results: (
    | { type: "ok"; response: { type: string; result: WireBatch } }
    | { type: "error"; error: { message: string } }
  )[];
};

/**
 * A client that reads: a batch sees one moment, and is one round trip. It refuses everything else, and values that a
 * read has no use for: bytes, and whole numbers past 2^53.
 */
export function makeReadClient(server: Ask): Client {
  const batch = async (statements: (InStatement | [string, unknown?])[]): Promise<ResultSet[]> => {
    const results = await send(server, [
      step("BEGIN TRANSACTION READONLY", [], null),
      ...statements.map((statement, index) => {
        if (typeof statement === "string") return step(statement, [], index);
        if (Array.isArray(statement) || !Array.isArray(statement.args ?? []))
          throw new TypeError("name the sql and a list of args");
        return step(statement.sql, Array.isArray(statement.args) ? statement.args : [], index);
      }),
      step("COMMIT", [], statements.length),
    ]);
    return results.slice(1, -1);
  };
  return {
    batch,
    execute: async (statement: InStatement | string) => {
      const [result] = await batch([statement]);
      if (result === undefined) throw new Error("a statement without a result");
      return result;
    },
    migrate: refuse,
    transaction: refuse,
    executeMultiple: refuse,
    sync: refuse,
    reconnect: refuse,
    close: () => undefined,
    closed: false,
    protocol: "http",
  };
}

function refuse(): never {
  throw new Error("a reader only reads");
}

function step(sql: string, args: InValue[], after: number | null) {
  return {
    stmt: { sql, args: args.map(toWire), want_rows: true },
    ...(after === null ? {} : { condition: { type: "ok", step: after } }),
  };
}

async function send({ url, token, ask }: Ask, steps: object[]): Promise<ResultSet[]> {
  const answer = await ask(
    new Request(`${url.replace(/^libsql:/u, "https:").replace(/\/$/u, "")}/v2/pipeline`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ requests: [{ type: "batch", batch: { steps } }, { type: "close" }] }),
    }),
  );
  const { results }: WireAnswer = JSON.parse(await answer.text());
  const first = results[0];
  if (first?.type !== "ok") throw new Error(first?.error.message ?? "an answer without a result");
  const { step_results: found, step_errors: errors } = first.response.result;
  const error = errors.find((one) => one !== null);
  if (error !== undefined) throw new Error(error.message);
  return found.map(toResultSet);
}

function toWire(value: InValue): WireValue {
  if (value === null || value === undefined) return { type: "null" };
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "boolean") return { type: "integer", value: value ? "1" : "0" };
  if (typeof value === "number") {
    return Number.isSafeInteger(value) ? { type: "integer", value: String(value) } : { type: "float", value };
  }
  throw new TypeError("a read takes text, numbers, booleans and null");
}

function fromWire(wire: WireValue): string | number | null {
  if (wire.type === "null") return null;
  if (wire.type !== "integer") return wire.value;
  const whole = Number(wire.value);
  if (!Number.isSafeInteger(whole)) throw new RangeError("a whole number too large to be kept exactly");
  return whole;
}

function toResultSet(result: WireResult | null): ResultSet {
  const columns = result?.cols.map(({ name }) => name) ?? [];
  const rows = (result?.rows ?? []).map((wire): Row => {
    const values = wire.map(fromWire);
    // A column can be called `1`, as that of `select 1` is: then its name must not hide another's place.
    const named = columns.flatMap((name, index) => (name in values ? [] : [[name, values[index] ?? null]]));
    return Object.assign(values, Object.fromEntries(named));
  });
  return {
    columns,
    columnTypes: [],
    rows,
    rowsAffected: 0,
    lastInsertRowid: undefined,
    toJSON: () => ({ columns, rows }),
  };
}
