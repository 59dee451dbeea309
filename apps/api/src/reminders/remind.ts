import { listReminded, writeReminders } from "@ontsecretaressen/db/sessions/reminders";
import { reminderChanges } from "@ontsecretaressen/domain/reminder";
import type { CronWorld } from "../context.ts";

/** Longer than any reminder can be late. */
const LOOK_BACK_MS = 10 * 86_400_000;

/**
 * Plans the reminders of all sessions and sends those that are due: a moment is the session's own, so one that was planned,
 * moved or cancelled in whatever way is right a minute later. Each minute; it writes only when something changed.
 */
export async function remindPeople({ db, reader, now, newId }: CronWorld): Promise<void> {
  const at = now();
  const since = new Date(at.getTime() - LOOK_BACK_MS).toISOString();
  const moment = at.toISOString();
  for (const session of await listReminded(reader, since)) {
    const changes = reminderChanges(session, moment);
    if (changes.length > 0)
      await writeReminders(db, session, changes, { emailId: newId("eml"), now: moment });
  }
}
