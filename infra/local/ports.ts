import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below what systems hand out by themselves: a connection of somebody else can't take the port between the look and
// the use of it.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 50;

/** A loopback port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error("No free port was found.");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
