// Reading order: emails/drain.ts (the round) -> emails/write.ts (the words) -> emails/send.ts (Resend).
import { WorkerEntrypoint } from "cloudflare:workers";
import { worldOf } from "./context.ts";
import { drainOutbox } from "./emails/drain.ts";

export default class Mailer extends WorkerEntrypoint<Env> {
  /** Called by the other Workers right after a write: speed. The cron is the guarantee. */
  async drain(): Promise<void> {
    await drainOutbox(worldOf(this.env));
  }

  override async scheduled(): Promise<void> {
    await drainOutbox(worldOf(this.env));
  }

  override fetch(): Response {
    return new Response(null, { status: 404 });
  }
}
