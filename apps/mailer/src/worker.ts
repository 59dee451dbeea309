import { WorkerEntrypoint } from "cloudflare:workers";

export default class Mailer extends WorkerEntrypoint<Env> {
  async drain(): Promise<void> {}
}
