import { spawn, type ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";

const WATCHER = 'while read -r line; do pids="$line"; done; [ -z "$pids" ] || kill -9 $pids';

export type ChildEnd = { command: string; pid: number; code: number | null; signal: string | null };

let watcher: ChildProcess | undefined;
const leashed = new Map<number, string>();
const listeners = new Set<(end: ChildEnd) => void>();

// kill -9 leaves no time to clean up: the watcher's stdin closes with this process, and it ends what is left.
function tell(): void {
  watcher?.stdin?.write(`${[...leashed.keys()].join(" ")}\n`);
}

function hold(child: ChildProcess): void {
  child.once("spawn", () => {
    if (child === watcher || child.pid === undefined) return;
    leashed.set(child.pid, child.spawnfile);
    tell();
  });
  child.once("exit", (code, signal) => {
    if (child.pid === undefined || !leashed.delete(child.pid)) return;
    tell();
    for (const listener of listeners) listener({ command: child.spawnfile, pid: child.pid, code, signal });
  });
}

/** Makes every process this one starts end with it, however it ends. Safe to call more than once. */
export function leashChildren(): void {
  if (watcher) return;
  subscribe("child_process", (message) => {
    if (typeof message === "object" && message && "process" in message) hold(message.process as ChildProcess);
  });
  watcher = spawn("/bin/sh", ["-c", WATCHER], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  watcher.unref();
  watcher.stdin?.on("error", () => {});
  if (watcher.stdin && "unref" in watcher.stdin) (watcher.stdin as unknown as { unref(): void }).unref();
}

/** Calls `listener` for every leashed child that ends; the answer stops that. */
export function onChildEnd(listener: (end: ChildEnd) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
