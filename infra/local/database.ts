import { setTimeout as wait } from "node:timers/promises";
import { startSqld, type Sqld, type SqldOptions } from "./sqld.ts";

const TRIES = 5;
const PAUSE_MS = 500;

export type KeptDatabase = { url: string; stop(): Promise<void> };

/** A libSQL server that is started again on the same port when it dies; its data survives that. */
export async function keepDatabase(
  options: SqldOptions,
  report: { restarted(sentence: string): void; lost(sentence: string): void },
): Promise<KeptDatabase> {
  let current = await startSqld(options);
  let stopping = false;

  async function startAgain(port: number, triesLeft: number): Promise<Sqld | null> {
    const next = await startSqld({ ...options, port }).catch(() => null);
    if (next || triesLeft === 0 || stopping) return next;
    await wait(PAUSE_MS);
    return startAgain(port, triesLeft - 1);
  }

  async function watch(watched: Sqld): Promise<void> {
    await watched.ended;
    if (stopping) return;
    report.restarted(`The libSQL server (process ${watched.pid}) died. Starting it again on its own data.`);
    const next = await startAgain(watched.port, TRIES);
    if (next && stopping) return next.kill();
    if (!next) return report.lost("The libSQL server died and does not start again.");
    current = next;
    await watch(next);
  }

  void watch(current);
  return {
    url: current.url,
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}
