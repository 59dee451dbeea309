import type { Reader } from "@ontsecretaressen/db/client/open";
import { openReader } from "@ontsecretaressen/db/client/open-reader";
import { stampOf } from "@ontsecretaressen/db/stamp";
import type { MiddlewareHandler } from "hono";
import type { RequestIdVariables } from "hono/request-id";

/** What a page may know of the world around it. A request gets its own. */
type World = Reader & {
  now: string;
  siteUrl: string;
  newKey: () => string;
  /** That a form was made now, as only we can say it. */
  stamp: () => Promise<string>;
};

// The types of each Worker's bindings are generated alone, so they know the other Workers as plain Fetchers.
export type Bindings = Omit<Env, "MISSES"> & { MISSES: { count: (slug: string) => Promise<void> } };

export type AppEnv = { Bindings: Bindings; Variables: RequestIdVariables & { world: World } };

/** Gives each request its world. The only place here that reads bindings, the clock and chance. */
export const withWorld: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set("world", {
    ...openReader({ url: c.env.DATABASE_URL, token: c.env.DATABASE_TOKEN, timeoutMs: 5000 }),
    now: new Date().toISOString(),
    siteUrl: c.env.SITE_URL,
    newKey: () => crypto.randomUUID(),
    stamp: () => stampOf(c.env.FORM_SECRET, Date.now()),
  });
  await next();
};
