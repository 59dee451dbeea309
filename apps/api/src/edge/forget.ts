import { listPurges, removePurges } from "@ontsecretaressen/db/purges";
import type { World } from "../context.ts";

// One purge call may name at most a hundred things.
const TAGS_PER_CALL = 100;

/**
 * Makes the edge forget what the database says has changed. What it refuses (it takes five calls a minute) stays on the
 * list for the cron; until then an age bounds how long a page can be old.
 */
export async function forgetChanged(world: Pick<World, "db" | "forget">): Promise<void> {
  const asked = await listPurges(world.db, TAGS_PER_CALL);
  if (asked.length === 0) return;
  const isDone = await world.forget(asked.map(({ tag }) => tag));
  if (isDone) await removePurges(world.db, asked);
}
