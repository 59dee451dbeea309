import { DatabaseUnavailable } from "./unavailable.ts";

/** Asks the database's server, which has `timeoutMs` to answer: a hanging database must become a calm page. */
export function askWithin(timeoutMs: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await fetch(request, { signal: AbortSignal.timeout(timeoutMs) }).catch(
      (cause: unknown) => {
        throw new DatabaseUnavailable("no answer", { cause });
      },
    );
    // A fault in the SQL is told inside a 200; any other status is about the server or the token.
    if (!response.ok) throw new DatabaseUnavailable(`status ${response.status}`);
    return response;
  };
}
