import { Hono } from "hono";
import type { AppEnv } from "../context.ts";

const TYPES: Record<string, string> = { webp: "image/webp", jpg: "image/jpeg", png: "image/png" };

const FILE = /^\d{1,4}\.(webp|jpg|png)$/u;

/** The bytes of pictures. What stands at such an address never changes, so whoever has it need not ask again. */
export const mediaRoutes = new Hono<AppEnv>();

mediaRoutes.get("/:id{(?:med|art)_[0-9a-z]{26}}/:file", async (c) => {
  const { id, file } = c.req.param();
  const type = TYPES[FILE.exec(file)?.[1] ?? ""];
  if (type === undefined) return c.notFound();
  const found = await c.get("world").bucket.get(`media/${id}/${file}`, { onlyIf: c.req.raw.headers });
  if (found === null) return c.notFound();
  const headers = {
    etag: found.httpEtag,
    "cache-control": "public, max-age=31536000, immutable",
    // So that a picture that was removed is gone from the edge too.
    "cache-tag": `media-${id}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "cross-origin",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
  };
  if (!("body" in found)) return c.body(null, 304, headers);
  return c.body(found.body, 200, {
    ...headers,
    "content-type": type,
    "content-length": String(found.size),
  });
});

mediaRoutes.get("*", (c) => c.notFound());
