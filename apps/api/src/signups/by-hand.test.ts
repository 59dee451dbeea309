import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const act = (id: string, name: string, json: object = {}) => house.admin(`signups/${id}/${name}`, { json });

/** Somebody signs up and presses the button in her email; answers the id of her signup. */
async function comer(session: string, name: string): Promise<string> {
  const email = `${name}-${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email, name });
  await house.post(await people.linkTo(email), {});
  return (await people.rows(session)).find((row) => row.email === email)?.id ?? "";
}

const states = async (session: string) => (await people.rows(session)).map(({ state }) => state);

const kinds = async (id: string) => {
  const { rows } = await house.sql.execute({
    sql: "select kind from emails where signup_id = ? order by rowid",
    args: [id],
  });
  return rows.map((row) => row["kind"]);
};

async function isWhole() {
  const { broken } = await readJson<{ broken: object[] }>(house.admin("invariants"));
  expect(broken).toEqual([]);
}

describe("an organiser", () => {
  test("takes somebody's seat: she is told, and who is next is offered it in the same write", async () => {
    const session = await people.plan(1);
    const [first, next] = [await comer(session, "eerste"), await comer(session, "volgende")];
    expect(await states(session)).toEqual(["confirmed", "waiting"]);
    const answer = await act(first, "cancel");
    expect([answer.status, await answer.json()]).toEqual([200, { id: first, session, state: "cancelled" }]);
    expect(await states(session)).toEqual(["cancelled", "offered"]);
    expect([(await kinds(first)).at(-1), (await kinds(next)).at(-1)]).toEqual([
      "signup_cancelled",
      "seat_offered",
    ]);
    expect((await act(first, "cancel")).status).toBe(409);
    await isWhole();
  });

  test("offers a free seat past the line, and never one that there is not", async () => {
    const session = await people.plan(1);
    await comer(session, "eerste");
    const [, last] = [await comer(session, "tweede"), await comer(session, "derde")];
    expect((await act(last, "offer")).status).toBe(409);
    await house.sql.execute({ sql: "update sessions set capacity = 2 where slug = ?", args: [session] });
    expect(await (await act(last, "offer")).json()).toMatchObject({ state: "offered" });
    expect(await states(session)).toEqual(["confirmed", "waiting", "offered"]);
    await isWhole();
  });

  test("gives somebody her seat in another session: the old one is offered on, and she is told once", async () => {
    const [from, to] = [await people.plan(1), await people.plan(1)];
    const [mover] = [await comer(from, "mover"), await comer(from, "volgende")];
    const headers = { "idempotency-key": `move-${mover}` };
    for (const _ of [1, 2]) {
      const answer = await house.admin(`signups/${mover}/move`, { json: { session: to }, headers });
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { id: mover, session: to, state: "confirmed" },
      ]);
    }
    expect([await states(from), await states(to)]).toEqual([["offered"], ["confirmed"]]);
    expect((await kinds(mover)).filter((kind) => kind === "session_moved")).toHaveLength(1);
    await isWhole();
  });

  test("moves nobody to where there is no room, where she is already, or where her step is not open", async () => {
    const [from, full] = [await people.plan(3), await people.plan(1)];
    await comer(full, "vol");
    const mover = await comer(from, "mover");
    const workshop = await people.plan(3, { step: "workshops" });
    for (const session of [full, from, workshop, "nergens"])
      expect([session, (await act(mover, "move", { session })).status]).toEqual([session, 409]);
    expect(await states(from)).toEqual(["confirmed"]);
  });
});
