import { describe, expect, it } from "vitest";
import { daysLater, dutchDay, isFreeDay } from "./free-days.ts";
import { firstSessions } from "./sessions.ts";

/** Every day of four years, late in the evening, when it can be the next day in Amsterdam already. */
const todays = Array.from({ length: 4 * 366 }, (_, index) =>
  daysLater(new Date("2026-01-01T22:30:00.000Z"), index),
);

const offered = todays.flatMap((today) => firstSessions(today).map((session) => ({ today, ...session })));

describe("the first sessions", () => {
  it("are two round tables, two workshops and a peer-review group, of their own size", () => {
    const sessions = firstSessions(new Date("2026-11-23T13:00:00.000Z"));
    expect(sessions.map(({ step, capacity }) => [step, capacity])).toEqual([
      ["rondetafel", 35],
      ["rondetafel", 35],
      ["workshops", 12],
      ["workshops", 12],
      ["intervisie", 8],
    ]);
  });

  it("lie four weeks to half a year ahead, and end after they begin", () => {
    const astray = offered.filter(({ today, startsLocal, endsLocal }) => {
      const ahead = (Date.parse(startsLocal.slice(0, 10)) - dutchDay(today).getTime()) / 86_400_000;
      return ahead < 28 || ahead > 183 || endsLocal <= startsLocal;
    });
    expect(astray).toEqual([]);
  });

  it("are round tables on Thursday evenings and workshops on Tuesday afternoons", () => {
    const kinds = offered.map(({ step, startsLocal, endsLocal }) => {
      const weekday = new Date(`${startsLocal.slice(0, 10)}T00:00:00.000Z`).getUTCDay();
      return `${step} ${weekday} ${startsLocal.slice(11)}-${endsLocal.slice(11)}`;
    });
    expect([...new Set(kinds)].sort()).toEqual([
      "intervisie 3 14:00-16:30",
      "rondetafel 4 19:00-21:30",
      "workshops 2 13:30-17:00",
    ]);
  });

  it("never fall on a free day", () => {
    const days = new Set(offered.map(({ startsLocal }) => startsLocal.slice(0, 10)));
    expect([...days].filter((day) => isFreeDay(new Date(day)))).toEqual([]);
  });

  it("bring a peer-review group together six times, weeks apart, never on a free day", () => {
    const groups = offered.filter(({ step }) => step === "intervisie");
    const astray = groups.filter(({ startsLocal, later = [] }) => {
      const days = [startsLocal, ...later.map((meeting) => meeting.startsLocal)].map((wall) =>
        wall.slice(0, 10),
      );
      const gaps = days
        .slice(1)
        .map((day, index) => (Date.parse(day) - Date.parse(days[index] ?? "")) / 86_400_000);
      return (
        days.length !== 6 ||
        gaps.some((gap) => gap < 21 || gap > 35) ||
        days.some((day) => isFreeDay(new Date(day)))
      );
    });
    expect(astray).toEqual([]);
  });

  it("move a week on from the New Year's break", () => {
    const [table] = firstSessions(new Date("2026-11-23T13:00:00.000Z"));
    expect(table).toMatchObject({
      slug: "rondetafel-nieuwegein-januari-2027",
      startsLocal: "2027-01-07T19:00",
      endsLocal: "2027-01-07T21:30",
    });
  });

  it("never share a slug", () => {
    const doubles = todays.filter((today) => {
      const slugs = firstSessions(today).map(({ slug }) => slug);
      return new Set(slugs).size < slugs.length;
    });
    expect(doubles).toEqual([]);
  });
});

describe("a free day", () => {
  it.each([
    ["2026-04-03", "Good Friday"],
    ["2027-03-29", "Easter Monday"],
    ["2027-05-06", "Ascension Day"],
    ["2028-06-05", "Whit Monday"],
    ["2028-04-27", "King's Day"],
    ["2031-04-26", "King's Day on a Saturday, for 27 April is a Sunday"],
    ["2026-12-24", "Christmas Eve"],
    ["2027-01-01", "New Year's Day"],
  ])("is %s, %s", (date) => {
    expect(isFreeDay(new Date(date))).toBe(true);
  });

  it.each(["2027-01-02", "2027-05-07", "2031-04-28", "2026-12-23"])("is not %s", (date) => {
    expect(isFreeDay(new Date(date))).toBe(false);
  });

  it("is looked up by the date in Amsterdam", () => {
    expect(dutchDay(new Date("2026-12-31T23:30:00.000Z")).toISOString()).toBe("2027-01-01T00:00:00.000Z");
  });
});
