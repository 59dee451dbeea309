import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

const texts = [
  "README.md",
  "CONTRIBUTING.md",
  "infra/RUNBOOK.md",
  "docs/words.md",
  ...readdirSync(join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`),
];

// A name with a hole in it, such as `apps/site/src/<thing>/show.tsx`, is a pattern and no file.
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:apps|packages|infra|docs)\/[^`\s]+)`/gu)].flatMap(([, path = ""]) =>
    /[<*{]/u.test(path) ? [] : [path],
  );

const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)].flatMap(([, path = ""]) =>
    path.includes(":") ? [] : [path],
  );

test.each(texts)("%s names only files that are there", (file) => {
  const text = readFileSync(join(root, file), "utf8");
  const missing = [
    ...pathsIn(text).filter((path) => !existsSync(join(root, path))),
    ...linksIn(text).filter((path) => !existsSync(join(root, dirname(file), path))),
  ];
  expect(missing).toEqual([]);
});
