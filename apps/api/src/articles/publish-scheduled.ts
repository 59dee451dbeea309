import { closeDue, findDue, publishDue } from "@ontsecretaressen/db/articles/act";
import type { CronWorld } from "../context.ts";

const cron = { id: "cron", name: "Op het geplande moment", roles: [], endsAt: null };

/**
 * Puts on the site what was planned for now or earlier, and closes conversations whose days are over. Each minute: it
 * writes only when something is due.
 */
export async function publishScheduled(world: CronWorld): Promise<void> {
  const now = world.now().toISOString();
  const { toPublish, toClose } = await findDue(world.reader, now);
  if (toPublish) await publishDue(world.db, now, { auditId: world.newId("aud"), admin: cron });
  if (toClose) await closeDue(world.db, now);
}
