import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Forbidden lines, each planted alone in a file of the room that must not hold it. */
const planted = {
  "packages/domain/src/planted-db.ts": 'import { migrate } from "@ontsecretaressen/db/migrate";\nmigrate;',
  "packages/domain/src/planted-hono.ts": 'import { Hono } from "hono";\nHono;',
  "packages/domain/src/planted-clock.ts": "export const now = () => Date.now();",
  "packages/domain/src/planted-chance.ts": "export const chance = () => Math.random();",
  "packages/domain/src/planted-environment.ts": "export const home = process.env;",
  "packages/db/src/planted-ui.ts": 'import { siteName } from "@ontsecretaressen/ui/words/site";\nsiteName;',
  "packages/db/src/planted-hono.ts": 'import { Hono } from "hono/tiny";\nHono;',
  "packages/ui/src/planted-db.tsx": 'import { sha256 } from "@ontsecretaressen/db/hash";\nsha256;',
  "packages/ui/src/planted-request.tsx": 'import type { Context } from "hono";\nexport type C = Context;',
  "packages/ui/src/planted-fetch.ts": 'export const get = () => fetch("/");',
  "apps/api/src/planted-drizzle.ts": 'import { sql } from "drizzle-orm";\nsql;',
  "apps/api/src/planted-app.ts": 'import { app } from "../../site/src/app.tsx";\napp;',
  "apps/api/src/comments/post.ts": 'import type { Context } from "hono";\nexport type C = Context;',
  "apps/site/src/planted-testing.ts":
    'import { startHouse } from "@ontsecretaressen/testing/house";\nstartHouse;',
  "apps/site/src/planted-node.ts": 'import { readFileSync } from "node:fs";\nreadFileSync;',
  "apps/admin/src/planted-db.ts": 'import { sha256 } from "@ontsecretaressen/db/hash";\nsha256;',
  "apps/mailer/src/planted-any.ts": "export const loose = (value: any) => value;",
  "apps/mailer/src/planted-bang.ts": "export const sure = (list: string[]) => list[0]!.length;",
  "infra/planted-long.ts": "export {};\n".repeat(251),
};

const cycle = {
  "packages/db/src/planted-one.ts": 'import { two } from "./planted-two.ts";\nexport const one = () => two;',
  "packages/db/src/planted-two.ts": 'import { one } from "./planted-one.ts";\nexport const two = () => one;',
};

let tree: string;
let found: string[];

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), "ontsecretaressen-walls-"));
  cpSync(join(root, ".oxlintrc.json"), join(tree, ".oxlintrc.json"));
  for (const [path, text] of Object.entries({ ...planted, ...cycle })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const output = await lint(tree);
  const { diagnostics }: { diagnostics: { filename: string }[] } = JSON.parse(output);
  found = diagnostics.map(({ filename }) => filename);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

function lint(folder: string): Promise<string> {
  const oxlint = join(root, "node_modules", ".bin", "oxlint");
  // It ends with 1 when it finds something, and here it must.
  return new Promise((resolve) => {
    execFile(oxlint, ["--format=json"], { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
}

describe("the walls between the rooms", () => {
  test.for(Object.keys(planted))("%s turns the check red", (path) => {
    expect(found).toContain(path);
  });

  test("a circle of imports turns the check red", () => {
    expect(found.some((path) => path in cycle)).toBe(true);
  });
});
