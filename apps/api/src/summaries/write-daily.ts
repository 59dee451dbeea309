import { insertSummary } from "@ontsecretaressen/db/emails/summaries";
import type { CronWorld } from "../context.ts";

/** Tells the organisers in the morning what waits for them, when anything does. The mailer's own cron sends it. */
export async function writeSummary({ db, now, newId, organisersEmail }: CronWorld): Promise<void> {
  await insertSummary(db, { emailId: newId("eml"), to: organisersEmail, now: now().toISOString() });
}
