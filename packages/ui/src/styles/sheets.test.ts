import { expect, test } from "vitest";
import * as styles from "./sheets.ts";

const TEXT_ON = [
  ["ink", "paper"],
  ["soft", "paper"],
  ["petrol", "paper"],
  ["paper", "petrol"],
  ["ink", "sand"],
  ["soft", "sand"],
  ["petrol", "sand"],
] as const;

const schemes = ["light", "dark"] as const;

function colour(name: string, scheme: (typeof schemes)[number]): string {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}:light-dark\\((#\\w{6}),(#\\w{6})\\)`, "u").exec(styles.home) ?? [];
  return scheme === "light" ? light : dark;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.for(schemes.flatMap((scheme) => TEXT_ON.map(([text, ground]) => ({ scheme, text, ground }))))(
  "$text on $ground in the $scheme scheme can be read by tired eyes",
  ({ scheme, text, ground }) => {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(7);
  },
);

test.for(schemes)("the edge of a field can be seen in the %s scheme", (scheme) => {
  expect(contrast(colour("edge", scheme), colour("paper", scheme))).toBeGreaterThanOrEqual(3);
});

test.for(Object.entries(styles))("the stylesheet %s can stand in a page as it is", ([, css]) => {
  expect(css).not.toMatch(/<|\n| {2}|\/\*|url\(/u);
  expect(css.match(/\{/gu)?.length).toBe(css.match(/\}/gu)?.length);
});

test("an article does not carry the organisers' or the plan's rules", () => {
  expect(styles.article).not.toMatch(/\.held|\.plan|\.facts|\.faults ul/u);
});
