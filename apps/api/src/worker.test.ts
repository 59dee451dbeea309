import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

describe("the cron of each minute", () => {
  test("looks once for each of the five things it does, when nothing is due", async () => {
    await house.cron("api");
    const { trips } = await house.roundTrips(() => house.cron("api"));
    expect(trips["api"]).toBeLessThanOrEqual(5);
  });

  test("does the rest when one of them breaks off, says so in the log, and ends as broken", async () => {
    await house.sql.batch(
      [
        "alter table reminders rename to reminders_away",
        "insert into purges (tag, asked_at) values ('articles', '2026-01-01T00:00:00.000Z')",
      ],
      "write",
    );
    expect(await house.cron("api")).toBe("exception");
    await house.sql.execute("alter table reminders_away rename to reminders");
    expect((await house.sql.execute("select tag from purges")).rows).toEqual([]);
    expect(house.logs().filter(({ line }) => /CRON.*reminders/u.test(line))).toHaveLength(1);
    expect(await house.cron("api")).toBe("ok");
  });
});
