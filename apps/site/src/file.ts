import type { Freshness } from "@ontsecretaressen/domain/freshness";
import type { Context } from "hono";
import { kept } from "./answer.tsx";
import type { AppEnv } from "./context.ts";

export type File = { body: string; type: string; modified?: string | undefined };

/** What a program reads: kept as a page is, and not sent again to who has it already. `modified` is a UTC time. */
export async function file(
  c: Context<AppEnv>,
  { body, type, modified }: File,
  freshness: Freshness,
): Promise<Response> {
  const answer = await kept(
    c,
    body,
    {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "access-control-allow-origin": "*",
      "strict-transport-security": "max-age=31536000",
      "x-content-type-options": "nosniff",
      ...(modified === undefined ? {} : { "last-modified": new Date(modified).toUTCString() }),
    },
    freshness,
  );
  if (answer.status !== 200 || !hasSince(c, modified)) return answer;
  return new Response(null, { status: 304, headers: answer.headers });
}

// What someone knows by its ETag is judged by that alone.
function hasSince(c: Context<AppEnv>, modified: string | undefined): boolean {
  const since = Date.parse(c.req.header("if-modified-since") ?? "");
  if (modified === undefined || Number.isNaN(since) || c.req.header("if-none-match") !== undefined)
    return false;
  return Math.floor(Date.parse(modified) / 1000) * 1000 <= since;
}
