// Reading order: emails/drain.ts (the run) -> emails/prepare.ts and write.ts (the words) -> emails/send.ts (Resend).
import { WorkerEntrypoint } from "cloudflare:workers";
import type { EmailContent, WrittenEmail } from "@ontsecretaressen/domain/email-content";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import { writeEmail } from "@ontsecretaressen/ui/emails/write";
import { worldOf } from "./context.ts";
import { drainOutbox } from "./emails/drain.ts";
import { takeTurn } from "./emails/take-turns.ts";

// A run that a request started is cut off after 30 seconds, one of the cron much later: the next rings after a minute. This
// leaves time for the last try.
const RUN_MS = { nudge: 20_000, cron: 50_000 };

export default class Mailer extends WorkerEntrypoint<Env> {
  /** Called by the other Workers right after a write: speed. The cron is the guarantee. */
  async drain(): Promise<void> {
    await takeTurn(
      () => new Date(),
      () => run(this.env, "nudge"),
    );
  }

  /** Called for who looks at an email before it goes: only here are all of its words. Sends nothing. */
  write(content: EmailContent): WrittenEmail {
    return writeEmail(content);
  }

  override async scheduled(): Promise<void> {
    await run(this.env, "cron");
  }

  override fetch(): Response {
    return new Response(null, { status: 404 });
  }
}

// A failed query tells its values, and here those are whole emails: only what `faultLine` leaves may reach the log.
async function run(env: Env, by: keyof typeof RUN_MS): Promise<Date | null> {
  try {
    return await drainOutbox(worldOf(env), RUN_MS[by]);
  } catch (error) {
    console.error(faultLine({ requestId: by, method: "DRAIN", path: "outbox", error }));
  }
  throw new Error("the run broke off, see the line before");
}
