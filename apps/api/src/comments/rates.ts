import type { Rate } from "@ontsecretaressen/db/rates";
import { commentRates } from "@ontsecretaressen/domain/comment-limits";
import type { World } from "../context.ts";

type Limit = { most: number; seconds: number };

/**
 * How often somebody may comment, as what is counted: stretches of time under keyed hashes. Past `rates` nothing is
 * kept; past `mailRates` no more mail goes to an address that is not proved, for anybody could have typed it.
 */
export async function ratesOfComment(
  world: World,
  { emailKey, isProved }: { emailKey: string; isProved: boolean },
): Promise<{ rates: Rate[]; mailRates: Rate[] }> {
  const ofAddress = await countedRates(
    world,
    commentRates[isProved ? "proved" : "unproved"],
    `address ${emailKey}`,
  );
  const ofNetwork =
    world.network === null ? [] : await countedRates(world, commentRates.network, `network ${world.network}`);
  return isProved
    ? { rates: [...ofAddress, ...ofNetwork], mailRates: [] }
    : { rates: ofNetwork, mailRates: ofAddress };
}

/** Stretches of time to be counted, each under a keyed hash that tells nothing of whom it counts. */
export function countedRates(world: World, limits: readonly Limit[], of: string): Promise<Rate[]> {
  return Promise.all(
    limits.map(async ({ most, seconds }) => {
      const stretch = Math.floor(world.now().getTime() / 1000 / seconds);
      // The stretch is in the key, so a day's rows can't be laid beside another day's.
      const key = await world.mark("rate", `${seconds} ${stretch} ${of}`);
      return { key, most, endsAt: new Date((stretch + 1) * seconds * 1000).toISOString() };
    }),
  );
}

/** For how many seconds somebody must wait until a moment; at least one. */
export function secondsUntil(world: World, moment: string): number {
  return Math.max(1, Math.ceil((Date.parse(moment) - world.now().getTime()) / 1000));
}
