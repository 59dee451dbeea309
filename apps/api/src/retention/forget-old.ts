import { forgetOld } from "@ontsecretaressen/db/retention";
import { retentionDays } from "@ontsecretaressen/domain/retention";
import { signupTerms } from "@ontsecretaressen/domain/signup";
import type { CronWorld } from "../context.ts";

const DAYS_PER_YEAR = 365.25;

/** Rung once a night, when fewest people write. */
export const nightly = "17 3 * * *";

// How long a request of an organiser may come again under its key.
const KEY_DAYS = 1;

/** Forgets what was kept as long as we say on the privacy page. */
export async function forgetKept({ db, now, newId }: CronWorld): Promise<void> {
  const at = now().getTime();
  const before = (days: number) => new Date(at - days * 86_400_000).toISOString();
  const terms = {
    spam: before(retentionDays.spam),
    rejected: before(retentionDays.rejected),
    unproved: before(retentionDays.unproved),
    network: before(retentionDays.network),
    address: before(retentionDays.address),
    details: before(signupTerms.detailsDays),
    attended: before(signupTerms.attendedYears * DAYS_PER_YEAR),
    report: before(retentionDays.report),
    miss: before(retentionDays.miss).slice(0, 10),
    key: before(KEY_DAYS),
    now: new Date(at).toISOString(),
  };
  await forgetOld(db, terms, newId("aud"));
}
