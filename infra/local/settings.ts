import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";

/** A mistake of whoever starts the stack: shown as one sentence, without a stack. */
export class Refusal extends Error {}

export type Settings = { port: number; mailPort: number; dataDir: string; adminToken: string | undefined };

function portOf(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`${name} must be a port number from 1 to 65535, and it is "${text}".`);
  }
  return port;
}

/** Listens on both loopback addresses in turn, so that a port taken on either is seen. */
export async function refuseTakenPort(name: string, port: number): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await new Promise<string | undefined>((resolve) => {
      const probe = createServer();
      probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
      probe.listen(port, host, () => probe.close(() => resolve(undefined)));
    });
    if (code === "EADDRINUSE") {
      throw new Refusal(`Port ${port} is taken: stop what runs there, or choose another one with ${name}.`);
    }
    if (code === "EACCES") {
      throw new Refusal(`Port ${port} may not be used by this user: choose another one with ${name}.`);
    }
  }
}

// Not mkdir's own `recursive`: that one never returns for a folder inside /proc.
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function writableFolder(path: string): string {
  const folder = resolve(path);
  try {
    makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch {
    throw new Refusal(`The folder ${folder} cannot be written: choose another one with DATA_DIR.`);
  }
  return folder;
}

/** Reads what the environment asks for, and refuses what cannot work before anything is started. */
export async function readSettings(): Promise<Settings> {
  const port = portOf("PORT", 8787);
  const mailPort = portOf("MAIL_PORT", 8788);
  if (port === mailPort) throw new Refusal(`PORT and MAIL_PORT are both ${port}: they must differ.`);
  const dataDir = writableFolder(process.env["DATA_DIR"] || ".data");
  await refuseTakenPort("PORT", port);
  await refuseTakenPort("MAIL_PORT", mailPort);
  return { port, mailPort, dataDir, adminToken: process.env["ADMIN_TOKEN"] || undefined };
}
