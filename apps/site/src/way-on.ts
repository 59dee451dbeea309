import { findWayOn } from "@ontsecretaressen/db/articles/redirects";
import { dayAge, listTags, textTag } from "@ontsecretaressen/domain/freshness";
import type { Context } from "hono";
import { moved, notFound } from "./answer.tsx";
import type { AppEnv } from "./context.ts";

/** The same below where a text or subject stands now that stood at `old`; else that nothing is there, with what looks like it. */
export async function lost(c: Context<AppEnv>, old: string): Promise<Response> {
  const { to, near, isGone } = await findWayOn(c.get("world").db, old);
  if (to === null) {
    if (c.req.path === `/${old}/`) c.executionCtx.waitUntil(c.env.MISSES.count(old).catch(() => undefined));
    return notFound(c, near, isGone ? 410 : 404);
  }
  return moved(c, c.req.path.replace(old, to), {
    tags: [listTags.articles, textTag(old), textTag(to)],
    edgeSeconds: dayAge,
  });
}
