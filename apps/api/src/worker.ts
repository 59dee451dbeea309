// Reading order: app.tsx (what is asked) -> comments/, signups/ (the public writes) -> admin/ (the protected endpoint)
// -> edge/ (what the edge forgets) -> context.ts (what a request is given).
import { WorkerEntrypoint } from "cloudflare:workers";
import { countMiss } from "@ontsecretaressen/db/misses";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { app } from "./app.tsx";
import { type Bindings, worldOfCron } from "./context.ts";
import { everyMorning, writeDaily } from "./digests/write-daily.ts";
import { forgetKept, nightly } from "./retention/forget-old.ts";
import { mailPublished } from "./subscribers/mail-published.ts";
import { keepSeatsByTheClock } from "./signups/keep.ts";
import { writeSummary } from "./summaries/write-daily.ts";
import { remindPeople } from "./reminders/remind.ts";
import { publishScheduled } from "./articles/publish-scheduled.ts";
import { forgetChanged } from "./edge/forget.ts";

/** What the site Worker asks for: it may only read. */
export class Misses extends WorkerEntrypoint<Bindings> {
  async count(slug: string): Promise<void> {
    if (!isArticleSlug(slug)) return;
    const { db, now } = worldOfCron(this.env);
    await countMiss(db, slug, now().toISOString().slice(0, 10));
  }
}

export default {
  fetch: app.fetch,
  async scheduled({ cron }, env) {
    const world = worldOfCron(env);
    if (cron === nightly) await forgetKept(world);
    if (cron === everyMorning) await Promise.all([writeDaily(world), writeSummary(world)]);
    await keepSeatsByTheClock(world);
    await publishScheduled(world);
    await mailPublished(world);
    await remindPeople(world);
    await forgetChanged(world);
  },
} satisfies ExportedHandler<Bindings>;
