import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

describe("the cron of each minute", () => {
  test("looks once for each of the five things it does, when nothing is due", async () => {
    await house.cron("api");
    expect(await house.cronTrips("api")).toBeLessThanOrEqual(5);
  });

  test("sends the emails that it made: they don't wait for the mailer's own", async () => {
    const people = signersOf(house);
    const session = await people.plan(1);
    const mail = await people.signUp(session);
    await house.sql.execute("update signups set held_until = '2020-01-01T00:00:00.000Z'");
    await house.cron("api");
    const told = await house.waitForMail(({ id, to }) => to[0] === mail.to[0] && id !== mail.id);
    expect(told.subject).toMatch(/^Je plek is doorgegeven/u);
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
