import { ask, type DatabaseAddress } from "./ask.ts";
import { putBack, takeStream } from "./streams.ts";
import { StreamGone } from "./unavailable.ts";
import type { WireResult, WireValue } from "./values.ts";

export type Step = { stmt: { sql: string; args: WireValue[] }; condition?: object };

type Fault = { message: string; code?: string };
type Answer = {
  baton: string | null;
  base_url: string | null;
  results: (
    | {
        type: "ok";
        response: { result: { step_results: (WireResult | null)[]; step_errors: (Fault | null)[] } };
      }
    | { type: "error"; error: Fault }
  )[];
};

// Whoever catches it knows by its code, such as SQLITE_BUSY, what the database says is wrong.
const toError = ({ message, code }: Fault) => Object.assign(new Error(message), { code });

/**
 * Does the steps in one round trip, on a stream that was kept if there is one. It is kept again when one of the last
 * `ends` steps was done: then no transaction is open on it.
 */
export async function doSteps(address: DatabaseAddress, steps: Step[], ends: number): Promise<WireResult[]> {
  const { baton, place } = takeStream(`${address.url} ${address.token}`);
  const send = async (baton: string | null): Promise<Answer> =>
    JSON.parse(
      await ask(address, {
        baton,
        requests: [{ type: "batch", batch: { steps } }, ...(place === null ? [{ type: "close" }] : [])],
      }),
    );
  let next: string | null = null;
  try {
    const answer = await send(baton).catch((error: unknown) => {
      // A stream that is gone did nothing of what it was asked.
      if (baton !== null && error instanceof StreamGone) return send(null);
      throw error;
    });
    const [first] = answer.results;
    if (first?.type !== "ok") throw toError(first?.error ?? { message: "no result" });
    const { step_results: results, step_errors: errors } = first.response.result;
    const isOver = results.slice(-ends).some((result) => result !== null);
    if (isOver && answer.base_url === null) next = answer.baton;
    const fault = errors.find((error) => error !== null);
    if (fault !== undefined) throw toError(fault);
    return results.filter((result) => result !== null);
  } finally {
    if (place !== null) putBack(place, next);
  }
}
