import { startHouse, type House } from "@ontsecretaressen/testing/house";
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

describe("who comes with colleagues", () => {
  const three = { email: "leni@voorbeeld.nl", together: "mo@voorbeeld.nl, Nel@voorbeeld.nl" };
  const unique = (party: typeof three) => {
    const mark = people.fresh();
    return Object.fromEntries(
      Object.entries(party).map(([name, value]) => [name, value.replaceAll("@", `${mark}@`)]),
    );
  };

  test("holds a seat for each of them, and each gets an email of her own", async () => {
    const session = await people.plan(3);
    const party = unique(three);
    const { answer, trips } = await house.roundTrips(() => people.send(session, { ...party, name: "Leni" }));
    expect(await answer.json()).toEqual({ session, name: "Leni", state: "held" });
    expect(trips["api"]).toBe(1);
    const kept = await people.rows(session);
    expect(kept.map(({ state, emails }) => [state, emails])).toEqual(
      Array.from({ length: 3 }, () => ["held", 1]),
    );
    const mail = await house.waitForMail(({ to }) => to[0] === kept[1]?.email);
    expect(mail.text).toContain("Leni komt naar deze bijeenkomst en heeft jou ook aangemeld");
    const list = await readJson<{ items: { email: string; party: string; together: string }[] }>(
      house.admin(`signups?session=${session}`),
    );
    expect(new Set(list.items.map((item) => item.party)).size).toBe(1);
    expect(
      list.items
        .find(({ email }) => email === party["email"])
        ?.together.split("\n")
        .toSorted(),
    ).toEqual(
      kept
        .slice(1)
        .map(({ email }) => email)
        .toSorted(),
    );
  });

  test("gets seats for all or for none: too few left is a place on the list for all", async () => {
    const session = await people.plan(3);
    await people.send(session);
    expect(await (await people.send(session, unique(three))).json()).toMatchObject({ state: "waiting" });
    expect((await people.rows(session)).map(({ state }) => state)).toEqual([
      "held",
      "waiting",
      "waiting",
      "waiting",
    ]);
    expect(await (await people.send(session)).json()).toMatchObject({ state: "waiting" });
  });

  test("a colleague who is signed up already keeps what she has and takes no second seat", async () => {
    const session = await people.plan(3);
    const party = unique(three);
    await people.send(session, { email: party["together"]?.split(", ")[1]?.toLowerCase() });
    expect(await (await people.send(session, party)).json()).toMatchObject({ state: "held" });
    expect((await people.rows(session)).map(({ state, emails }) => [state, emails])).toEqual(
      Array.from({ length: 3 }, () => ["held", 1]),
    );
  });

  test("the answer is what newcomers would get, also when all of them have a seat", async () => {
    const session = await people.plan(3);
    const party = unique(three);
    await people.send(session, party);
    const asKnown = await (await people.send(session, { ...party, name: "X" })).text();
    const asStranger = await (await people.send(session, { ...unique(three), name: "X" })).text();
    expect(asKnown).toBe(asStranger);
    expect(asStranger).toContain("waiting");
  });

  test("an address that is typed twice is one person, in whatever letters", async () => {
    const session = await people.plan(2);
    await people.send(session, {
      email: "otto@voorbeeld.nl",
      together: "OTTO@voorbeeld.nl pia@voorbeeld.nl Pia@voorbeeld.nl",
    });
    expect((await people.rows(session)).map(({ email }) => email.toLowerCase())).toEqual([
      "otto@voorbeeld.nl",
      "pia@voorbeeld.nl",
    ]);
  });

  test("each confirms for herself; a colleague tells who she is and agrees, else nothing changes", async () => {
    const session = await people.plan(2);
    await people.send(session, { email: "quinta@voorbeeld.nl", together: "roos@voorbeeld.nl" });
    const link = await people.linkTo("roos@voorbeeld.nl");
    const refused = await house.post(link, { name: "Roos" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Roos"');
    expect((await people.rows(session)).map(({ state }) => state)).toEqual(["held", "held"]);
    expect((await house.post(link, { name: "Roos", role: "office manager", consent: "on" })).status).toBe(
      303,
    );
    expect((await people.rows(session)).map(({ state }) => state).toSorted()).toEqual(["confirmed", "held"]);
    const list = await readJson<{ items: object[] }>(
      house.admin(`signups?session=${session}&state=confirmed`),
    );
    expect(list.items).toMatchObject([{ name: "Roos", role: "office manager" }]);
  });

  test("is refused when there are more of them than seats in the room", async () => {
    const session = await people.plan(2);
    const answer = await people.send(session, unique(three));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { fields: { together: expect.any(String) } } });
    expect(await people.rows(session)).toEqual([]);
  });
});
