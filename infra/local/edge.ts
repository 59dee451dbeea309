import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import type { MiniflareOptions } from "miniflare";

type WorkerOptions = MiniflareOptions["workers"][number];

export const EDGE_WORKER = "edge";

/** The Worker that plays Cloudflare's edge in front of `origin`. */
export function edgeWorker(origin: string, compatibilityDate: string): WorkerOptions {
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
      env: { ORIGIN: { type: "worker", worker: origin } },
    },
    dev: { rootPath: modulesRoot },
  };
}
