import { describe, expect, test } from "vitest";
import { reminderChanges, type Reminded, remindersOf } from "./reminder.ts";
import { wallToUtc } from "./session.ts";

const AMSTERDAM = "Europe/Amsterdam";

const meetingOn = (day: string, start = "19:00", end = "21:30") => ({
  startsLocal: `${day}T${start}`,
  endsLocal: `${day}T${end}`,
  startsAt: wallToUtc(`${day}T${start}`, AMSTERDAM),
});

const plan = (...days: string[]) =>
  remindersOf(
    days.map((day) => meetingOn(day)),
    AMSTERDAM,
  );

const due = (kind: string, ...days: string[]) =>
  plan(...days)
    .filter((reminder) => reminder.kind === kind)
    .map(({ dueAt }) => dueAt);

/** What the clock in Amsterdam says then. */
const onTheWall = (moment: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: AMSTERDAM, dateStyle: "short", timeStyle: "short" }).format(
    new Date(moment),
  );

describe("a reminder is due at ten in the morning on the clock of the place", () => {
  test("a week before, the day before and the morning after", () => {
    expect(plan("2027-01-14")).toEqual([
      {
        kind: "week_before",
        meeting: 1,
        dueAt: "2027-01-07T09:00:00.000Z",
        until: "2027-01-09T09:00:00.000Z",
      },
      {
        kind: "day_before",
        meeting: 1,
        dueAt: "2027-01-13T09:00:00.000Z",
        until: "2027-01-14T15:00:00.000Z",
      },
      {
        kind: "afterwards",
        meeting: 1,
        dueAt: "2027-01-15T09:00:00.000Z",
        until: "2027-01-22T09:00:00.000Z",
      },
    ]);
  });

  test.for([
    ["before the clock goes forward", "week_before", "2027-04-01", "2027-03-25T09:00:00.000Z"],
    ["after it", "day_before", "2027-04-01", "2027-03-31T08:00:00.000Z"],
    ["on the day that it goes forward", "day_before", "2027-03-29", "2027-03-28T08:00:00.000Z"],
    ["the day before it does, for that very day", "day_before", "2027-03-28", "2027-03-27T09:00:00.000Z"],
    ["the morning after the night in between", "afterwards", "2027-03-27", "2027-03-28T08:00:00.000Z"],
    ["before the clock goes back", "week_before", "2027-11-04", "2027-10-28T08:00:00.000Z"],
    ["after it", "day_before", "2027-11-04", "2027-11-03T09:00:00.000Z"],
    ["on the day that it goes back", "day_before", "2027-11-01", "2027-10-31T09:00:00.000Z"],
    ["the day before it does, for that very day", "day_before", "2027-10-31", "2027-10-30T08:00:00.000Z"],
    ["the morning after the night in between", "afterwards", "2027-10-30", "2027-10-31T09:00:00.000Z"],
  ] as const)("%s: %s of %s", ([, kind, day, utc]) => {
    expect(due(kind, day)).toEqual([utc]);
    expect(onTheWall(utc).slice(11)).toBe("10:00");
  });

  test("on every day of two years", () => {
    for (let day = Date.UTC(2027, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      for (const { kind, dueAt } of plan(date)) {
        const away = { week_before: -7, day_before: -1, afterwards: 1 }[kind];
        const wanted = new Date(day + away * 86_400_000).toISOString().slice(0, 10);
        expect(onTheWall(dueAt)).toBe(`${wanted} 10:00`);
      }
    }
  });

  test("the morning after one that ends past midnight", () => {
    const late = { ...meetingOn("2027-01-14"), endsLocal: "2027-01-15T00:30" };
    expect(remindersOf([late], AMSTERDAM).at(-1)?.dueAt).toBe("2027-01-16T09:00:00.000Z");
  });
});

describe("the people of a series", () => {
  test("hear a week before the first meeting, the day before each, and after the last", () => {
    expect(
      plan("2027-01-14", "2027-02-11", "2027-03-11").map(({ kind, meeting }) => [kind, meeting]),
    ).toEqual([
      ["week_before", 1],
      ["day_before", 1],
      ["day_before", 2],
      ["day_before", 3],
      ["afterwards", 3],
    ]);
  });

  test("of no meetings hear nothing", () => {
    expect(remindersOf([], AMSTERDAM)).toEqual([]);
  });
});

describe("what must be written down of a session's reminders", () => {
  const meetings = [meetingOn("2027-01-14")];
  const [week, day, after] = remindersOf(meetings, AMSTERDAM).map(({ kind, meeting, dueAt }) => ({
    kind,
    meeting,
    dueAt,
  }));
  if (week === undefined || day === undefined || after === undefined) throw new Error("there are three");
  const all = [week, day, after];
  const session: Reminded = {
    timeZone: AMSTERDAM,
    isCancelled: false,
    cancelledAt: null,
    isCheckedIn: true,
    meetings,
    written: all.map((reminder) => ({ ...reminder, state: "planned" as const })),
  };
  const becomes = (at: string, change: Partial<Reminded> = {}) =>
    reminderChanges({ ...session, ...change }, at).map(({ kind, to }) => `${kind} ${to}`);

  test("is that they are planned, as long as they are still to come, and then nothing", () => {
    expect(becomes("2027-01-01T00:00:00.000Z", { written: [] })).toEqual([
      "week_before planned",
      "day_before planned",
      "afterwards planned",
    ]);
    expect(becomes("2027-01-01T00:00:00.000Z")).toEqual([]);
  });

  test("leaves out what was past already when the session was planned: nothing was missed", () => {
    expect(becomes("2027-01-12T00:00:00.000Z", { written: [] })).toEqual([
      "day_before planned",
      "afterwards planned",
    ]);
  });

  test.for([
    ["2027-01-07T08:59:59.999Z", []],
    ["2027-01-07T09:00:00.000Z", ["week_before sent"]],
    ["2027-01-09T08:59:59.999Z", ["week_before sent"]],
    ["2027-01-09T09:00:00.000Z", ["week_before missed"]],
    ["2027-01-14T14:59:59.999Z", ["week_before missed", "day_before sent"]],
    ["2027-01-14T15:00:00.000Z", ["week_before missed", "day_before missed"]],
    ["2027-01-22T08:59:59.999Z", ["week_before missed", "day_before missed", "afterwards sent"]],
    ["2027-01-22T09:00:00.000Z", ["week_before missed", "day_before missed", "afterwards missed"]],
  ] as const)("after an outage, at %s: %j", ([now, changes]) => {
    expect(becomes(now)).toEqual(changes);
  });

  test("is never anything twice", () => {
    const written = all.map(
      (reminder, index) => ({ ...reminder, state: index === 0 ? "missed" : "sent" }) as const,
    );
    for (const now of ["2027-01-07T09:00:00.000Z", "2027-01-13T09:00:00.000Z", "2027-02-01T09:00:00.000Z"])
      expect(becomes(now, { written })).toEqual([]);
  });

  test("waits with thanks until it is known who was there", () => {
    const now = "2027-01-15T09:00:00.000Z";
    const written = [{ ...after, state: "planned" as const }];
    expect(becomes(now, { written, isCheckedIn: false })).toEqual([]);
    expect(becomes(now, { written })).toEqual(["afterwards sent"]);
    expect(becomes("2027-01-22T09:00:00.000Z", { written, isCheckedIn: false })).toEqual([
      "afterwards missed",
    ]);
  });

  test("is that nobody is reminded of one that was cancelled", () => {
    for (const cancelledAt of ["2027-01-13T08:00:00.000Z", null])
      expect(becomes("2027-01-13T09:00:00.000Z", { isCancelled: true, cancelledAt })).toEqual([
        "week_before dropped",
        "day_before dropped",
        "afterwards dropped",
      ]);
  });

  test.for([
    ["weeks after what was of it", "2027-03-20T12:00:00.000Z", "2027-03-21T09:00:00.000Z"],
    ["at night, in the summer", "2027-03-31T22:30:00.000Z", "2027-04-02T08:00:00.000Z"],
    ["while its last was going on", "2027-02-11T19:00:00.000Z", "2027-02-12T09:00:00.000Z"],
    ["in the night after it", "2027-02-11T22:59:59.999Z", "2027-02-12T09:00:00.000Z"],
  ] as const)(
    "of a series is that who was there is thanked the morning after the rest was called off %s",
    ([, cancelledAt, dueAt]) => {
      const days = ["2027-01-14", "2027-02-11", "2027-04-08", "2027-05-13"];
      const planned = plan(...days).map((one) => ({ ...one, state: "planned" as const }));
      const series = {
        ...session,
        meetings: days.map((day) => meetingOn(day)),
        isCancelled: true,
        cancelledAt,
      };
      const changes = reminderChanges({ ...series, written: planned }, cancelledAt);
      expect(changes.filter(({ to }) => to !== "dropped")).toEqual([
        { kind: "afterwards", meeting: 2, dueAt, to: "planned" },
      ]);
      expect(changes.filter(({ to }) => to === "dropped")).toHaveLength(planned.length);
      const written = [{ kind: "afterwards", meeting: 2, dueAt, state: "planned" } as const];
      expect(reminderChanges({ ...series, written }, dueAt)).toMatchObject([{ to: "sent" }]);
      expect(reminderChanges({ ...series, written, isCheckedIn: false }, dueAt)).toEqual([]);
    },
  );

  test("of one that moved is planned anew, and what was sent of the old date stands", () => {
    const moved = {
      meetings: [meetingOn("2027-02-11")],
      written: [
        { ...week, state: "sent" as const },
        { ...day, state: "planned" as const },
      ],
    };
    expect(reminderChanges({ ...session, ...moved }, "2027-01-08T00:00:00.000Z")).toEqual([
      { ...day, to: "dropped" },
      { kind: "week_before", meeting: 1, dueAt: "2027-02-04T09:00:00.000Z", to: "planned" },
      { kind: "day_before", meeting: 1, dueAt: "2027-02-10T09:00:00.000Z", to: "planned" },
      { kind: "afterwards", meeting: 1, dueAt: "2027-02-12T09:00:00.000Z", to: "planned" },
    ]);
  });

  test("that moved by an hour on its day is not told a second time", () => {
    const moved = {
      meetings: [meetingOn("2027-01-14", "20:00", "22:30")],
      written: all.map((one) => ({ ...one, state: "sent" as const })),
    };
    expect(reminderChanges({ ...session, ...moved }, "2027-01-13T12:00:00.000Z")).toEqual([]);
  });
});
