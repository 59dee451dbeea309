import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that another site's page makes a browser send. A request without either header comes from a
 * program, which has no one's cookies to abuse.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (!SAFE.has(c.req.method) && isForeign(c.req.raw))
    throw new HTTPException(403, { message: "foreign_origin" });
  await next();
};

function isForeign(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  // By host and not by scheme: TLS ends before the Worker.
  return !URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host;
}
