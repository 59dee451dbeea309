import { openWriter, type Database } from "@ontsecretaressen/db/open";
import type { MiddlewareHandler } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import { ulid } from "ulidx";

/** What a verb may know of the world around it. A request gets its own. */
export type World = {
  db: Database;
  now: () => Date;
  newId: (kind: IdKind) => string;
  newToken: () => string;
  nudgeMailer: () => void;
  organisersEmail: string;
  siteUrl: string;
  version: string;
};

type IdKind = "art" | "aut" | "aud" | "cat" | "cmt" | "eml" | "per" | "ses" | "sgn" | "stp" | "tok" | "wri";

// The types of each Worker's bindings are generated alone, so they know the mailer as a plain Fetcher.
type Bindings = Omit<Env, "MAILER"> & { MAILER: { drain: () => Promise<void> } };

export type AppEnv = { Bindings: Bindings; Variables: RequestIdVariables & { world: World } };

/** Gives each request its world. The only place here that reads bindings, the clock and chance. */
export const withWorld: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set("world", {
    db: openWriter({ url: c.env.DATABASE_URL, token: c.env.DATABASE_TOKEN }),
    now: () => new Date(),
    newId: (kind) => `${kind}_${ulid().toLowerCase()}`,
    newToken,
    // The cron sends what a nudge that got lost did not.
    nudgeMailer: () => c.executionCtx.waitUntil(c.env.MAILER.drain().catch(() => undefined)),
    organisersEmail: c.env.ORGANISERS_EMAIL,
    siteUrl: c.env.SITE_URL,
    version: c.env.VERSION?.id || "local",
  });
  await next();
};

function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
