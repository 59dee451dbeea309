import type { Client } from "@libsql/client/http";
import { admitToken } from "@ontsecretaressen/infra/admin-token";
import { localBindings } from "@ontsecretaressen/infra/local/bindings";
import { fillWhenEmpty } from "@ontsecretaressen/infra/local/fill";
import { leashChildren } from "@ontsecretaressen/infra/local/leash";
import { freePort } from "@ontsecretaressen/infra/local/ports";
import { startWorkers } from "@ontsecretaressen/infra/local/workers";
import { startCountedDatabase, type RoundTrips } from "./counted-database.ts";
import { startPostOffice, type PostOffice, type ResendFault } from "./post-office.ts";
import type { Fault } from "./proxy.ts";

export type { Mail } from "./post-office.ts";

export type Ask = RequestInit & { /** Sent as a JSON body. */ json?: unknown };

export type LogLine = { level: string; line: string };

export type House = {
  url: string;
  adminToken: string;
  /** The database itself, with every right and past the counter. */
  sql: Client;
  databaseUrl: string;
  /** The token that a Worker was given, such as `ontsecretaressen-site`. */
  databaseToken(worker: string): string;
  /** Asks the public door; a redirect is answered, not followed. */
  fetch(path: string, init?: Ask): Promise<Response>;
  /** Posts a form as a browser on the site itself does. */
  post(path: string, fields: Record<string, string>, init?: Ask): Promise<Response>;
  /** Asks the protected endpoint with the admin token: `articles` or `/api/admin/articles`. */
  admin(path: string, init?: Ask): Promise<Response>;
  mails: PostOffice["mails"];
  waitForMail: PostOffice["waitForMail"];
  /** Every attempt to hand over mail, the failed ones too. */
  attempts: PostOffice["attempts"];
  /** Makes Resend fail from now on; `null` mends it. */
  resendAnswers(fault: ResendFault | null): void;
  /** Makes the database answer this instead of itself; `null` mends it. */
  databaseAnswers(fault: Fault | null): void;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Rings a Worker's cron and waits for it; answers the outcome, such as `ok`. */
  cron(worker?: string, cron?: string): Promise<string>;
  /** Presses the button of the email that came to an address about its comment; answers what a browser holds then. */
  proveComment(email: string): Promise<{ cookie: string; location: string }>;
  /**
   * Counts who went to the database, and how often, until `ask` was answered. Leaves out the mailer: it goes when there is
   * mail, whoever asks for what.
   */
  roundTrips<T>(ask: () => Promise<T>): Promise<{ answer: T; trips: RoundTrips }>;
  /** Rings a Worker's cron and counts how often that Worker went to the database. */
  cronTrips(worker: string): Promise<number>;
  /** What the Workers wrote to their console. */
  logs(): LogLine[];
  stop(): Promise<void>;
};

export type HouseOptions = {
  /** Fill it with the first content. */
  content?: boolean;
  /** Leave out the counter between the Workers and the database, to measure speed. */
  uncounted?: boolean;
  /** Keep pages in front of the site, as Cloudflare's edge does; also how many purges it takes before it refuses one. */
  edge?: boolean | { purges: number };
  /** Vars and secrets for every Worker that asks for such a name. */
  bindings?: Record<string, string>;
};

function prepare({ json, ...init }: Ask): RequestInit {
  const headers = new Headers(init.headers);
  if (json === undefined) return { redirect: "manual", ...init, headers };
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return { redirect: "manual", method: "POST", ...init, headers, body: JSON.stringify(json) };
}

function difference(before: RoundTrips, after: RoundTrips): RoundTrips {
  const entries = Object.entries(after).map(
    ([holder, count]) => [holder, count - (before[holder] ?? 0)] as const,
  );
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}

/** The whole house on free ports: real libSQL, real workerd, the mail emulator. Stop it after the tests. */
export async function startHouse({
  content = false,
  edge = false,
  uncounted = false,
  bindings: extra = {},
}: HouseOptions = {}): Promise<House> {
  leashChildren();
  const logs: LogLine[] = [];
  const [database, post, port] = await Promise.all([startCountedDatabase(), startPostOffice(), freePort()]);
  const { secrets } = database;
  const url = `http://127.0.0.1:${port}`;
  const databaseUrl = uncounted ? database.directUrl : database.url;
  const bindings = localBindings({ siteUrl: url, databaseUrl, resendUrl: post.url }, secrets);
  for (const given of Object.values(bindings)) {
    for (const [name, value] of Object.entries(extra)) if (name in given) given[name] = value;
  }
  const token = secrets.databaseToken("rw", "test");
  const owner = { name: "Testorganisator", roles: ["owner"] as const };
  const [workers] = await Promise.all([
    startWorkers({ bindings, port, edge, onLine: (line, level) => logs.push({ level, line }) }),
    admitToken({ url: database.directUrl, token }, secrets.adminToken, owner),
  ]);
  if (content) await fillWhenEmpty(url, secrets.adminToken);

  const ring = (worker = "mailer", cron = "* * * * *") =>
    workers.scheduled(`ontsecretaressen-${worker}`, cron);
  const ask = (path: string, init: Ask = {}) => fetch(new URL(path, url), prepare(init));
  return {
    url,
    adminToken: secrets.adminToken,
    sql: database.sql,
    databaseUrl: database.directUrl,
    databaseToken: (worker) => bindings[worker]?.["DATABASE_TOKEN"] ?? "",
    fetch: ask,
    post(path, fields, init = {}) {
      const headers = new Headers({
        origin: url,
        "sec-fetch-site": "same-origin",
        "sec-fetch-mode": "navigate",
      });
      new Headers(init.headers).forEach((value, name) => headers.set(name, value));
      return ask(path, { method: "POST", body: new URLSearchParams(fields), ...init, headers });
    },
    admin(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${secrets.adminToken}`);
      return ask(path.startsWith("/") ? path : `/api/admin/${path}`, { ...init, headers });
    },
    mails: post.mails,
    waitForMail: post.waitForMail,
    attempts: post.attempts,
    resendAnswers: post.answers,
    databaseAnswers: database.answers,
    stopDatabase: database.stopDatabase,
    startDatabase: database.startDatabase,
    async proveComment(email) {
      const mail = await post.waitForMail(
        ({ to, text }) => to.includes(email) && /\/bevestig\//u.test(text ?? ""),
      );
      const path = /\/bevestig\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "";
      const headers = { origin: url, "content-type": "application/x-www-form-urlencoded" };
      const answer = await ask(path, { method: "POST", headers, body: "" });
      const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
      return { cookie, location: answer.headers.get("location") ?? "" };
    },
    cron: ring,
    async roundTrips(asked) {
      const before = database.counts();
      const answer = await asked();
      const { mailer: _, ...trips } = difference(before, database.counts());
      return { answer, trips };
    },
    async cronTrips(worker) {
      const before = database.counts();
      await ring(worker);
      return difference(before, database.counts())[worker] ?? 0;
    },
    logs: () => [...logs],
    async stop() {
      await workers.stop();
      await Promise.all([database.stop(), post.stop()]);
    },
  };
}
