import { continueMailing, endMailing, findOpenMailing } from "@ontsecretaressen/db/emails/mailings";
import { mailingDays, mailingPace } from "@ontsecretaressen/domain/subscriber";
import type { CronWorld } from "../context.ts";

/**
 * Writes the next emails about an article that came out, as many as can go: a day has no more than leave room for what
 * somebody sits waiting for. Each minute: a run that breaks off loses and doubles nothing, and the next one goes on where
 * it was. What is no news any more ends.
 */
export async function mailPublished({ db, reader, now, newId, mailingPerDay }: CronWorld): Promise<void> {
  const at = now();
  const staleBefore = new Date(at.getTime() - mailingDays * 86_400_000).toISOString();
  const dayBegan = `${at.toISOString().slice(0, 10)}T00:00:00.000Z`;
  const mailing = await findOpenMailing(reader, { staleBefore, dayBegan });
  if (mailing === null) return;
  if (mailing.isStale) {
    await endMailing(db, mailing.articleId, at.toISOString());
    return;
  }
  const limit = Math.min(mailingPace - mailing.waiting, mailingPerDay - mailing.today);
  if (limit > 0) await continueMailing(db, mailing, { emailId: newId("eml"), limit, now: at.toISOString() });
}
