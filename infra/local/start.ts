import { join } from "node:path";
import { admitToken } from "../admin-token.ts";
import { migrateDatabase } from "../migrate.ts";
import { localBindings } from "./bindings.ts";
import { ringCrons } from "./crons.ts";
import { keepDatabase } from "./database.ts";
import { openDoor } from "./door.ts";
import { fillWhenEmpty } from "./fill.ts";
import { leashChildren, onChildEnd } from "./leash.ts";
import { startMail } from "./mail.ts";
import { freePort } from "./ports.ts";
import { keepSecrets } from "./secrets.ts";
import { readSettings, Refusal, type Settings } from "./settings.ts";
import { startWorkers } from "./workers.ts";

const STOP_WITHIN_MS = 4_000;
const PARENT_EVERY_MS = 250;

const parent = process.ppid;
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
  process.stderr.write(`${sentence}\n`);
  void stopAll(1);
}

function watchForTheEnd(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopAll(0));
  setInterval(() => {
    if (process.ppid !== parent) void stopAll(0);
  }, PARENT_EVERY_MS).unref();
  onChildEnd(({ command, pid }) => {
    if (!stopping && command.endsWith("workerd")) {
      say("workers", `workerd (process ${pid}) died. Starting it again.`);
    }
  });
}

async function start({ port, mailPort, dataDir, adminToken }: Settings): Promise<void> {
  const siteUrl = `http://localhost:${port}`;
  const secrets = keepSecrets(dataDir, adminToken);
  const token = secrets.databaseToken("rw", "local-stack");
  const mail = await startMail(mailPort);
  stops.push(() => mail.stop());

  const databasePort = await freePort();
  const database = await keepDatabase(
    {
      dataDir: join(dataDir, "database"),
      publicKeyFile: secrets.publicKeyFile,
      port: databasePort,
      onLine: (line) => say("database", line),
    },
    { restarted: (sentence) => say("database", sentence), lost: giveUp },
  );
  stops.push(() => database.stop());

  const addresses = { siteUrl, databaseUrl: database.url, resendUrl: mail.url };
  const [workers, applied] = await Promise.all([
    startWorkers({ bindings: localBindings(addresses, secrets), onLine: (line) => say("workers", line) }),
    migrateDatabase(database.url, token),
  ]);
  stops.push(() => workers.stop());
  if (applied.length > 0) say("database", `Migrated: ${applied.join(", ")}`);

  const owner = { name: "Lokale organisator", roles: ["owner"] as const };
  await admitToken({ url: database.url, token }, secrets.adminToken, owner);
  const filled = await fillWhenEmpty(workers.url, secrets.adminToken);
  say("content", filled ? "The empty database got the first content." : "The content of last time is there.");

  stops.push(ringCrons(workers, (sentence) => say("workers", sentence)));
  const door = await openDoor(port, workers.port);
  stops.push(() => door.close());

  const lines = [
    ["Site", `${siteUrl}/`],
    ["Programma", `${siteUrl}/programma/`],
    ["Beheer", `${siteUrl}/beheer/`],
    ["Inbox", `http://localhost:${mailPort}/inbox`],
    ["Admin token", secrets.adminToken],
    ["Data", dataDir],
  ];
  process.stdout.write(
    `\n${lines.map(([name = "", value]) => `  ${name.padEnd(12)} ${value}`).join("\n")}\n\n`,
  );
}

leashChildren();
watchForTheEnd();
try {
  await start(await readSettings());
} catch (error) {
  giveUp(error instanceof Refusal ? error.message : `The local stack could not start. ${String(error)}`);
}
