import { keyedHash } from "@ontsecretaressen/db/hash";
import { type Database, openBeside, openWriter } from "@ontsecretaressen/db/client/open";
import type { ClaimPurpose } from "@ontsecretaressen/domain/claim";
import { Resend } from "resend";

/** What the mailer may know of the world around it. Each run gets its own. */
export type World = {
  db: Database;
  /** For what only reads: it takes no lock, so those who write need not wait for it. */
  reader: Database;
  resend: Resend;
  now: () => Date;
  wait: (ms: number) => Promise<void>;
  /** How many requests one run may make, to the database and to Resend together. */
  requestsMax: number;
  /** Our mark under a text, as the api Worker makes and checks it. */
  mark: (purpose: ClaimPurpose | "unsubscribe", text: string) => Promise<string>;
  siteUrl: string;
  from: string;
  replyTo: string;
};

/** The only place here that reads bindings and the clock, and the only holder of the Resend key. */
export function worldOf(env: Env): World {
  const database = { url: env.DATABASE_URL, token: env.DATABASE_TOKEN };
  return {
    db: openWriter(database),
    reader: openBeside(database).db,
    resend: new Resend(env.RESEND_API_KEY, { baseUrl: env.RESEND_BASE_URL }),
    now: () => new Date(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    requestsMax: Number(env.REQUESTS_PER_RUN),
    mark: (purpose, text) => keyedHash(env.SIGNING_SECRET, `${purpose}:${text}`),
    siteUrl: env.SITE_URL,
    from: env.MAIL_FROM,
    replyTo: env.MAIL_REPLY_TO,
  };
}
