import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bundleFiles } from "./local/bundle.ts";

const root = join(import.meta.dirname, "..");

const { sizeKb }: { sizeKb: Record<string, number> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"),
);

// A kB is 1000 bytes. A budget with more room than this no longer says what is: lower it.
const SLACK_KB = 3;

describe("the size of each Worker, minified and gzipped", () => {
  test.for(Object.entries(sizeKb))("%s stays within %s kB, and its budget stays near it", ([app, budget]) => {
    const files = bundleFiles(join(root, "apps", app, "dist"));
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length / 1000, 0);
    expect(size).toBeLessThanOrEqual(budget);
    expect(size).toBeGreaterThan(budget - SLACK_KB);
  });
});
