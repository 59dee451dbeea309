import { join } from "node:path";
import { Log, LogLevel, Miniflare, type MiniflareOptions } from "miniflare";
import { modulesIn } from "./bundle.ts";
import { EDGE_WORKER, type EdgeLimits, edgeWorker } from "./edge.ts";
import { appsFolder, readWorkerConfigs, type WorkerConfig } from "./wrangler.ts";

export const PUBLIC_WORKER = "ontsecretaressen-site";

export type Bindings = Record<string, Record<string, string>>;

export type WorkersOptions = {
  /** Vars and secrets per Worker name; they win from what `wrangler.jsonc` says. */
  bindings: Bindings;
  port?: number;
  /** Where buckets are kept; else they end with the Workers. */
  bucketsFolder?: string;
  /** Keep pages in front of the public Worker, as Cloudflare's edge does. */
  edge?: boolean | EdgeLimits;
  onLine?: (line: string, level: string) => void;
};

export type Workers = {
  url: string;
  port: number;
  configs: WorkerConfig[];
  /** Rings a Worker as its cron would, and waits for it; answers the outcome, such as `ok`. */
  scheduled(worker: string, cron: string): Promise<string>;
  stop(): Promise<void>;
};

type WorkerOptions = MiniflareOptions["workers"][number];
type Environment = NonNullable<WorkerOptions["config"]["env"]>;

function environment(config: WorkerConfig, given: Record<string, string>, door: string): Environment {
  const env: Environment = {};
  for (const [name, value] of Object.entries({ ...config.vars, ...given })) {
    env[name] =
      typeof value === "string"
        ? { type: "text", value }
        : { type: "json", value: JSON.parse(JSON.stringify(value)) };
  }
  for (const name of config.secrets?.required ?? []) {
    if (!(name in env)) throw new Error(`${config.name} needs the secret ${name}, and nothing gave it.`);
  }
  for (const { binding, service, entrypoint } of config.services ?? []) {
    // Who wants the public Worker wants the edge in front of it: there pages are kept and forgotten.
    const worker = service === PUBLIC_WORKER ? door : service;
    env[binding] = { type: "worker", worker, ...(entrypoint && { exportName: entrypoint }) };
  }
  for (const { name, namespace_id, simple } of config.ratelimits ?? []) {
    env[name] = { type: "rate-limit", namespace: namespace_id, simple };
  }
  for (const { binding, bucket_name } of config.r2_buckets ?? []) {
    env[binding] = { type: "r2", name: bucket_name };
  }
  if (config.images) env[config.images.binding] = { type: "images" };
  if (config.version_metadata) env[config.version_metadata.binding] = { type: "version-metadata" };
  return env;
}

function workerOptions(config: WorkerConfig, given: Record<string, string>, door: string): WorkerOptions {
  const modulesRoot = join(config.folder, "dist");
  return {
    config: {
      name: config.name,
      compatibilityDate: config.compatibility_date,
      ...(config.compatibility_flags && { compatibilityFlags: config.compatibility_flags }),
      manifest: { mainModule: "worker.js", modulesRoot, modules: modulesIn(modulesRoot) },
      env: environment(config, given, door),
    },
    dev: { rootPath: modulesRoot },
  };
}

// Miniflare ends the process at once on a signal; in which order things stop is for whoever started them to say.
function keepSignals<T>(make: () => T): T {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)));
  const made = make();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.has(listener)) process.removeListener(signal, listener);
    }
  }
  return made;
}

/** Runs the built bundles of all Workers in real workerd; requests enter through the public one. */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const configs = readWorkerConfigs().sort(
    (a, b) => Number(b.name === PUBLIC_WORKER) - Number(a.name === PUBLIC_WORKER),
  );
  const say = options.onLine ?? (() => {});
  const { edge = false } = options;
  const door = edge === false ? PUBLIC_WORKER : EDGE_WORKER;
  const workers = configs.map((config) => workerOptions(config, options.bindings[config.name] ?? {}, door));
  const newest =
    configs.map((config) => config.compatibility_date).toSorted((a, b) => (a < b ? 1 : -1))[0] ?? "";
  const miniflareOptions: MiniflareOptions = {
    host: "127.0.0.1",
    port: options.port ?? 0,
    cf: false,
    ...(options.bucketsFolder !== undefined && { resourcePersistencePath: options.bucketsFolder }),
    log: new Log(LogLevel.NONE),
    logRequests: false,
    handleStructuredLogs: ({ level, message }) => say(message, level),
    telemetry: { enabled: false },
    // Requests enter through the first.
    workers:
      edge === false
        ? workers
        : [edgeWorker(PUBLIC_WORKER, newest, edge === true ? undefined : edge), ...workers],
  };
  const miniflare = keepSignals(() => new Miniflare(miniflareOptions));
  const ready = await miniflare.ready;
  return {
    url: ready.origin,
    port: Number(ready.port),
    configs,
    async scheduled(worker, cron) {
      const fetcher = await miniflare.getWorker(worker);
      const { outcome } = await fetcher.scheduled({ cron, scheduledTime: new Date() });
      return outcome;
    },
    stop: () => miniflare.dispose(),
  };
}

/** A Worker that gives one text and does nothing else, in the same harness: what a benchmark compares with. */
export async function fixedWorker(text: string): Promise<{ url: string; stop(): Promise<void> }> {
  const contents = `const text = ${JSON.stringify(text)}; export default { fetch: () => new Response(text) };`;
  const miniflare = keepSignals(
    () =>
      new Miniflare({
        host: "127.0.0.1",
        port: 0,
        cf: false,
        log: new Log(LogLevel.NONE),
        logRequests: false,
        telemetry: { enabled: false },
        workers: [
          {
            config: {
              name: "fixed",
              compatibilityDate: "2026-11-17",
              manifest: {
                mainModule: "w.js",
                modulesRoot: appsFolder,
                modules: { "w.js": { type: "esm", contents } },
              },
            },
            dev: { rootPath: appsFolder },
          },
        ],
      }),
  );
  const ready = await miniflare.ready;
  return { url: ready.origin, stop: () => miniflare.dispose() };
}
