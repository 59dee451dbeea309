import { describe, expect, test } from "vitest";
import { dateOf, listMomentOf, momentOf, pastMomentOf, shortDayOf, whenOf } from "./dates.ts";

describe("the time on the wall is never shifted", () => {
  test.for([
    ["2027-01-14T19:00", "2027-01-14T21:30", "donderdag 14 januari 2027, 19.00-21.30 uur"],
    ["2027-04-14T19:00", "2027-04-14T21:30", "woensdag 14 april 2027, 19.00-21.30 uur"],
    ["2027-03-28T01:30", "2027-03-28T03:30", "zondag 28 maart 2027, 01.30-03.30 uur"],
    ["2027-03-28T02:30", "2027-03-28T04:00", "zondag 28 maart 2027, 02.30-04.00 uur"],
    ["2027-10-31T00:15", "2027-10-31T02:45", "zondag 31 oktober 2027, 00.15-02.45 uur"],
    [
      "2027-12-31T23:30",
      "2028-01-01T00:30",
      "vrijdag 31 december 2027, 23.30 uur tot zaterdag 1 januari 2028, 00.30 uur",
    ],
  ])("%s", ([startsLocal = "", endsLocal = "", words]) => {
    expect(whenOf({ startsLocal, endsLocal })).toBe(words);
  });
});

test("a list leaves out the year when it is this one", () => {
  expect(shortDayOf("2027-04-14T19:00", "2027-03-01T10:00:00.000Z")).toBe("woensdag 14 april");
  expect(shortDayOf("2028-01-11T19:00", "2027-12-01T10:00:00.000Z")).toBe("dinsdag 11 januari 2028");
});

test("what is published late in the evening has the day it was in Amsterdam", () => {
  expect(dateOf("2011-07-14T21:59:59.000Z")).toBe("14 juli 2011");
  expect(dateOf("2011-07-14T22:00:00.000Z")).toBe("15 juli 2011");
  expect(dateOf("2011-01-14T22:30:00.000Z")).toBe("14 januari 2011");
});

test("a moment is told on the clock of the season", () => {
  expect(momentOf("2027-03-28T00:59:00.000Z")).toBe("zondag 28 maart, 01.59 uur");
  expect(momentOf("2027-03-28T01:00:00.000Z")).toBe("zondag 28 maart, 03.00 uur");
  expect(momentOf("2027-10-31T01:00:00.000Z")).toBe("zondag 31 oktober, 02.00 uur");
});

test("what was once is told with its year; a list leaves out the weekday", () => {
  expect(pastMomentOf("2024-01-01T10:00:00.000Z")).toBe("maandag 1 januari 2024, 11.00 uur");
  expect(listMomentOf("2024-01-01T10:00:00.000Z")).toBe("1 januari 2024, 11.00 uur");
  expect(listMomentOf("2024-06-30T22:30:00.000Z")).toBe("1 juli 2024, 00.30 uur");
});
