import { retentionDays } from "@ontsecretaressen/domain/retention";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const night = () => house.cron("api", "17 3 * * *");

async function wish(isProved: boolean): Promise<string> {
  const email = `oud-${people.fresh()}@voorbeeld.nl`;
  await house.post("/api/wishes", { step: "workshops", name: "Ilse", email, key: email });
  const link = await people.linkTo(email);
  if (isProved) await house.post(link, {});
  return email;
}

/** Makes a wish and all about her as old as so many days and an hour; a proved one was told then. */
async function age(email: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000 - 3_600_000).toISOString();
  const hers = "(select id from people where email = ?)";
  await house.sql.batch(
    [
      { sql: "update people set created_at = ? where email = ?", args: [then, email] },
      { sql: `update emails set created_at = ? where person_id = ${hers}`, args: [then, email] },
      {
        sql: `update wishes set asked_at = ?, told_at = iif(proved_at is null, null, ?) where person_id = ${hers}`,
        args: [then, then, email],
      },
    ],
    "write",
  );
}

const left = async (email: string) => {
  const { rows } = await house.sql.execute({
    sql: "select (select count(*) from people where email = ?) + (select count(*) from emails where to_address = ?) as n",
    args: [email, email],
  });
  return Number(rows[0]?.["n"]);
};

describe("who asked to hear of a step is forgotten, with her address and her mail", () => {
  test.for([
    ["when she never said that it was she", false, retentionDays.unproved],
    ["a year after she was told", true, retentionDays.address],
  ] as const)("%s, and not before", async ([, isProved, days]) => {
    const email = await wish(isProved);
    await age(email, days - 1);
    await night();
    expect(await left(email)).toBeGreaterThan(0);
    await age(email, days);
    await night();
    expect(await left(email)).toBe(0);
  });

  test("and never while she still waits to hear", async () => {
    const email = await wish(true);
    await age(email, retentionDays.address + 30);
    await house.sql.execute({
      sql: "update wishes set told_at = null where person_id = (select id from people where email = ?)",
      args: [email],
    });
    await night();
    expect(await left(email)).toBeGreaterThan(0);
  });
});
