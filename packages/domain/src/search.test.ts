import { describe, expect, test } from "vitest";
import { foundEnd, foundStart, partsOf, readQuery, searchLimits } from "./search.ts";

describe("what was typed is taken apart", () => {
  test.for([
    ["into words", "rol  van\tje werk", ["rol", "werk"]],
    ["into phrases, in any quotes", '"een rol" “zonder titel”', ["een rol", "zonder titel"]],
    ["without what has no letters", "- * ( ) 🎸 rol? #werk!", ["rol", "werk"]],
    ["at the marks of other search engines", "title:rol NEAR(werk, plek)", ["title", "rol", "werk", "plek"]],
    ["with points and hyphens inside words", "3.0 e-mail, foto's", ["3.0", "e-mail", "foto's"]],
    ["once each", "rol rol", ["rol"]],
    ["with its small words when there is nothing else", "of het in", ["of", "het", "in"]],
    ["without single letters", "a b rol c", ["rol"]],
    ["with accents in one piece", "Le\u0301on", ["L\u00e9on"]],
  ] as const)("%s", ([, typed, terms]) => {
    expect(readQuery(typed).terms).toEqual(terms);
  });

  test("up to its limits, and never through a character", () => {
    expect(readQuery("woord ".repeat(500)).text.length).toBeLessThanOrEqual(searchLimits.queryMax);
    expect(readQuery("ab cd ef gh ij kl mn op qr st").terms).toHaveLength(searchLimits.termsMax);
    expect(readQuery("🎸".repeat(500)).text).toBe("🎸".repeat(searchLimits.queryMax));
  });

  test("into nothing when there is nothing, or nothing that text can hold", () => {
    for (const typed of ["", "  ", "\0\u0007", '""', "x"]) expect(readQuery(typed).terms).toEqual([]);
    expect(readQuery("rol\0werk\ud800").text).toBe("rol werk\ufffd");
  });
});

describe("what was found in a text", () => {
  test("stands part by part", () => {
    expect(partsOf(`een ${foundStart}rol${foundEnd} hier`)).toEqual([
      { text: "een ", isFound: false },
      { text: "rol", isFound: true },
      { text: " hier", isFound: false },
    ]);
  });

  test("is never lost, whatever marks are missing or too many", () => {
    for (const marked of [
      `${foundStart}rol`,
      `rol${foundEnd}`,
      `${foundStart}${foundStart}rol${foundEnd}${foundEnd}`,
    ]) {
      expect(partsOf(marked).map(({ text }) => text)).toEqual(["rol"]);
    }
  });
});
