// A long random walk through everything that people, organisers and time do to seats, on a clock of its own.
import type { Admin } from "@ontsecretaressen/domain/admin";
import { offerUntil } from "@ontsecretaressen/domain/offer";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { chanceFrom } from "@ontsecretaressen/testing/walk/act";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { releaseColleague } from "./colleagues.ts";
import { erasePerson } from "./erase.ts";
import { findBroken } from "./invariants.ts";
import type { Act } from "./article-writes.ts";
import { type Database, openWriter } from "./open.ts";
import { keepSeats } from "./seat-keeping.ts";
import { offerByHand, type OfferMoment } from "./seat-offers.ts";
import { cancelSession, changeCapacity, moveSession, type WhichSession } from "./session-acts.ts";
import { confirmSignup, declineSignup } from "./signup-acts.ts";
import { insertParty, type NewParty } from "./signup-posts.ts";
import { attend, unattend } from "./step-openings.ts";

const ADMIN: Admin = { id: "tok_1", name: "Petra", roles: ["owner"], endsAt: null };

type ActOfOrganiser = OfferMoment & Act & { emailId: string };

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * Walks, and looks after every act whether all that must be true still is. Throws at the first act after which it isn't, with
 * its number and what is broken. Answers how often each act was done, and how many signups ended up in each state.
 */
async function walkOfSeats(
  db: Database,
  { acts, seed }: { acts: number; seed: number },
): Promise<{ done: Record<string, number>; states: Record<string, number> }> {
  const draw = chanceFrom(seed * 7919);
  const chance = () => draw(1_000_003) / 1_000_003;
  const upTo = (most: number) => Math.floor(chance() * most);
  let clock = Date.parse("2026-11-02T09:00:00.000Z");
  let lastCron = 0;
  let turn = 0;
  const sessions: string[] = [];
  const iso = (moment: number) => new Date(moment).toISOString();
  const id = (kind: string) => `${kind}_${seed}x${String((turn += 1)).padStart(7, "0")}`;

  function moment(): OfferMoment {
    const until = offerUntil(new Date(clock));
    return { now: iso(clock), seed: id("eml"), until, notBefore: iso(clock + 2 * HOUR) };
  }

  /** As when the answer got lost on its way: the very same batch may run again. */
  async function maybeTwice<Value>(act: () => Promise<Value>): Promise<void> {
    await act();
    if (chance() < 0.15) await act();
  }

  async function plan(): Promise<void> {
    const session = id("ses");
    const starts = clock + (48 + upTo(200)) * HOUR;
    const step = chance() < 0.7 ? "stp_1" : "stp_2";
    await db.run(sql`insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at,
        ends_at, place, address, city, guides, capacity, state, created_at)
      values (${session}, ${session}, ${step}, 'Proef', '', '', '', 'Europe/Amsterdam', ${iso(starts)},
        ${iso(starts + 2 * HOUR)}, '', '', '', '', ${3 + upTo(5)}, 'planned', ${iso(clock)})`);
    sessions.push(session);
    if (sessions.length > 3) sessions.shift();
  }

  const someSession = () => sessions[upTo(sessions.length)] ?? "";

  const address = () => `mens${upTo(40)}@voorbeeld.nl`;

  function party(): NewParty {
    const many = chance() < 0.6 ? 1 : 2 + upTo(7);
    const addresses = [...new Set(Array.from({ length: many }, address))];
    const member = (email: string, index: number) => {
      const name = index === 0 ? "Noor" : "";
      return { id: id("sgn"), personId: id("per"), emailId: id("eml"), name, email, emailKey: email };
    };
    const [first = "", ...rest] = addresses;
    return {
      members: [member(first, 0), ...rest.map((email, index) => member(email, index + 1))],
      againEmailId: id("eml"),
      session: someSession(),
      organisation: "",
      role: "",
      note: "",
      answers: [],
      submission: id("sub"),
      rates: [],
      now: iso(clock),
      heldUntil: iso(clock + 48 * HOUR),
      notSince: iso(clock - 10 * MINUTE),
    };
  }

  /** The claim of some signup of these sessions, in one of these states. */
  async function someClaim(states: readonly string[]) {
    const found = await db.all<{ id: string }>(sql`select g.id from signups g
      where g.session_id in (select value from json_each(${JSON.stringify(sessions)}))
        and g.state in (select value from json_each(${JSON.stringify(states)})) order by g.id`);
    return { id: found[upTo(found.length)]?.id ?? "", version: 1 };
  }

  const details = { name: "Collega", organisation: "", role: "" };

  /** Lets an organiser do something with one of these sessions. */
  async function organise(act: (which: WhichSession, by: ActOfOrganiser) => Promise<unknown>): Promise<void> {
    const [which] = await db.all<WhichSession>(
      sql`select id, version from sessions where id = ${someSession()}`,
    );
    const by = {
      ...moment(),
      at: iso(clock),
      auditId: id("aud"),
      emailId: id("eml"),
      admin: ADMIN,
      key: null,
    };
    if (which !== undefined) await maybeTwice(() => act(which, by));
  }

  async function ring(): Promise<void> {
    const at = { ...moment(), signedUpBefore: iso(clock - 24 * HOUR), heldAfter: iso(clock + 2 * HOUR) };
    await maybeTwice(() => keepSeats(db, at));
    lastCron = clock;
  }

  const possible: Record<string, () => Promise<void>> = {
    async signUp() {
      const draft = party();
      await maybeTwice(() => insertParty(db, draft));
    },
    async signUpMore() {
      const draft = party();
      await maybeTwice(() => insertParty(db, draft));
    },
    async confirm() {
      const by = { ...moment(), claim: await someClaim(["held", "waiting", "expired"]), details };
      await maybeTwice(() => confirmSignup(db, by));
    },
    async confirmWithoutConsent() {
      const by = { ...moment(), claim: await someClaim(["held", "waiting"]), details: null };
      await maybeTwice(() => confirmSignup(db, by));
    },
    async accept() {
      const by = { ...moment(), claim: await someClaim(["offered"]), details };
      await maybeTwice(() => confirmSignup(db, by));
    },
    async decline() {
      const by = { ...moment(), claim: await someClaim(["held", "offered", "waiting"]) };
      await maybeTwice(() => declineSignup(db, by));
    },
    async cancel() {
      const by = { ...moment(), claim: await someClaim(["confirmed"]) };
      await maybeTwice(() => declineSignup(db, by));
    },
    async release() {
      const [found] = await db.all<{ id: string; maker: string }>(sql`select c.id, f.id as maker
        from signups c join signups f on f.id = c.party_id and f.id <> c.id where f.confirmed_at is not null
        and c.state not in ('cancelled', 'expired') order by c.id desc limit 1 offset ${upTo(5)}`);
      const by = { ...moment(), claim: { id: found?.maker ?? "", version: 1 }, colleague: found?.id ?? "" };
      await maybeTwice(() => releaseColleague(db, by));
    },
    async offerByHand() {
      const { id: signup } = await someClaim(["waiting"]);
      const [first, ...others] = offerByHand(db, sql`${signup}`, moment());
      if (first !== undefined) await maybeTwice(() => db.batch([first, ...others]));
    },
    async openStep() {
      await db.run(sql`insert into openings (person_id, step_id, at, admin_id, reason)
        select p.id, 'stp_2', ${iso(clock)}, 'tok', '' from people p where p.email_key = ${address()}
        on conflict do nothing`);
      await ring();
    },
    capacity: () => organise((which, by) => changeCapacity(db, which, 1 + upTo(9), by)),
    async move() {
      const startsAt = iso(clock + (3 + upTo(200)) * HOUR);
      const endsAt = iso(Date.parse(startsAt) + 2 * HOUR);
      const to = { startsLocal: startsAt, endsLocal: endsAt, startsAt, endsAt, later: [] };
      await organise((which, by) => moveSession(db, which, to, by));
    },
    async callOff() {
      if (chance() < 0.2) await organise((which, by) => cancelSession(db, which, "Ziek", by));
    },
    async attend() {
      const { id: signupId } = await someClaim(["held", "confirmed", "offered", "waiting"]);
      const soon = iso(clock + 12 * HOUR);
      await organise((_, by) => attend(db, { signupId, meeting: 1 }, { ...by, soon }));
    },
    async unattend() {
      const { id: signupId } = await someClaim(["confirmed"]);
      await organise((_, by) => unattend(db, { signupId, meeting: 1 }, by));
    },
    async erase() {
      const [person] = await db.all<{ id: string }>(
        sql`select id from people where email_key = ${address()}`,
      );
      if (person !== undefined)
        await maybeTwice(() => erasePerson(db, person.id, { ...moment(), emailId: id("eml") }));
    },
    plan,
    async jump() {
      clock += upTo(30) * HOUR;
      await ring();
    },
    // As when nothing ran for days.
    async sleep() {
      if (chance() < 0.3) clock += upTo(90) * HOUR;
    },
  };

  await db.batch([
    db.run(sql`insert into steps (id, slug, position, title, summary, body, body_html, requires_id) values
      ('stp_1', 'rondetafel', 1, '', '', '', '', null), ('stp_2', 'workshops', 2, '', '', '', '', 'stp_1')
      on conflict do nothing`),
    ...[
      "brought",
      "answers",
      "attendances",
      "openings",
      "emails",
      "signups",
      "meetings",
      "audit",
      "reminders",
      "wishes",
      "sessions",
      "people",
    ].map((table) => db.run(sql.raw(`delete from ${table}`))),
  ]);
  for (let count = 0; count < 3; count += 1) await plan();

  const names = Object.keys(possible);
  const done: Record<string, number> = {};
  for (let act = 1; act <= acts; act += 1) {
    const drawn = names[upTo(names.length)] ?? "signUp";
    const name = drawn === "plan" && chance() < 0.8 ? "signUp" : drawn;
    await possible[name]?.();
    done[name] = (done[name] ?? 0) + 1;
    clock += upTo(40_000);
    if (chance() < 0.2) await ring();
    const broken = await findBroken(db, {
      now: iso(clock),
      lateBefore: iso(0),
      settledBefore: iso(lastCron),
      notBefore: iso(clock + 2 * HOUR),
    });
    if (broken.length > 0)
      throw new Error(`after act ${act} of walk ${seed} (${name}): ${JSON.stringify(broken.slice(0, 3))}`);
  }
  const states = await db.all<{ state: string; many: number }>(
    sql`select state, count(*) as many from signups group by state order by state`,
  );
  return { done, states: Object.fromEntries(states.map(({ state, many }) => [state, many])) };
}

// In one long walk the tables would grow, and each look at them with it. `SEAT_WALKS=20` makes ten thousand acts.
const SEEDS = Array.from({ length: Number(process.env["SEAT_WALKS"] ?? 2) }, (_, index) => index + 1);

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await startDatabase();
  db = openWriter({ url: database.url, token: undefined, timeoutMs: 60_000 });
});

afterAll(() => database.stop());

describe("whatever people, organisers and time do to seats, in any order", () => {
  test.for(SEEDS)(
    "nothing that must be true is broken after any of five hundred acts: walk %i",
    { timeout: 120_000 },
    async (seed) => {
      const { done, states } = await walkOfSeats(db, { acts: 500, seed });
      expect(Object.keys(done)).toHaveLength(19);
      expect(Object.keys(states)).toEqual(expect.arrayContaining(["cancelled", "confirmed", "expired"]));
    },
  );
});

describe("the walk finds a fault that is planted", () => {
  test.for([
    [
      "overbooked",
      "a seat that the gate did not give",
      "create trigger planted after insert on signups when new.state = 'waiting' begin update signups set state = 'held' where id = new.id; end",
    ],
    [
      "passed_the_line",
      "a gate that looks for a free seat and not for who waits",
      `create trigger planted after insert on signups when new.state = 'waiting' and (select capacity from sessions where id = new.session_id)
        > (select count(*) from signups where session_id = new.session_id and state in ('held', 'confirmed', 'offered'))
        begin update signups set state = 'held' where id = new.id; end`,
    ],
    [
      "waits_while_free",
      "a free seat that is not offered",
      "create trigger planted after update on signups when new.state = 'offered' and old.state = 'waiting' begin update signups set state = 'waiting' where id = new.id; end",
    ],
    [
      "signup_without_email",
      "an email that got lost",
      "create trigger planted after insert on emails when new.kind = 'signup_invited' begin delete from emails where id = new.id; end",
    ],
    [
      "kept_too_long",
      "a hold that never ends",
      "create trigger planted after update on signups when new.state = 'expired' and old.state = 'held' begin update signups set state = 'held' where id = new.id; end",
    ],
  ] as const)("%s: %s", { timeout: 120_000 }, async ([rule, , trigger]) => {
    await database.sql.execute(trigger);
    try {
      await expect(walkOfSeats(db, { acts: 1000, seed: 11 })).rejects.toThrow(rule);
    } finally {
      await database.sql.execute("drop trigger planted");
    }
  });
});
