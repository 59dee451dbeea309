import { insertDigests } from "@ontsecretaressen/db/comments/digests";
import type { CronWorld } from "../context.ts";

/** When it is run (UTC): before most people's working day. */
export const everyMorning = "30 6 * * *";

/** Tells who wants it once a day what was said in the conversations she follows. The mailer's own cron sends it. */
export async function writeDaily({ db, now, newId }: CronWorld): Promise<void> {
  await insertDigests(db, { emailId: newId("eml"), now: now().toISOString() });
}
