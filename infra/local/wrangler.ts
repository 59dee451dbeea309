import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type WorkerConfig = {
  /** Where its folder is, such as `…/apps/site`. */
  folder: string;
  name: string;
  compatibility_date: string;
  compatibility_flags?: string[];
  vars?: Record<string, unknown>;
  secrets?: { required?: string[] };
  services?: { binding: string; service: string; entrypoint?: string }[];
  r2_buckets?: { binding: string; bucket_name: string }[];
  images?: { binding: string };
  version_metadata?: { binding: string };
  ratelimits?: { name: string; namespace_id: string; simple: { limit: number; period: 10 | 60 } }[];
  triggers?: { crons?: string[] };
};

const STRING_OR_COMMENT = /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const STRING_OR_TRAILING_COMMA = /("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g;

function parseJsonc(text: string): unknown {
  return JSON.parse(text.replace(STRING_OR_COMMENT, "$1").replace(STRING_OR_TRAILING_COMMA, "$1"));
}

export const appsFolder: string = join(import.meta.dirname, "..", "..", "apps");

/** Every Worker's configuration as it is deployed, so that the local stack cannot drift from it. */
export function readWorkerConfigs(): WorkerConfig[] {
  return readdirSync(appsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const folder = join(appsFolder, entry.name);
      const config = parseJsonc(readFileSync(join(folder, "wrangler.jsonc"), "utf8")) as Omit<
        WorkerConfig,
        "folder"
      >;
      return { ...config, folder };
    });
}
