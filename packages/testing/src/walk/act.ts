import type { House } from "../house.ts";
import { readJson } from "../read-json.ts";

/** A number below what is asked, the same again from the same seed. */
export type Chance = (below: number) => number;

/**
 * Something that somebody does in the house; `turn` makes it another thing each time. What must be seen on the site before
 * the act itself can change it is looked at in between.
 */
export type Act = (chance: Chance, turn: number, look: () => Promise<unknown>) => Promise<unknown>;

/** A small generator of chance that gives the same walk again from the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** The same things in an order that chance has. */
export function shuffle<Thing>(things: Thing[], chance: Chance): Thing[] {
  const drawn = things.map((thing) => ({ thing, at: chance(1 << 20) }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ thing }) => thing);
}

/** One row of a list of the protected endpoint, or undefined when it has none. */
export async function pick<Row>(house: House, path: string, chance: Chance): Promise<Row | undefined> {
  const { items } = await readJson<{ items: Row[] }>(house.admin(path));
  return items[chance(Math.max(1, items.length))];
}
