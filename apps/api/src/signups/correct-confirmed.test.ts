import { type Correctors, correctorsOf } from "@ontsecretaressen/testing/correctors";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;
let correctors: Correctors;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
  correctors = correctorsOf(house, people);
});

afterAll(() => house.stop());

describe("who confirmed meanwhile, in another tab,", () => {
  const written = async () => {
    const { rows } = await house.sql.execute(
      "select (select count(*) from signups) || ' ' || (select count(*) from people) || ' ' || (select count(*) from emails) as it",
    );
    return rows[0]?.["it"];
  };

  test("reads that it is done and where to go on, and nothing is written: with a seat, and on the list", async () => {
    const session = await people.plan(1);
    for (const state of ["confirmed", "waiting"]) {
      const email = correctors.address();
      const wim = await correctors.typed(session, email);
      expect(await wim.page()).toContain("Stuur de mail naar dit adres");
      expect((await house.post(await people.linkTo(email), {})).status).toBe(303);
      await house.waitForMail(({ to, subject }) => to[0] === email && !/bevestig|Kom je/iu.test(subject));
      const before = await written();
      const answer = await wim.correct(correctors.address());
      const html = await answer.text();
      expect([answer.status, await written()]).toEqual([409, before]);
      for (const shown of [html, await wim.page()]) {
        expect(shown).toContain("<h1>Je aanmelding is al bevestigd</h1>");
        expect(shown).toContain(email);
        expect(shown).toContain('<a class="button" href="/mijn/">');
        expect(shown).not.toContain("<form");
      }
      const headers = { cookie: wim.browser.cookie };
      const json = await house.fetch("/mijn/adres/", { json: { email: correctors.address() }, headers });
      expect(await json.json()).toMatchObject({ error: { code: "already_confirmed" } });
      expect((await correctors.alive(session)).find((row) => row.email === email)).toMatchObject({ state });
    }
    await correctors.isSound();
  });

  test("at the very same moment, has one signup: the one that she confirmed, or the one that she corrected", async () => {
    const session = await people.plan(20);
    const ends = await Promise.all(
      Array.from({ length: 8 }, async (_, turn) => {
        const [email, right] = [correctors.address(), correctors.address()];
        const wim = await correctors.typed(session, email);
        const link = await people.linkTo(email);
        const acts = [() => house.post(link, {}), () => wim.correct(right)];
        const [one, other] = await Promise.all(
          (turn % 2 === 0 ? acts : acts.toReversed()).map((act) => act()),
        );
        const statuses = [one?.status, other?.status].toSorted((a = 0, b = 0) => a - b);
        const hers = (await correctors.alive(session)).filter((row) => [email, right].includes(row.email));
        return [
          statuses.join(),
          hers.map((row) => (row.email === email ? row.state : `new ${row.state}`)).join(),
        ];
      }),
    );
    for (const end of ends)
      expect([
        ["303,409", "confirmed"],
        ["303,410", "new held"],
      ]).toContainEqual(end);
    await correctors.isSound();
  });

  test("and then said no, can still sign up with another address", async () => {
    const session = await people.plan(3);
    const [email, right] = [correctors.address(), correctors.address()];
    const wim = await correctors.typed(session, email);
    const link = await people.linkTo(email);
    await house.post(link, {});
    await house.post(link, { act: "no" });
    expect((await wim.correct(right)).status).toBe(303);
    expect((await correctors.alive(session)).map((row) => [row.email, row.state])).toEqual([[right, "held"]]);
  });
});
