import { mergeSearch } from "@ontsecretaressen/db/search/merge";
import type { CronWorld } from "../context.ts";

// A million comments that were all written in one day take fifteen.
const STEPS_MAX = 20;

/** Makes the indexes of search one piece each again. What one night leaves undone, the next one does. */
export async function mergeNightly({ db }: CronWorld): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step += 1) if (!(await mergeSearch(db))) return;
}
