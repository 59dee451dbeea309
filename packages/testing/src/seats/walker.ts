import { doOne } from "@ontsecretaressen/db/client/batch";
import { nameValues } from "@ontsecretaressen/db/client/name-values";
import { type Database, openWriter } from "@ontsecretaressen/db/client/open";
import type { OfferMoment } from "@ontsecretaressen/db/seats/offer";
import { offerUntil } from "@ontsecretaressen/domain/offer";
import type { TestDatabase } from "../sqld.ts";
import { chanceFrom } from "../walk/act.ts";

export const HOUR = 3_600_000;
const SECOND = 1_000;

/** So much is the slowest clock behind. */
export const MOST_BEHIND = 100 * SECOND;

/** What the acts of a walk share: its database, its chance, and its clocks. */
export type Walker = ReturnType<typeof walkerOf>;

/** Something that somebody does; whether there was anybody to do it, and it was not refused. */
export type SeatAct = () => Promise<boolean>;

/** One who walks by the chance of a seed, on a clock of its own. */
export function walkerOf({ url }: TestDatabase, seed: number) {
  const draw = chanceFrom(seed * 7919);
  const chance = () => draw(1_000_003) / 1_000_003;
  const upTo = (most: number) => Math.floor(chance() * most);
  let clock = Date.parse("2026-11-02T09:00:00.000Z");
  let behind = 0;
  let turn = 0;
  const address = { url, token: undefined, timeoutMs: 60_000 };
  const db: Database = openWriter(address);
  const sessions: string[] = [];

  const after = (ms: number) => new Date(clock - behind + ms).toISOString();
  const id = (kind: string) => `${kind}_${seed}x${String((turn += 1)).padStart(7, "0")}`;

  async function find<Row>(question: string, ...args: (string | number)[]): Promise<Row[]> {
    const [found] = await doOne(address, { sql: question, args });
    return (found === undefined ? [] : nameValues(found).rows) as Row[];
  }

  return {
    db,
    sessions,
    chance,
    upTo,
    id,
    find,
    /** What time it really is. */
    clock: () => clock,
    pass: (ms: number) => {
      clock += ms;
    },
    /** Puts what follows into the hands of a Worker whose clock is so far behind. */
    useClock: (ms: number) => {
      behind = ms;
    },
    /** Puts the next act into the hands of a Worker whose clock may be seconds or minutes behind. */
    changeWorker: () => {
      const drawn = chance();
      behind = drawn < 0.7 ? 0 : upTo(drawn < 0.85 ? 10 * SECOND : MOST_BEHIND);
    },
    /** A moment on the clock of the Worker at hand, so many milliseconds from its now. */
    after,
    moment: (): OfferMoment => {
      const until = offerUntil(new Date(clock - behind));
      return { now: after(0), seed: id("eml"), until, notBefore: after(2 * HOUR) };
    },
    /** As when the answer got lost on its way: the very same batch may run again. */
    maybeTwice: async (act: () => Promise<unknown>): Promise<boolean> => {
      const answer = await act();
      if (chance() < 0.15) await act();
      return answer !== null && answer !== false;
    },
    someSession: () => sessions[upTo(sessions.length)] ?? "",
    address: () => `mens${upTo(40)}@voorbeeld.nl`,
    /** Some signup of these sessions, in one of these states; none there is when nobody stands in them. */
    someSignup: async (...states: string[]): Promise<string> => {
      const found = await find<{ id: string }>(
        `select id from signups where session_id in (select value from json_each(?))
          and state in (select value from json_each(?)) order by id`,
        JSON.stringify(sessions),
        JSON.stringify(states),
      );
      return found[upTo(found.length)]?.id ?? "sgn_none";
    },
  };
}
