import { DatabaseUnavailable, StreamGone } from "./unavailable.ts";

export type DatabaseAddress = { url: string; token: string | undefined; timeoutMs?: number };

// The libSQL server speaks of an invalid baton and of STREAM_EXPIRED, others of a stream not found.
const GONE = /\b(?:baton|stream)/iu;

/** Asks the database's server, which has `timeoutMs` to answer: a hanging database must become a calm page. */
export async function ask({ url, token, timeoutMs = 8000 }: DatabaseAddress, body: object): Promise<string> {
  const server = url.replace(/^libsql:/u, "https:").replace(/\/$/u, "");
  const send = async () => {
    const response = await fetch(`${server}/v2/pipeline`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { ok: response.ok, status: response.status, text: await response.text() };
  };
  const { ok, status, text } = await send().catch((cause: unknown) => {
    throw new DatabaseUnavailable("no answer", { cause });
  });
  // A fault in the SQL is told inside a 200; any other status is about the server, the token or the stream.
  if (ok) return text;
  if (GONE.test(text)) throw new StreamGone(`status ${status}: ${text}`);
  throw new DatabaseUnavailable(`status ${status}`);
}
