import { expect, test } from "vitest";
import { isDue } from "./crons.ts";

const sunday = new Date("2026-11-22T03:30:00Z");

test.for([
  ["* * * * *", true],
  ["30 3 * * *", true],
  ["31 3 * * *", false],
  ["30 4 * * *", false],
  ["*/15 * * * *", true],
  ["*/7 * * * *", false],
  ["0,30 2-4 * * *", true],
  ["30 3 1 * *", false],
  ["30 3 * 11 *", true],
  ["30 3 * * 1", true],
  ["30 3 * * 2-6", false],
] as const)("%s on a Sunday at 03:30: %s", ([cron, due]) => {
  expect(isDue(cron, sunday)).toBe(due);
});
