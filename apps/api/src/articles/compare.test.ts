import { describe, expect, test } from "vitest";
import { type Change, compareTexts } from "./compare.ts";

const sideOf = (changes: Change[], without: "removed" | "added") =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

describe("what changed between two texts", () => {
  test.for([
    ["", ""],
    ["", "nieuw"],
    ["oud", ""],
    ["Ik werk hier.", "Ik werkte hier, toen."],
    ["a b c a b b a", "c b a b a c"],
    ["Eén alinea.\n\nTwee alinea's.", "Twee alinea's.\n\nEén alinea."],
    ["👩‍👩‍👧 é", "👩‍👧 é"],
  ] as const)("gives both back letter for letter: %j and %j", ([before, after]) => {
    const changes = compareTexts(before, after);
    expect([sideOf(changes, "added"), sideOf(changes, "removed")]).toEqual([before, after]);
  });

  test("is told in whole words, in the order of reading", () => {
    expect(compareTexts("Kom op dinsdag om zeven uur.", "Kom op woensdag om acht uur.")).toEqual([
      { kind: "same", text: "Kom op " },
      { kind: "removed", text: "dinsdag" },
      { kind: "added", text: "woensdag" },
      { kind: "same", text: " om " },
      { kind: "removed", text: "zeven" },
      { kind: "added", text: "acht" },
      { kind: "same", text: " uur." },
    ]);
  });

  test("gives both back for a thousand random pairs, with nothing marked as the same that is not", () => {
    let state = 7;
    const chance = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const text = () => Array.from({ length: chance(12) }, () => "ab c\n"[chance(5)] ?? "").join("");
    for (let turn = 0; turn < 1000; turn += 1) {
      const [before, after] = [text(), text()];
      const changes = compareTexts(before, after);
      expect([sideOf(changes, "added"), sideOf(changes, "removed")]).toEqual([before, after]);
    }
  });

  test("of texts that share nothing is one taken away and one put in its place, and takes no memory to speak of", () => {
    const words = (letter: string) => Array.from({ length: 8000 }, (_, i) => `${letter}${i}`).join("  ");
    expect(compareTexts(words("a"), words("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
