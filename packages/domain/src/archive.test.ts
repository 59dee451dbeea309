import { describe, expect, test } from "vitest";
import { monthBounds, monthOf, pageCount } from "./archive.ts";

describe("a month", () => {
  test.for([
    ["2011-07", "2011-06-30T22:00:00.000Z", "2011-07-31T22:00:00.000Z"],
    ["2027-03", "2027-02-28T23:00:00.000Z", "2027-03-31T22:00:00.000Z"],
    ["2027-12", "2027-11-30T23:00:00.000Z", "2027-12-31T23:00:00.000Z"],
  ] as const)("%s begins and ends at midnight on the wall here", ([month, from, until]) => {
    expect(monthBounds(month)).toEqual({ from, until });
    expect(monthOf(from)).toBe(month);
    expect(monthOf(until)).not.toBe(month);
  });

  test.for(["2011-13", "2011-00", "2011-7", "0011-07", "2011-07-01", "abcd-ef", ""])("is not %s", (month) => {
    expect(monthBounds(month)).toBeNull();
  });
});

test("an archive has as many pages as its articles fill, and an empty one has one", () => {
  expect([0, 1, 20, 21, 100_000].map(pageCount)).toEqual([1, 1, 1, 2, 5000]);
});
