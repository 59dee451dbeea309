// A long random walk through everything that people, organisers and time do to seats, on a clock of its own.
import { findBroken } from "@ontsecretaressen/db/invariants";
import { listReminded, writeReminders } from "@ontsecretaressen/db/sessions/reminders";
import { forgetOld } from "@ontsecretaressen/db/retention";
import { keepSeats } from "@ontsecretaressen/db/seats/keep";
import { reminderChanges } from "@ontsecretaressen/domain/reminder";
import type { TestDatabase } from "../sqld.ts";
import { actsOfOrganisers } from "./organisers.ts";
import { actsOfPeople } from "./people.ts";
import { HOUR, MOST_BEHIND, type SeatAct, type Walker, walkerOf } from "./walker.ts";

/** What a walk came past: which of its acts were done and not refused, the states of signups, the kinds of emails. */
export type Walked = { acts: number; possible: string[]; done: string[]; states: string[]; kinds: string[] };

/**
 * What time does each minute; now and then twice at once, on clocks that differ: both have read before either writes. In an order
 * that is drawn, so that a walk is the same each time.
 */
async function ring({ db, find, chance, upTo, id, moment, after }: Walker): Promise<void> {
  const at = moment();
  // Its emails left at once.
  await find(
    "update emails set state = 'sent', sent_at = created_at, attempts = 1 where state = 'waiting' and kind in ('signup_held', 'signup_invited', 'signup_waiting') returning id",
  );
  const clocks = chance() < 0.3 ? [0, chance() < 0.5 ? 0 : upTo(5)] : [0];
  if (chance() < 0.5) clocks.reverse();
  for (const seconds of clocks)
    await keepSeats(db, {
      ...at,
      seed: id("eml"),
      now: after(-1000 * seconds),
      notBefore: after(2 * HOUR - 1000 * seconds),
      signedUpBefore: after(-24 * HOUR - 1000 * seconds),
      heldAfter: after(2 * HOUR - 1000 * seconds),
      dayFrom: after(24 * HOUR - 1000 * seconds),
      holdUntil: after(48 * HOUR - 1000 * seconds),
    });
  const sessions = await listReminded(db, after(-240 * HOUR));
  for (const seconds of clocks) {
    const now = after(-1000 * seconds);
    for (const session of sessions) {
      const changes = reminderChanges(session, now);
      if (changes.length > 0) await writeReminders(db, session, changes, { emailId: id("eml"), now });
    }
  }
}

// How often an act is drawn beside the others, which are at 2: seats must be scarce, and time must not outrun people.
const OFTEN: Record<string, number> = {
  signUp: 20,
  confirm: 5,
  confirmAll: 6,
  accept: 4,
  cancel: 3,
  offerByHand: 6,
  moveByHand: 4,
  attend: 3,
  openStep: 4,
  jump: 1,
  sleep: 1,
  night: 1,
  plan: 1,
  callOff: 1,
  confirmInTimeElsewhere: 1,
  confirmWithoutConsent: 1,
  erase: 1,
  shutStep: 1,
};

// Of one reminder nobody gets two emails. Who was moved to another session had those of the one that she left.
const TOLD_TWICE = `select e.signup_id, e.kind from emails e join signups g on g.id = e.signup_id
  where e.kind in ('session_week', 'session_tomorrow', 'session_thanks', 'signup_reminder')
    and not exists (select 1 from audit a where a.act = 'signup.move' and a.subject = g.id)
  group by e.signup_id, e.kind, e.meeting having count(*) > iif(e.kind = 'signup_reminder', 1, (select count(*) from reminders r
    where r.session_id = g.session_id and r.state = 'sent' and r.meeting = e.meeting and r.kind = case e.kind
      when 'session_week' then 'week_before' when 'session_tomorrow' then 'day_before' else 'afterwards' end))`;

async function begin({ sql }: TestDatabase): Promise<void> {
  const filled = [
    "absences",
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
  ];
  await sql.batch(
    [
      `insert into steps (id, slug, position, title, summary, body, body_html, requires_id) values
        ('stp_1', 'rondetafel', 1, '', '', '', '', null), ('stp_2', 'workshops', 2, '', '', '', '', 'stp_1')
        on conflict do nothing`,
      ...filled.map((table) => `delete from ${table}`),
    ],
    "write",
  );
}

/**
 * Walks, and looks after every act whether all that must be true still is. Throws at the first act after which it isn't, with
 * its number and what is broken.
 */
export async function walkOfSeats(
  database: TestDatabase,
  { acts, seed }: { acts: number; seed: number },
): Promise<Walked> {
  await begin(database);
  const walker = walkerOf(database, seed);
  const { db, find, chance, upTo, clock, pass, after } = walker;
  let settledBefore = after(0);
  let act = 0;
  let name = "";

  const fail = (broken: unknown) =>
    new Error(`after act ${act} of walk ${seed} (${name}): ${JSON.stringify(broken)}`);

  async function ringAndLook(): Promise<void> {
    await ring(walker);
    const seen = after(-MOST_BEHIND);
    if (seen > settledBefore) settledBefore = seen;
    const twice = await find(TOLD_TWICE);
    if (twice.length > 0) throw fail({ rule: "told_twice", twice });
  }

  const organisers = actsOfOrganisers(walker);
  const possible: Record<string, SeatAct> = {
    ...actsOfPeople(walker),
    ...organisers,
    async jump() {
      pass(upTo(30) * HOUR);
      await ringAndLook();
      return true;
    },
    // As when nothing ran for days.
    async sleep() {
      if (chance() < 0.3) pass(upTo(90) * HOUR);
      return true;
    },
    async night() {
      const [day, long] = [after(-5 * 24 * HOUR), after(-400 * 24 * HOUR)];
      const now = after(0);
      const before = {
        spam: long,
        rejected: long,
        unproved: day,
        network: day,
        address: long,
        details: long,
        attended: long,
        report: long,
        miss: long,
        key: day,
        now,
      };
      const auditId = walker.id("aud");
      return walker.maybeTwice(() => forgetOld(db, before, auditId));
    },
  };
  for (let count = 0; count < 3; count += 1) await organisers["plan"]?.();

  const names = Object.keys(possible).flatMap((name) => Array.from({ length: OFTEN[name] ?? 2 }, () => name));
  const done = new Set<string>();
  const states = new Set<string>();
  const kinds = new Set<string>();
  async function lookAround(): Promise<void> {
    for (const { state } of await find<{ state: string }>("select distinct state from signups"))
      states.add(state);
    for (const { kind } of await find<{ kind: string }>("select distinct kind from emails")) kinds.add(kind);
  }

  for (act = 1; act <= acts; act += 1) {
    name = names[upTo(names.length)] ?? "signUp";
    walker.changeWorker();
    if (await possible[name]?.()) done.add(name);
    // Now and then the next act is in the very same millisecond.
    if (chance() < 0.9) pass(upTo(40_000));
    if (chance() < 0.2) await ringAndLook();
    if (act % 25 === 0) await lookAround();
    const now = new Date(clock()).toISOString();
    const broken = await findBroken(db, {
      now,
      lateBefore: new Date(0).toISOString(),
      settledBefore,
      notBefore: new Date(clock() + 2 * HOUR).toISOString(),
    });
    if (broken.length > 0) throw fail(broken.slice(0, 3));
  }
  return {
    acts: act - 1,
    possible: Object.keys(possible),
    done: [...done],
    states: [...states],
    kinds: [...kinds],
  };
}
