import { spawn, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./ports.ts";

export type Stack = {
  url: string;
  pid: number;
  dataDir: string;
  /** Everything it wrote until now. */
  output(): string;
  errors(): string;
  /** The exit code, once it is there. */
  exit: Promise<number | null>;
  /** Every process under it, by command. */
  processes(): Process[];
};

export type Process = { pid: number; parent: number; command: string };

type Wishes = { through?: "npm" | "run.mjs" | "start.ts"; env?: Record<string, string>; node?: string[] };

const root = join(import.meta.dirname, "..", "..");

// A killed process that nobody has reaped yet is listed as a zombie, and counts as gone.
function linuxProcesses(): Process[] {
  const found: Process[] = [];
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const [, command = "", state, parent] =
        /\((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
      if (state !== "Z") found.push({ pid: Number(name), parent: Number(parent), command });
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

function otherProcesses(): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,state=,comm="], { encoding: "utf8" }).split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => state !== undefined && !state.startsWith("Z"))
    .map(([pid, parent, , ...command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      command: command.join(" "),
    }));
}

function allProcesses(): Process[] {
  return existsSync("/proc/self/stat") ? linuxProcesses() : otherProcesses();
}

function under(pid: number, all: Process[]): Process[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [...children, ...children.flatMap((child) => under(child.pid, all))];
}

/** Waits until `done` answers something; throws when that takes too long. */
export async function until<T>(what: string, done: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await done();
    if (Array.isArray(answer) ? answer.length > 0 : answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain: ${what}`);
    await wait(50);
  }
}

/** Which of these processes are still alive. */
export function survivors(processes: Process[]): Process[] {
  const alive = new Set(allProcesses().map(({ pid }) => pid));
  return processes.filter(({ pid }) => alive.has(pid));
}

/** Runs the stack as a user does, on free ports and a folder of its own. */
export async function runStack({ through = "start.ts", env = {}, node = [] }: Wishes = {}): Promise<Stack> {
  const [port, mailPort] = await Promise.all([freePort(), freePort()]);
  const dataDir = env["DATA_DIR"] ?? mkdtempSync(join(tmpdir(), "ontsecretaressen-stack-"));
  const script = through === "run.mjs" ? ["run.mjs", "start"] : ["infra/local/start.ts"];
  const [command, args] = through === "npm" ? ["npm", ["start"]] : [process.execPath, [...node, ...script]];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PORT: String(port), MAIL_PORT: String(mailPort), DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, as in a terminal.
    detached: true,
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => (output += String(text)));
  child.stderr.on("data", (text) => (errors += String(text)));
  const pid = child.pid ?? 0;
  return {
    url: `http://localhost:${env["PORT"] ?? port}`,
    pid,
    dataDir,
    output: () => output,
    errors: () => errors,
    exit: new Promise((resolve) => child.once("exit", resolve)),
    processes: () => under(pid, allProcesses()),
  };
}

/** Whether the stack says that it can do its work. */
export async function isHealthy(stack: Stack): Promise<boolean> {
  const answer = await fetch(`${stack.url}/api/health`).catch(() => null);
  return answer?.status === 200;
}
