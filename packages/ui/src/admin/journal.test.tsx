import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgementActs } from "@ontsecretaressen/domain/admin";
import { describe, expect, test } from "vitest";
import { renderDocument } from "../page/document.tsx";
import { AdminJournalPage } from "./journal.tsx";

const root = join(import.meta.dirname, "../../../..");

const withoutComments = (source: string): string => source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, "");

const sources = globSync("{packages/db,apps/api}/src/**/*.ts", { cwd: root })
  .filter((file) => !file.includes(".test."))
  .map((file) => withoutComments(readFileSync(join(root, file), "utf8")))
  .filter((source) => /audit|\bact:/iu.test(source));

const all = (pattern: RegExp): string[] =>
  sources.flatMap((source) => [...source.matchAll(pattern)].map(({ groups }) => groups?.["name"] ?? ""));

// What the sources leave to a variable; one that is not here stays as it is written, and has no words.
const variables: Partial<Record<string, readonly string[]>> = {
  "${act}": judgementActs,
  "${draft.kind}": ["article", "page"],
  "${subject}": ["authors", "categories", "tags"],
  "${what}": all(/\btold\("(?<name>\w+)"/gu),
};

/** Every act that is written into the audit, read from the code that writes it. */
function actsWritten(): string[] {
  const written = [
    ...all(/(?<!sql)(?<quote>["'`])(?<name>(?:[a-z]+|\$\{[\w.]+\})\.[a-z]+|[a-z]+\.\$\{\w+\})\k<quote>/gu),
    ...all(/auditMade\(\s*db,\s*by,\s*"(?<name>\w+)"/gu),
  ];
  const acts = written.flatMap((act) => {
    const [variable = ""] = /\$\{[\w.]+\}/u.exec(act) ?? [];
    return variables[variable]?.map((value) => act.replace(variable, value)) ?? [act];
  });
  return [...new Set(acts)].toSorted();
}

const show = (act: string, adminName: string): string[] => {
  const acts = [
    { id: "aud_1", at: "2027-01-11T19:00:00.000Z", adminName, act, subject: "", about: null, undo: null },
  ];
  const html = renderDocument(<AdminJournalPage acts={acts} next={null} notice={null} />);
  return [...html.matchAll(/<td>(.*?)<\/td>/gu)].map(([, words = ""]) => words);
};

describe("the journal", () => {
  test("has words for every act that is written into it", () => {
    const acts = actsWritten();
    for (const act of [
      "signup.leave",
      "comment.hold",
      "forget.people",
      "page.create",
      "tags.delete",
      "import",
    ])
      expect(acts).toContain(act);
    expect(acts.filter((act) => show(act, "Noor")[1] === act)).toEqual([]);
  });

  test("says of what no organiser did that none did it", () => {
    expect(show("person.erase", "").slice(0, 2)).toEqual([
      "geen organisator",
      "iemand liet alles van zich weghalen",
    ]);
  });
});
