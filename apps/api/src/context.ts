import { type Database, openBeside, openWriter } from "@ontsecretaressen/db/client/open";
import { keyedHash } from "@ontsecretaressen/db/hash";
import { stampOf } from "@ontsecretaressen/db/stamp";
import type { ClaimPurpose } from "@ontsecretaressen/domain/claim";
import { networkOf } from "@ontsecretaressen/domain/comment-limits";
import type { EmailContent, WrittenEmail } from "@ontsecretaressen/domain/email-content";
import type { Menu } from "@ontsecretaressen/domain/menu";
import type { MiddlewareHandler } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import { encodeBase64Url } from "hono/utils/encode";
import { ulid } from "ulidx";
import { type Access, accessOf } from "./request/access.ts";
import { type Challenge, challengeOf } from "./request/challenge.ts";
import type { Darkroom } from "./media/make.ts";

/** What a verb may know of the world around it. A request gets its own. */
export type World = {
  db: Database;
  /** For what only reads: it takes no lock and stands in no line, so a crowd of writers is not in its way. */
  reader: Database;
  /** What stands above and below every page; null while it can't be read. */
  menu: () => Promise<Menu | null>;
  now: () => Date;
  newId: (kind: IdKind) => string;
  newToken: () => string;
  /** Our mark under a text: of one purpose only, so that no mark can be used for something else. */
  mark: (
    purpose: ClaimPurpose | "browser" | "typed" | "rate" | "network" | "unsubscribe",
    text: string,
  ) => Promise<string>;
  /** That a form was made at a moment, as only we can say it. */
  stamp: (madeAt: number) => Promise<string>;
  /** The network that a request came from, or null when nobody said. Never kept as it is. */
  network: string | null;
  nudgeMailer: () => void;
  /** An email as it would go out, to look at; sends nothing. */
  writeEmail: (content: EmailContent) => Promise<WrittenEmail>;
  /** Asks who comments for the first time to show that she is no program; null where nobody is asked. */
  challenge: Challenge | null;
  /** Tells which organiser Cloudflare Access let in; null where that is not set up. */
  access: Access | null;
  /** Makes the edge forget all pages with one of these tags; false when it would not. */
  forget: (tags: string[]) => Promise<boolean>;
  /** Where the bytes of pictures are. */
  bucket: R2Bucket;
  /** What makes pictures smaller. */
  darkroom: Darkroom;
  organisersEmail: string;
  /** With which the mail service may sign; two while one takes the place of the other. */
  webhookSecrets: string[];
  siteUrl: string;
  version: string;
};

type IdKind =
  | "art"
  | "aut"
  | "aud"
  | "cat"
  | "cmt"
  | "eml"
  | "med"
  | "msg"
  | "per"
  | "que"
  | "rep"
  | "ses"
  | "sgn"
  | "stp"
  | "sup"
  | "tag"
  | "tok"
  | "wri"
  | "wsh";

// The types of each Worker's bindings are generated alone, so they know the other Workers as plain Fetchers.
export type Bindings = Omit<Env, "MAILER" | "SITE"> & {
  /** Only where `TURNSTILE_SITE_KEY` is set. */
  TURNSTILE_SECRET?: string;
  MAILER: { drain: () => Promise<void>; write: World["writeEmail"] };
  SITE: { purgeTags: (tags: string[]) => Promise<boolean> };
};

export type AppEnv = { Bindings: Bindings; Variables: RequestIdVariables & { world: World } };

/** Gives each request its world. The only place here that reads bindings, the clock and chance. */
export const withWorld: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set("world", {
    ...readerOf(c.env),
    db: databaseOf(c.env),
    now: () => new Date(),
    newId,
    newToken,
    mark: (purpose, text) => keyedHash(c.env.SIGNING_SECRET, `${purpose}:${text}`),
    stamp: (madeAt) => stampOf(c.env.FORM_SECRET, madeAt),
    challenge: challengeOf(c.env),
    access: accessOf(c.env),
    network: networkOf(c.req.header("cf-connecting-ip") ?? ""),
    nudgeMailer: () => c.executionCtx.waitUntil(nudgeMailer(c.env)),
    writeEmail: (content) => c.env.MAILER.write(content),
    forget: forgetThrough(c.env),
    bucket: c.env.MEDIA,
    darkroom: c.env.IMAGES,
    organisersEmail: c.env.ORGANISERS_EMAIL,
    webhookSecrets: c.env.RESEND_WEBHOOK_SECRET.split(/\s+/u),
    siteUrl: c.env.SITE_URL,
    version: c.env.VERSION?.id || "local",
  });
  await next();
};

/** What the cron needs of the world: no request is there. */
export type CronWorld = Pick<World, "db" | "reader" | "now" | "newId" | "forget" | "organisersEmail"> & {
  nudgeMailer: () => Promise<void>;
  /** How many emails about new articles may be written in a day (UTC). */
  mailingPerDay: number;
};

export function worldOfCron(env: Bindings): CronWorld {
  return {
    db: databaseOf(env),
    reader: readerOf(env).reader,
    now: () => new Date(),
    newId,
    forget: forgetThrough(env),
    organisersEmail: env.ORGANISERS_EMAIL,
    nudgeMailer: () => nudgeMailer(env),
    mailingPerDay: Number(env.MAILING_PER_DAY),
  };
}

// The mailer's own cron sends what a nudge that got lost did not.
const nudgeMailer = (env: Bindings): Promise<void> => env.MAILER.drain().catch(() => undefined);

const ID_CHANCES = 16;

function newId(kind: IdKind): string {
  // All the chance that an id needs in one go: by itself it is drawn letter by letter.
  const chances = crypto.getRandomValues(new Uint8Array(ID_CHANCES)).values();
  return `${kind}_${ulid(undefined, () => (chances.next().value ?? 0) / 256).toLowerCase()}`;
}

function readerOf(env: Bindings): Pick<World, "reader" | "menu"> {
  const { db, menu } = openBeside({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
  return { reader: db, menu };
}

function databaseOf(env: Bindings): Database {
  return openWriter({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
}

// Only the Worker whose pages are kept can make the edge forget them. One that can't be reached has not forgotten.
function forgetThrough(env: Bindings): World["forget"] {
  return (tags) => env.SITE.purgeTags(tags).catch(() => false);
}

function newToken(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(24)).buffer);
}
