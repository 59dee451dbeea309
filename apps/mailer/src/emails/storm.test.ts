// Several mailers that die anywhere, and a Resend that misbehaves, on a clock that is moved: real database, real emulator.
import { openBeside, openWriter, type Database } from "@ontsecretaressen/db/client/open";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { startStormyResend, type StormyResend, type Weather } from "@ontsecretaressen/testing/stormy-resend";
import { Resend } from "resend";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { World } from "../context.ts";
import { drainOutbox } from "./drain.ts";

type Binding =
  | "DATABASE_URL"
  | "DATABASE_TOKEN"
  | "RESEND_API_KEY"
  | "RESEND_BASE_URL"
  | "REQUESTS_PER_RUN"
  | "SIGNING_SECRET"
  | "SITE_URL"
  | "MAIL_FROM"
  | "MAIL_REPLY_TO";

declare global {
  // What context.ts is given in a Worker; here nothing is.
  interface Env extends Record<Binding, string> {}
}

const START = Date.parse("2026-11-23T12:00:00.000Z");
const HOUR = 3_600_000;
const MAILERS = 3;
const ROUNDS = 35;

let database: TestDatabase;
let resend: StormyResend;
let clock = START;
let kept = 0;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

beforeEach(async () => {
  clock = START;
  kept = 0;
  resend = await startStormyResend(() => clock);
  await database.sql.batch(
    [
      "delete from emails",
      "delete from mail_pauses",
      "delete from people",
      `insert into people (id, email_key, email, name, created_at) values ('per_1', 'p', 'p@voorbeeld.nl', 'Noor', '${at()}')`,
    ],
    "write",
  );
  return () => resend.stop();
});

const at = (ms = clock) => new Date(ms).toISOString();

/** Chance that can be had again: the same seed tells the same story. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function keep(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => `eml_${String((kept += 1)).padStart(4, "0")}`);
  await database.sql.batch(
    rows.map((id) => ({
      sql: `insert into emails (id, kind, to_address, person_id, token, state, attempts, due_at, created_at)
        values (?, 'person_link', ?, 'per_1', 'geheim', 'waiting', 0, ?, ?)`,
      args: [id, `${id}@voorbeeld.nl`, at(), at()],
    })),
    "write",
  );
}

class Death extends Error {}

/** A mailer's world. Where `dies` says so, it is gone: just before, or just after it asked the database or Resend. */
function worldOf(dies: () => boolean): World {
  const address = { url: database.url, token: undefined };
  const mortal =
    <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      if (dies()) throw new Death("before");
      const answer = await act(...args);
      if (dies()) throw new Death("after");
      return answer;
    };
  const mailer = new Resend("re_test", { baseUrl: resend.url });
  mailer.emails.send = mortal(mailer.emails.send.bind(mailer.emails));
  const mortalDatabase = (db: Database): Database =>
    Object.assign(Object.create(db) as Database, {
      batch: mortal<Parameters<Database["batch"]>, unknown>(db.batch.bind(db)),
    });
  return {
    db: mortalDatabase(openWriter(address)),
    reader: mortalDatabase(openBeside(address).db),
    resend: mailer,
    now: () => new Date(clock),
    wait: async (ms) => {
      clock += ms;
    },
    requestsMax: 46,
    mark: async () => "merk",
    siteUrl: "https://site.test",
    from: "Post <post@voorbeeld.nl>",
    replyTo: "redactie@voorbeeld.nl",
  };
}

async function drain(dies: () => boolean = () => false): Promise<void> {
  await drainOutbox(worldOf(dies), 20_000).catch((error: unknown) => {
    if (!(error instanceof Death)) throw error;
  });
}

type Row = {
  id: string;
  state: string;
  attempts: number;
  due: string;
  lease: string | null;
  problem: string | null;
};

async function rows(): Promise<Row[]> {
  const { rows: all } = await database.sql.execute(
    "select id, state, attempts, due_at as due, lease_until as lease, problem from emails order by id",
  );
  return all.map((row) => ({ ...row }) as unknown as Row);
}

const isOpen = ({ state }: Row) => state === "waiting" || state === "sending";

/** Runs mailers in whatever weather there is, moving the clock to when something is due again, until `end`. */
async function runUntil(end: number): Promise<void> {
  while (clock < end) {
    await drain();
    const open = (await rows()).filter(isOpen);
    if (open.length === 0) return;
    const { rows: pauses } = await database.sql.execute("select max(ends_at) as until from mail_pauses");
    const next = Math.min(...open.map(({ due, lease }) => Date.parse(lease ?? due)));
    const paused = Date.parse((pauses[0]?.["until"] ?? at(0)) as string);
    clock = Math.min(end, Math.max(clock + 1000, next, paused));
  }
}

/** What must be true at the end, whatever happened: the emails that break it. */
async function judge(): Promise<string[]> {
  const arrived = await resend.arrived();
  return (await rows()).flatMap(({ id, state, problem }) => {
    const count = arrived.get(id) ?? 0;
    const isRight =
      state === "sent"
        ? count === 1
        : ["failed", "expired"].includes(state) && count <= 1 && problem !== null;
    return isRight ? [] : [`${id} is ${state} (${problem}) and arrived ${count} times`];
  });
}

const SKIES: Record<string, Weather[]> = {
  fine: ["fine"],
  gusty: ["fine", "fine", "lost answer", "broken", "unreachable", "concurrent", "rate"],
  storm: ["lost answer", "broken", "unreachable", "lost answer"],
  quota: ["day quota"],
  refused: ["refused"],
};

/** Lets mailers work through random hours of random weather, and die at random; then the sky clears. */
async function walk(seed: number): Promise<string[]> {
  const chance = chanceOf(seed);
  const pick = <Thing>(things: Thing[]): Thing => things[Math.floor(chance() * things.length)] as Thing;
  // Each costs five seconds of the real clock.
  let hangs = seed === 1 ? 1 : 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rare = chance() < 0.1 ? ["quota", "refused"] : ["fine", "gusty", "gusty", "storm", "storm"];
    const sky = SKIES[pick(rare)] ?? [];
    resend.blow(() => (hangs > 0 && chance() < 0.01 && (hangs -= 1) >= 0 ? "hang" : pick(sky)));
    if (chance() < 0.5) await keep(Math.ceil(chance() * 6));
    const deadliness = chance() < 0.4 ? 0.15 : 0;
    await Promise.all(Array.from({ length: MAILERS }, () => drain(() => chance() < deadliness)));
    // An organiser who is tired of waiting.
    if (chance() < 0.3) await database.sql.execute("delete from mail_pauses");
    clock += chance() * pick([1000, 60_000, 600_000, HOUR]);
  }
  resend.blow(() => "fine");
  await runUntil(clock + 60 * HOUR);
  return judge();
}

describe("in any weather, with mailers that die anywhere,", () => {
  const seeds = process.env["SEED"] === undefined ? [1, 2, 3] : [Number(process.env["SEED"])];
  test.for(seeds)(
    "each email arrives exactly once, or is given up for all to see (seed %i)",
    async (seed) => {
      expect(await walk(seed)).toEqual([]);
      const states = (await rows()).map(({ state }) => state);
      expect(states.length).toBeGreaterThan(30);
      // Nearly all: what is given up was tried for most of a day.
      expect(states.filter((state) => state === "sent").length / states.length).toBeGreaterThan(0.8);
    },
  );

  test("a mailer with a new key for each try is found out", async () => {
    resend.loseKeys();
    expect((await walk(1)).join()).toMatch(/arrived [2-9]/u);
  });

  test("a mailer that forgets since when it tried is found out", async () => {
    await keep(3);
    resend.blow(() => (clock < START + HOUR ? "lost answer" : "broken"));
    const forget = () =>
      database.sql.execute("update emails set first_tried_at = null, attempts = min(attempts, 3)");
    while (clock < START + 30 * HOUR) {
      await drain();
      await forget();
      clock += HOUR;
    }
    resend.blow(() => "fine");
    await runUntil(clock + 60 * HOUR);
    expect((await judge()).join()).toMatch(/arrived 2/u);
  });
});

describe("an outage of Resend", () => {
  async function outage(hours: number, weather: Weather): Promise<Row[]> {
    await keep(3);
    resend.blow(() => weather);
    await runUntil(START + hours * HOUR);
    clock = START + hours * HOUR;
    resend.blow(() => "fine");
    await runUntil(clock + 60 * HOUR);
    return rows();
  }

  test.for(["broken", "unreachable", "lost answer"] as const)(
    "of 20 hours (%s) is recovered from",
    async (weather) => {
      for (const { state } of await outage(20, weather)) expect(state).toBe("sent");
      expect(await judge()).toEqual([]);
    },
  );

  test.for(["broken", "unreachable"] as const)(
    "of 26 hours (%s) ends in a person's decision",
    async (weather) => {
      const after = await outage(26, weather);
      for (const { state, problem } of after) expect([state, problem !== null]).toEqual(["expired", true]);
      expect(await judge()).toEqual([]);
    },
  );

  test.for(["day quota", "refused"] as const)(
    "in which it lets nobody in (%s) ends by itself, also after days",
    async (weather) => {
      for (const { state, attempts } of await outage(30, weather))
        expect([state, attempts]).toEqual(["sent", 1]);
      expect(await judge()).toEqual([]);
      expect(resend.requests()).toBeLessThan(10 + 4 * 30);
    },
  );
});
