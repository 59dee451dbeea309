import { continueMailing, endMailing, findOpenMailing } from "@ontsecretaressen/db/emails/mailings";
import { mailingDays, mailingPace } from "@ontsecretaressen/domain/subscriber";
import type { CronWorld } from "../context.ts";

/**
 * Writes the next emails about an article that came out, as many as can go. Each minute: a run that breaks off loses and
 * doubles nothing, and the next one goes on where it was. What is no news any more ends.
 */
export async function mailPublished({ db, reader, now, newId }: CronWorld): Promise<void> {
  const at = now();
  const staleBefore = new Date(at.getTime() - mailingDays * 86_400_000).toISOString();
  const mailing = await findOpenMailing(reader, staleBefore);
  if (mailing === null) return;
  if (mailing.isStale) {
    await endMailing(db, mailing.articleId, at.toISOString());
    return;
  }
  const limit = mailingPace - mailing.waiting;
  if (limit > 0) await continueMailing(db, mailing, { emailId: newId("eml"), limit, now: at.toISOString() });
}
