import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./ports.ts";

export type SqldOptions = {
  dataDir: string;
  /** Absent: anyone may read and write. */
  publicKeyFile?: string;
  port?: number;
  onLine?: (line: string) => void;
};

export type Sqld = {
  url: string;
  port: number;
  pid: number;
  /** Settles when the process is gone, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
};

const READY_WITHIN_MS = 10_000;
const STOP_WITHIN_MS = 2_000;

function binary(): string {
  const name = `@sqld/${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), "sqld");
  } catch (cause) {
    throw new Error(`There is no libSQL server for this machine: the package ${name} is not installed.`, {
      cause,
    });
  }
}

async function healthy(url: string, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return true;
    await wait(10);
  }
  return false;
}

/** Starts the real libSQL server on a folder and waits until it answers. */
export async function startSqld(options: SqldOptions): Promise<Sqld> {
  mkdirSync(options.dataDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const args = ["--no-welcome", "--db-path", options.dataDir, "--http-listen-addr", `127.0.0.1:${port}`];
  if (options.publicKeyFile) args.push("--auth-jwt-key-file", options.publicKeyFile);

  // Its own process group, so that Ctrl-C in a terminal reaches us first and we stop things in order.
  const child = spawn(binary(), args, {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    env: { ...process.env, RUST_LOG: process.env["RUST_LOG"] ?? "error", NO_COLOR: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-2_000);
      if (options.onLine) text.split("\n").filter(Boolean).forEach(options.onLine);
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });

  if (!(await healthy(url, child))) {
    child.kill("SIGKILL");
    throw new Error(`The libSQL server did not start on ${url}. ${output.trim()}`);
  }
  return {
    url,
    port,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(late);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
