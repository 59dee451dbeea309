import { describe, expect, test } from "vitest";
import { layOut } from "./lay-out.ts";

// Every letter half as wide as it is high: close to the real ones, and easy to reckon with.
const measure = (word: string) => word.length / 2;
const WIDTH = 1032;
const lay = (title: string) => layOut(title, WIDTH, measure);

describe("a title", () => {
  test.for([
    ["Intervisie", 104, 1],
    ["Waarom de secretaresse 3.0 niet bestaat", 92, 2],
    ["Van takenlijst naar rol: vijf vragen voor je maandag, en voor je leidinggevende", 72, 3],
  ] as const)("%s is as large as it can be in few lines", ([title, size, count]) => {
    const laid = lay(title);
    expect([laid.size, laid.lines.length]).toEqual([size, count]);
    expect(laid.lines.join(" ")).toBe(title);
  });

  test("has lines of about the same length, none wider than there is room", () => {
    const { lines, size } = lay("Waarom de secretaresse 3.0 niet bestaat en nooit bestond");
    const widths = lines.map((line) => measure(line) * size);
    expect(Math.max(...widths)).toBeLessThanOrEqual(WIDTH);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.5);
  });

  test("that is far too long is cut at a word, in four lines", () => {
    const { lines } = lay("de directeur vergadert vandaag ".repeat(10).trim());
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatch(/(?:de|directeur|vergadert|vandaag)…$/u);
  });

  test("is broken at its own hyphens, which are not doubled", () => {
    expect(lay("Medezeggenschap-in-zelfsturende-netwerkorganisaties").lines).toEqual([
      "Medezeggenschap-in-",
      "zelfsturende-",
      "netwerkorganisaties",
    ]);
  });
});

describe("a word that is wider than the picture", () => {
  test("is broken between syllables, with a hyphen, and loses no letter", () => {
    const word = "Arbeidsongeschiktheidsverzekeringsmaatschappijen";
    const { lines, size } = lay(`${word} bestaan`);
    expect(lines.join("").replaceAll("-", "")).toBe(`${word} bestaan`);
    expect(lines[0]).toMatch(/[aeiou][a-z]?-$/u);
    for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(WIDTH);
  });

  test("and has no syllables is broken where it must", () => {
    const { lines, size } = lay("x".repeat(90));
    expect(lines.join("").replaceAll("-", "")).toBe("x".repeat(90));
    for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(WIDTH);
  });
});
