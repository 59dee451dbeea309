import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { MiniflareOptions } from "miniflare";

type Modules = NonNullable<MiniflareOptions["workers"][number]["config"]["manifest"]>["modules"];

const MAIN = "worker.js";
const TYPES = { ".js": "esm", ".wasm": "wasm", ".ttf": "data" } as const;

const isKnown = (type: string): type is keyof typeof TYPES => type in TYPES;

/** The files of a Worker as it was built: its code, and what the code imports beside it. What a build before left is not. */
export function bundleFiles(folder: string): string[] {
  const code = readFileSync(join(folder, MAIN), "utf8");
  const beside = [...code.matchAll(/from ?"\.\/([\w.-]+)"/gu)].map(([, name = ""]) => name);
  return [MAIN, ...beside].map((name) => join(folder, name));
}

/** The same, as Miniflare takes them. */
export function modulesIn(folder: string): Modules {
  return Object.fromEntries(
    bundleFiles(folder).map((file) => {
      const type = extname(file);
      if (!isKnown(type)) throw new Error(`${file} is of a kind that no Worker was made of yet.`);
      const contents = type === ".js" ? readFileSync(file, "utf8") : readFileSync(file);
      return [basename(file), { type: TYPES[type], contents }];
    }),
  );
}
