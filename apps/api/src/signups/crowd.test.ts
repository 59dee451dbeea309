import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf, stateCount } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PEOPLE = 500;
const DOUBLES = 50;
const PLACES = 12;
// When to give up, not how fast to be.
const PATIENCE = { timeout: 300_000 };

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true, uncounted: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

/** So many people sign up at the same moment, each at home; some press the button twice. Gives how each was answered. */
async function crowd(session: string, many: number): Promise<number[]> {
  const submissions = Array.from({ length: many }, (_, index) => ({
    json: people.fields(session),
    headers: { "cf-connecting-ip": `198.18.${index >> 8}.${index & 255}` },
  }));
  const all = [...submissions, ...submissions.slice(0, DOUBLES)];
  return Promise.all(
    all.map(async (submission) => {
      const answer = await house.fetch("/api/signups", submission);
      await answer.arrayBuffer();
      return answer.status;
    }),
  );
}

async function brokenNow(): Promise<string[]> {
  const { broken } = await readJson<{ broken: { rule: string }[] }>(house.admin("invariants"));
  return broken.map(({ rule }) => rule);
}

describe("a crowd that signs up at once for 12 places", () => {
  test(
    "of 500, 50 of whom press twice, gets 12 seats and 488 places in line as they came, one email each, and no error",
    PATIENCE,
    async () => {
      const session = await people.plan(PLACES);
      expect(new Set(await crowd(session, PEOPLE))).toEqual(new Set([201]));
      const kept = await people.rows(session);
      expect(kept.map(({ state, line }) => (state === "held" ? "held" : line))).toEqual([
        ...Array.from({ length: PLACES }, () => "held"),
        ...Array.from({ length: PEOPLE - PLACES }, (_, index) => index + 1),
      ]);
      expect(new Set(kept.map(({ emails }) => emails))).toEqual(new Set([1]));
      expect(await brokenNow()).toEqual([]);
    },
  );

  test(
    "gets more seats than there are once the gate lets everybody in, and that is found",
    PATIENCE,
    async () => {
      await house.sql.execute(`create trigger without_gate after insert on signups when new.state = 'waiting'
      begin update signups set state = 'held' where id = new.id; end`);
      const session = await people.plan(PLACES);
      await crowd(session, 60);
      await house.sql.execute("drop trigger without_gate");
      expect(stateCount(await people.rows(session), "held")).toBeGreaterThan(PLACES);
      expect(await brokenNow()).toEqual(["overbooked"]);
    },
  );
});
