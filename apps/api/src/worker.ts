// Reading order: app.tsx (what is asked) -> comments/, signups/ (the public writes) -> admin/ (the protected endpoint)
// -> edge/ (what the edge forgets) -> context.ts (what a request is given).
import { WorkerEntrypoint } from "cloudflare:workers";
import { countMiss } from "@ontsecretaressen/db/articles/misses";
import { isOldPath } from "@ontsecretaressen/domain/article";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import { app } from "./app.tsx";
import { type Bindings, type CronWorld, worldOfCron } from "./context.ts";
import { everyMorning, writeDaily } from "./digests/write-daily.ts";
import { forgetKept, nightly } from "./retention/forget-old.ts";
import { mailPublished } from "./subscribers/mail-published.ts";
import { mergeNightly } from "./search/merge-nightly.ts";
import { keepSeatsByTheClock } from "./signups/keep.ts";
import { writeSummary } from "./summaries/write-daily.ts";
import { remindPeople } from "./reminders/remind.ts";
import { publishScheduled } from "./articles/publish-scheduled.ts";
import { forgetChanged } from "./edge/forget.ts";

/** What the site Worker asks for: it may only read. */
export class Misses extends WorkerEntrypoint<Bindings> {
  async count(path: string): Promise<void> {
    if (!isOldPath(path)) return;
    const { db, now } = worldOfCron(this.env);
    await countMiss(db, path, now().toISOString().slice(0, 10));
  }
}

// In this order: what the edge must forget comes of all the others.
const EACH_MINUTE: [name: string, run: (world: CronWorld) => Promise<void>][] = [
  ["seats", keepSeatsByTheClock],
  ["schedule", publishScheduled],
  ["mailings", mailPublished],
  ["reminders", remindPeople],
  ["edge", forgetChanged],
];

export default {
  fetch: app.fetch,
  async scheduled({ cron }, env, context) {
    const world = worldOfCron(env);
    const runs = [...EACH_MINUTE];
    if (cron === nightly) runs.unshift(["retention", forgetKept], ["search", mergeNightly]);
    if (cron === everyMorning) runs.unshift(["digests", writeDaily], ["summary", writeSummary]);
    let broken = 0;
    // One that breaks off keeps none of the others from running.
    for (const [name, run] of runs) {
      try {
        await run(world);
      } catch (error) {
        broken += 1;
        console.error(faultLine({ requestId: cron, method: "CRON", path: name, error }));
      }
    }
    // What they wrote goes out at once, as after any write.
    context.waitUntil(world.nudgeMailer());
    if (broken > 0) throw new Error("a run broke off, see the lines before");
  },
} satisfies ExportedHandler<Bindings>;
