import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import type { MiniflareOptions } from "miniflare";

type WorkerOptions = MiniflareOptions["workers"][number];

export const EDGE_WORKER = "edge";

/** How many purges at once the edge takes before it refuses one. */
export type EdgeLimits = { purges: number };

/** The Worker that plays Cloudflare's edge in front of `origin`; without limits it refuses no purge. */
export function edgeWorker(
  origin: string,
  compatibilityDate: string,
  { purges }: EdgeLimits = { purges: Infinity },
): WorkerOptions {
  const modulesRoot = join(import.meta.dirname, "../edge");
  const source = readFileSync(join(modulesRoot, "worker.ts"), "utf8");
  return {
    config: {
      name: EDGE_WORKER,
      compatibilityDate,
      manifest: {
        mainModule: "edge.js",
        modulesRoot,
        modules: { "edge.js": { type: "esm", contents: stripTypeScriptTypes(source) } },
      },
      env: {
        ORIGIN: { type: "worker", worker: origin },
        PURGES: { type: "text", value: String(purges) },
      },
    },
    dev: { rootPath: modulesRoot },
  };
}
