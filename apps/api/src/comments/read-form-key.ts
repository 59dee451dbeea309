import type { World } from "../context.ts";
import { isSameMark } from "@ontsecretaressen/domain/claim";

/**
 * What the key of a form says: the part that is the same until the conversation moves on, and how long the form was open.
 * A form without our stamp was never open: no seconds. A program that sends JSON has no form, so of that nobody can tell.
 */
export async function readFormKey(
  world: World,
  key: string,
  isJson: boolean,
): Promise<{ key: string; seconds: number | null }> {
  const [, own = key, stamp = ""] = /^(.*) (\S+)$/su.exec(key) ?? [];
  const madeAt = Number.parseInt(stamp, 36);
  const isOurs = Number.isSafeInteger(madeAt) && isSameMark(stamp, await world.stamp(madeAt));
  if (!isOurs) return { key, seconds: isJson ? null : 0 };
  return { key: own, seconds: Math.max(0, (world.now().getTime() - madeAt) / 1000) };
}
