import { describe, expect, test } from "vitest";
import { isWall, seatsLeft, signupWindow, wallToUtc } from "./session.ts";

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

test.for([
  ["2027-01-14T19:00", true],
  ["2028-02-29T00:00", true],
  ["2027-02-29T10:00", false],
  ["2027-04-31T10:00", false],
  ["2027-13-01T10:00", false],
  ["2027-01-01T24:00", false],
  ["2027-01-01T10:60", false],
  ["2027-1-1T10:00", false],
  ["2027-01-14 19:00", false],
  ["2027-01-14T19:00Z", false],
] as const)("%s on the wall: %s", ([text, is]) => {
  expect(isWall(text)).toBe(is);
});

describe("the seats a newcomer can have", () => {
  test("are what is left, none while somebody waits, and never less than none", () => {
    expect(seatsLeft({ capacity: 12, taken: 8, waiting: 0 })).toBe(4);
    expect(seatsLeft({ capacity: 12, taken: 8, waiting: 1 })).toBe(0);
    expect(seatsLeft({ capacity: 6, taken: 8, waiting: 0 })).toBe(0);
  });
});

describe("whether a session takes signups", () => {
  const session = {
    isCancelled: false,
    startsAt: "2027-01-14T18:00:00.000Z",
    opensAt: "2026-12-01T08:00:00.000Z",
    closesAt: "2027-01-12T11:00:00.000Z",
  };

  test.for([
    ["not_yet", "2026-12-01T07:59:59.999Z"],
    ["open", "2026-12-01T08:00:00.000Z"],
    ["open", "2027-01-12T10:59:59.999Z"],
    ["closed", "2027-01-12T11:00:00.000Z"],
    ["begun", "2027-01-14T18:00:00.000Z"],
  ] as const)("is %s at %s", ([window, now]) => {
    expect(signupWindow(session, now)).toBe(window);
  });

  test("is open from the first moment until it begins where nothing else is said", () => {
    const plain = { ...session, opensAt: null, closesAt: null };
    expect(signupWindow(plain, "2020-01-01T00:00:00.000Z")).toBe("open");
    expect(signupWindow(plain, "2027-01-14T17:59:59.999Z")).toBe("open");
    expect(signupWindow(plain, "2027-01-14T18:00:00.000Z")).toBe("begun");
  });

  test("is never open once it is cancelled", () => {
    expect(signupWindow({ ...session, isCancelled: true }, "2026-12-24T12:00:00.000Z")).toBe("cancelled");
  });
});
