import { describe, expect, test } from "vitest";
import { seatsLeft, wallToUtc } from "./session.ts";

describe("what the clock on the wall says, as UTC", () => {
  test.for([
    ["in winter", "2027-01-14T19:00", "2027-01-14T18:00:00.000Z"],
    ["in summer", "2027-07-01T19:00", "2027-07-01T17:00:00.000Z"],
    ["just before the clock goes forward", "2027-03-28T01:59", "2027-03-28T00:59:00.000Z"],
    ["just after", "2027-03-28T03:00", "2027-03-28T01:00:00.000Z"],
    ["in the evening of that day", "2027-03-28T19:00", "2027-03-28T17:00:00.000Z"],
    ["just before the clock goes back", "2027-10-31T01:59", "2027-10-30T23:59:00.000Z"],
    ["just after", "2027-10-31T03:00", "2027-10-31T02:00:00.000Z"],
    ["at the turn of the year", "2027-01-01T00:30", "2026-12-31T23:30:00.000Z"],
  ] as const)("%s: %s", ([, wall, utc]) => {
    expect(wallToUtc(wall, "Europe/Amsterdam")).toBe(utc);
  });

  test("of an hour that does not exist counts on, and of one that comes twice is one of the two", () => {
    expect(wallToUtc("2027-03-28T02:30", "Europe/Amsterdam")).toMatch(/^2027-03-28T0[01]:30/u);
    expect(wallToUtc("2027-10-31T02:30", "Europe/Amsterdam")).toMatch(/^2027-10-31T0[01]:30/u);
  });

  test("is refused for anything that is no wall time", () => {
    expect(() => wallToUtc("2027-01-14 19:00", "Europe/Amsterdam")).toThrow(/not a wall time/u);
  });
});

describe("the seats a newcomer can have", () => {
  test("are what is left, none while somebody waits, and never less than none", () => {
    expect(seatsLeft({ capacity: 12, taken: 8, waiting: 0 })).toBe(4);
    expect(seatsLeft({ capacity: 12, taken: 8, waiting: 1 })).toBe(0);
    expect(seatsLeft({ capacity: 6, taken: 8, waiting: 0 })).toBe(0);
  });
});
