import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { walkOfSeats, type Walked } from "@ontsecretaressen/testing/seats/walk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// In one long walk the tables would grow, and each look at them with it. `SEAT_WALKS=20` makes ten thousand acts.
const SEEDS = Array.from({ length: Number(process.env["SEAT_WALKS"] ?? 4) }, (_, index) => index + 1);
const ACTS = 500;

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

describe("whatever people, organisers and time do to seats, in any order", () => {
  const walks: Walked[] = [];

  test.for(SEEDS)(
    "nothing that must be true is broken after any of five hundred acts: walk %i",
    async (seed) => {
      const walked = await walkOfSeats(database, { acts: ACTS, seed });
      expect(walked.acts).toBe(ACTS);
      walks.push(walked);
    },
  );

  test("the walks came past every act, every state of a signup, and all that people are told by others and by time", () => {
    const seen = (what: (walk: Walked) => string[]) => [...new Set(walks.flatMap(what))].toSorted();
    expect(seen(({ done }) => done)).toEqual(seen(({ possible }) => possible));
    expect(seen(({ states }) => states)).toEqual([
      "cancelled",
      "confirmed",
      "expired",
      "held",
      "offered",
      "waiting",
    ]);
    expect(seen(({ kinds }) => kinds)).toEqual(
      expect.arrayContaining([
        "offer_ended",
        "seat_offered",
        "seat_passed_on",
        "session_moved",
        "session_thanks",
        "session_tomorrow",
        "signup_reminder",
      ]),
    );
  });
});

// Each with a walk that finds it soon.
describe("the walk finds a fault that is planted", () => {
  test.for([
    [
      "overbooked",
      11,
      "a seat that the gate did not give",
      "create trigger planted after insert on signups when new.state = 'waiting' begin update signups set state = 'held' where id = new.id; end",
    ],
    [
      "passed_the_line",
      11,
      "a gate that looks for a free seat and not for who waits",
      `create trigger planted after insert on signups when new.state = 'waiting' and (select capacity from sessions where id = new.session_id)
        > (select count(*) from signups where session_id = new.session_id and state in ('held', 'confirmed', 'offered'))
        begin update signups set state = 'held' where id = new.id; end`,
    ],
    [
      "listed_while_free",
      10,
      "a gate that keeps seats for who can't take them",
      `create trigger planted after insert on signups when new.state = 'held' and exists (select 1 from signups w
          where w.session_id = new.session_id and w.state = 'waiting' and w.confirmed_at is not null)
        begin update signups set state = 'waiting', line = (select max(w.line) + iif(w.submission = new.submission, 0, 1)
          from signups w where w.session_id = new.session_id and w.line is not null) where id = new.id; end`,
    ],
    [
      "waits_while_free",
      5,
      "a free seat that is not offered",
      "create trigger planted after update on signups when new.state = 'offered' and old.state = 'waiting' begin update signups set state = 'waiting' where id = new.id; end",
    ],
    [
      "signup_without_email",
      11,
      "an email that got lost",
      "create trigger planted after insert on emails when new.kind = 'signup_invited' begin delete from emails where id = new.id; end",
    ],
    [
      "kept_too_long",
      1,
      "a hold that never ends",
      "create trigger planted after update on signups when new.state = 'expired' and old.state = 'held' begin update signups set state = 'held' where id = new.id; end",
    ],
    [
      "entry_not_raised",
      11,
      "a change that no calendar takes over",
      "create trigger planted after update on signups when new.sequence > old.sequence begin update signups set sequence = 0 where id = new.id; end",
    ],
    [
      "told_twice",
      2,
      "a reminder that is not written down",
      "create trigger planted after insert on emails when new.kind = 'signup_reminder' begin update signups set reminded_at = null where id = new.signup_id; end",
    ],
  ] as const)("%s in walk %i: %s", async ([rule, seed, , trigger]) => {
    await database.sql.execute(trigger);
    try {
      await expect(walkOfSeats(database, { acts: 2 * ACTS, seed })).rejects.toThrow(rule);
    } finally {
      await database.sql.execute("drop trigger planted");
    }
  });
});
