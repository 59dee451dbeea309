import { spawn, type ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";

const WATCHER = 'while read -r line; do pids="$line"; done; [ -z "$pids" ] || kill -9 $pids';

export type ChildEnd = { command: string; pid: number; code: number | null; signal: string | null };

let watcher: ChildProcess | undefined;
const started = new Set<ChildProcess>();
const listeners = new Set<(end: ChildEnd) => void>();

// kill -9 leaves no time to clean up: the watcher's stdin closes with this process, and it ends what is left.
function tell(): void {
  const pids = [...started].flatMap(({ pid }) => pid ?? []);
  watcher?.stdin?.write(`${pids.join(" ")}\n`);
}

function hold(child: ChildProcess): void {
  started.add(child);
  child.once("spawn", tell);
  child.once("error", () => started.delete(child));
  child.once("exit", (code, signal) => {
    if (child.pid === undefined || !started.delete(child)) return;
    tell();
    for (const listener of listeners) listener({ command: child.spawnfile, pid: child.pid, code, signal });
  });
}

/** Makes every process this one starts end with it, however it ends. Safe to call more than once. */
export function leashChildren(): void {
  if (watcher) return;
  watcher = spawn("/bin/sh", ["-c", WATCHER], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  watcher.unref();
  watcher.stdin?.on("error", () => {});
  if (watcher.stdin && "unref" in watcher.stdin) (watcher.stdin as unknown as { unref(): void }).unref();
  subscribe("child_process", (message) => {
    if (typeof message === "object" && message && "process" in message) hold(message.process as ChildProcess);
  });
  // Not left to the watcher: a child started in this very turn is not known to it yet.
  process.on("exit", () => {
    for (const child of started) child.kill("SIGKILL");
  });
}

/** Calls `listener` for every leashed child that ends; the answer stops that. */
export function onChildEnd(listener: (end: ChildEnd) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
