import { setTimeout as wait } from "node:timers/promises";
import { leashChildren, onChildEnd } from "./leash.ts";
import { readSettings, Refusal } from "./settings.ts";

const STOP_WITHIN_MS = 4_000;
const PARENT_EVERY_MS = 250;

// Told by `run.mjs`, and not read from the system: it may be gone before we first look.
const parent = Number(process.env["STOP_WITH_PARENT"]);
const stops: (() => unknown)[] = [];
let stopping = false;

function say(who: string, line: string): void {
  process.stdout.write(`${who.padEnd(9)}| ${line.trimEnd().replaceAll("\n", "\n         | ")}\n`);
}

async function stopAll(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Whatever is left then dies with us, by the leash.
  setTimeout(() => process.exit(exitCode), STOP_WITHIN_MS);
  for (const stop of stops.toReversed()) {
    try {
      await stop();
    } catch (error) {
      say("stack", `While stopping: ${String(error)}`);
    }
  }
  process.exit(exitCode);
}

function giveUp(sentence: string): void {
  if (stopping) return;
  process.stderr.write(`${sentence}\n`);
  void stopAll(1);
}

function watchForTheEnd(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopAll(0));
  const lookForParent = () => {
    if (parent && process.ppid !== parent) void stopAll(0);
  };
  lookForParent();
  setInterval(lookForParent, PARENT_EVERY_MS).unref();
  onChildEnd(({ command, pid }) => {
    if (!stopping && command.endsWith("workerd")) {
      say("workers", `workerd (process ${pid}) died. Starting it again.`);
    }
  });
}

// Whoever read our lines may leave; that is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
leashChildren();
watchForTheEnd();
try {
  const settings = await readSettings();
  // Only now: loading the Workers' runtime takes half a second, and a refusal should not.
  const { startStack } = await import("./stack.ts");
  await startStack(settings, { say, giveUp, onStop: (stop) => stops.push(stop) });
} catch (error) {
  // Ctrl-C reaches workerd as well, and what that breaks may be seen before the signal itself.
  await wait(100);
  giveUp(error instanceof Refusal ? error.message : `The local stack could not start. ${String(error)}`);
}
