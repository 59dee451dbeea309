import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearOf } from "./clear-of.ts";

beforeEach(() => vi.useFakeTimers());

afterEach(() => vi.useRealTimers());

test.for([
  ["well before the border goes on at once", 3600, "10:59:29", "10:59:29"],
  ["near the border waits until it is past", 3600, "10:59:31", "11:00:00"],
  ["near the border of a shorter stretch only waits for that one", 600, "10:49:50", "10:50:00"],
  ["near the border of another's stretch goes on at once", 3600, "10:49:50", "10:49:50"],
  ["near midnight waits for the next day", 86_400, "23:59:59", "00:00:00"],
] as const)("who comes %s", async ([, seconds, from, until]) => {
  vi.setSystemTime(`2027-01-14T${from}.000Z`);
  const clear = clearOf(seconds);
  await vi.runAllTimersAsync();
  await clear;
  expect(new Date().toISOString().slice(11, 19)).toBe(until);
});
