import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["{packages,apps,infra}/**/*.test.{ts,tsx}"],
    setupFiles: ["packages/testing/src/fail-on-console-error.ts"],
    // When to give up, not how fast to be: a busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
