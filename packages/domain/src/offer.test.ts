import { describe, expect, test } from "vitest";
import { offerUntil } from "./offer.ts";
import { utcToWall, wallToUtc } from "./session.ts";

const ZONE = "Europe/Amsterdam";
const at = (wall: string) => utcToWall(new Date(offerUntil(new Date(wallToUtc(wall, ZONE)))), ZONE);

describe("an offer holds for twelve hours of workdays between eight and eight, and for a day at least", () => {
  test.for([
    ["in the middle of a day: the same hour the next day", "2027-01-12T14:30", "2027-01-13T14:30"],
    ["in the evening: all of the next day", "2027-01-12T21:15", "2027-01-13T21:15"],
    ["in the night before: a day at least", "2027-01-12T03:00", "2027-01-13T03:00"],
    ["at eight in the morning: a day at least", "2027-01-12T08:00", "2027-01-13T08:00"],
    ["on Friday afternoon: Monday afternoon", "2027-01-15T16:00", "2027-01-18T16:00"],
    ["on Friday night: all of Monday", "2027-01-15T22:00", "2027-01-18T20:00"],
    ["on Saturday: all of Monday", "2027-01-16T11:00", "2027-01-18T20:00"],
    ["on Sunday night: a day at least", "2027-01-17T23:30", "2027-01-18T23:30"],
    ["over the night that the clock goes forward", "2027-03-26T16:00", "2027-03-29T16:00"],
    ["over the night that the clock goes back", "2027-10-29T16:00", "2027-11-01T16:00"],
  ] as const)("%s", ([, made, until]) => {
    expect(at(made)).toBe(until);
  });

  test("never for less than a day, whenever it is made", () => {
    for (let hour = 0; hour < 24 * 400; hour += 1) {
      const now = new Date(Date.parse("2027-01-01T00:00:00.000Z") + hour * 3_600_000);
      expect(Date.parse(offerUntil(now)) - now.getTime()).toBeGreaterThanOrEqual(86_400_000);
    }
  });
});
