import { describe, expect, test } from "vitest";
import { begunAndChanged, type PlannedTimes, timesOf } from "./session-times.ts";

describe("the times of a session", () => {
  const evening: PlannedTimes = {
    startsLocal: "2027-03-24T19:00",
    endsLocal: "2027-03-24T21:30",
    timeZone: "Europe/Amsterdam",
    later: [],
    opensLocal: null,
    closesLocal: null,
  };
  const times = (change: Partial<PlannedTimes>) => timesOf({ ...evening, ...change });
  const refusal = (change: Partial<PlannedTimes>) => {
    const result = times(change);
    return result.ok ? null : result.refusal.code;
  };

  test("are known in UTC, each meeting by the season it is in", () => {
    const april = { startsLocal: "2027-04-21T19:00", endsLocal: "2027-04-21T21:30" };
    expect(
      times({ later: [april], opensLocal: "2027-02-01T09:00", closesLocal: "2027-03-22T12:00" }),
    ).toEqual({
      ok: true,
      value: {
        startsAt: "2027-03-24T18:00:00.000Z",
        endsAt: "2027-03-24T20:30:00.000Z",
        opensAt: "2027-02-01T08:00:00.000Z",
        closesAt: "2027-03-22T11:00:00.000Z",
        later: [
          { position: 2, ...april, startsAt: "2027-04-21T17:00:00.000Z", endsAt: "2027-04-21T19:30:00.000Z" },
        ],
      },
    });
  });

  test("are refused when a meeting ends before it starts, also a later one", () => {
    expect(refusal({ endsLocal: "2027-03-24T19:00" })).toBe("ends_before_start");
    expect(refusal({ later: [{ startsLocal: "2027-04-21T19:00", endsLocal: "2027-04-21T18:00" }] })).toBe(
      "ends_before_start",
    );
  });

  test("are refused when meetings are not one after the other", () => {
    expect(refusal({ later: [{ startsLocal: "2027-03-24T21:00", endsLocal: "2027-03-24T22:00" }] })).toBe(
      "meetings_overlap",
    );
    expect(refusal({ later: [{ startsLocal: "2027-03-17T19:00", endsLocal: "2027-03-17T21:00" }] })).toBe(
      "meetings_overlap",
    );
  });

  test("are refused when nobody could ever sign up", () => {
    expect(refusal({ opensLocal: "2027-03-24T19:00" })).toBe("never_open");
    expect(refusal({ opensLocal: "2027-03-10T09:00", closesLocal: "2027-03-10T09:00" })).toBe("never_open");
    expect(refusal({ opensLocal: "2027-03-30T09:00", closesLocal: "2027-03-31T09:00" })).toBe("never_open");
    expect(refusal({ opensLocal: "2027-03-24T18:59" })).toBeNull();
  });
});

describe("what has begun of a series", () => {
  const meeting = (position: number, day: string) => ({
    position,
    startsLocal: `${day}T19:00`,
    endsLocal: `${day}T21:00`,
    startsAt: `${day}T18:00:00.000Z`,
    endsAt: `${day}T20:00:00.000Z`,
  });
  const [one, two, three] = [meeting(1, "2027-01-07"), meeting(2, "2027-01-14"), meeting(3, "2027-01-21")];
  const touched = (next: { startsLocal: string; endsLocal: string }[]) =>
    begunAndChanged([one, two, three], next, two.startsAt).map(({ position }) => position);

  test("is told apart from what is to come: it may not change and not be left out", () => {
    expect(touched([one, two])).toEqual([]);
    expect(touched([one, two, meeting(3, "2027-02-04"), meeting(4, "2027-02-11")])).toEqual([]);
    expect(touched([one, { ...two, endsLocal: "2027-01-14T22:00" }, three])).toEqual([2]);
    expect(touched([two, three])).toEqual([1, 2]);
    expect(touched([one])).toEqual([2]);
  });
});
