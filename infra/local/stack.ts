import { join } from "node:path";
import { admitToken } from "../admin-token.ts";
import { migrateDatabase } from "../migrate.ts";
import { localBindings } from "./bindings.ts";
import { ringCrons } from "./crons.ts";
import { keepDatabase } from "./database.ts";
import { openDoor } from "./door.ts";
import { fillWhenEmpty } from "./fill.ts";
import { startMail } from "./mail.ts";
import { freePort } from "./ports.ts";
import { keepSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { startWorkers } from "./workers.ts";

export type Surroundings = {
  say: (who: string, line: string) => void;
  /** Something died for good: one sentence, and the end. */
  giveUp: (sentence: string) => void;
  /** What has been started is stopped in the opposite order. */
  onStop: (stop: () => unknown) => void;
};

/** Starts everything in order; the public port opens last, when the site can do its work. */
export async function startStack(settings: Settings, { say, giveUp, onStop }: Surroundings): Promise<void> {
  const { port, mailPort, dataDir, adminToken } = settings;
  const siteUrl = `http://localhost:${port}`;
  const secrets = keepSecrets(dataDir, adminToken);
  const token = secrets.databaseToken("rw", "local-stack");
  const mail = await startMail(mailPort);
  onStop(() => mail.stop());

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
  onStop(() => database.stop());

  const addresses = { siteUrl, databaseUrl: database.url, resendUrl: mail.url };
  const [workers, applied] = await Promise.all([
    startWorkers({
      bindings: localBindings(addresses, secrets),
      edge: true,
      bucketsFolder: join(dataDir, "buckets"),
      onLine: (line) => say("workers", line),
    }),
    migrateDatabase(database.url, token),
  ]);
  onStop(() => workers.stop());
  if (applied.length > 0) say("database", `Migrated: ${applied.join(", ")}`);

  const owner = { name: "Lokale organisator", roles: ["owner"] as const };
  await admitToken({ url: database.url, token }, secrets.adminToken, owner);
  const filled = await fillWhenEmpty(workers.url, secrets.adminToken);
  say("content", filled ? "The empty database got the first content." : "The content of last time is there.");

  onStop(ringCrons(workers, (sentence) => say("workers", sentence)));
  const door = await openDoor(port, workers.port);
  onStop(() => door.close());

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
