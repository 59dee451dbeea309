import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

/** Who filled in the form and confirmed, with two colleagues who did not yet, in a room of three. */
async function three() {
  const session = await people.plan(3);
  const mark = people.fresh();
  const [leni, mo, nel] = [`leni${mark}@voorbeeld.nl`, `mo${mark}@voorbeeld.nl`, `nel${mark}@voorbeeld.nl`];
  await people.send(session, { email: leni, together: `${mo}, ${nel}` });
  const link = await people.linkTo(leni);
  await house.post(link, {});
  const idOf = async (email: string) =>
    (await people.rows(session)).find((row) => row.email === email)?.id ?? "";
  const statesOf = async () => (await people.rows(session)).map(({ state }) => state);
  return { session, leni, mo, nel, link, idOf, statesOf };
}

const pageOf = async (link: string) => (await house.fetch(link)).text();

describe("who brought colleagues", () => {
  test("sees whom she named and whether each confirmed, once she confirmed herself; a colleague does not", async () => {
    const session = await people.plan(3);
    await people.send(session, { email: "anna@voorbeeld.nl", together: "bo@voorbeeld.nl, Cas@voorbeeld.nl" });
    const link = await people.linkTo("anna@voorbeeld.nl");
    expect(await pageOf(link)).not.toContain("bo@voorbeeld.nl");
    await house.post(link, {});
    const ofBo = await people.linkTo("bo@voorbeeld.nl");
    await house.post(ofBo, { name: "Bo", consent: "on" });
    const { answer, trips } = await house.roundTrips(() => house.fetch(link));
    const shown = await answer.text();
    expect(trips["api"]).toBe(1);
    expect(shown).toContain("bo@voorbeeld.nl heeft bevestigd");
    expect(shown).toContain("Cas@voorbeeld.nl kreeg een mail van ons");
    expect(await pageOf(ofBo)).not.toMatch(/anna@|cas@/iu);
  });

  test("releases one who did not confirm: the seat is offered on at once, and doing it again changes nothing", async () => {
    const { session, mo, link, idOf, statesOf } = await three();
    await people.send(session, { email: `wie${mo}` });
    await house.post(await people.linkTo(`wie${mo}`), {});
    expect(await statesOf()).toEqual(["confirmed", "held", "held", "waiting"]);
    const fields = { release: await idOf(mo) };
    const { answer, trips } = await house.roundTrips(() => house.post(link, fields));
    expect([answer.status, trips["api"]]).toEqual([303, 1]);
    const after = await people.rows(session);
    expect(after.map(({ state }) => state)).toEqual(["confirmed", "cancelled", "held", "offered"]);
    expect((await house.post(link, fields)).status).toBe(303);
    expect(await people.rows(session)).toEqual(after);
    expect(await pageOf(link)).not.toContain(mo);
  });

  test("the released hears of it once when she had heard of the signup, and not at all when nothing went out yet", async () => {
    const { session, leni, mo, nel, link, idOf } = await three();
    await house.waitForMail(({ to }) => to[0] === mo);
    const ofNel = await idOf(nel);
    await people.linkTo(nel);
    await house.sql.execute({
      sql: "update emails set state = 'waiting', attempts = 0, due_at = '2090-01-01T00:00:00.000Z' where signup_id = ?",
      args: [ofNel],
    });
    for (const release of [await idOf(mo), ofNel, await idOf(mo), ofNel]) await house.post(link, { release });
    const mail = await house.waitForMail(({ to, text }) => to[0] === mo && /teruggenomen/u.test(text ?? ""));
    expect(mail.subject).toContain("Je bent niet meer aangemeld");
    expect(mail.text).not.toContain(leni);
    const { rows } = await house.sql.execute({
      sql: `select e.kind, e.to_address as mailed, e.state = 'withheld' as isBack from emails e
        join signups g on g.id = e.signup_id join sessions s on s.id = g.session_id
        where s.slug = ? and e.to_address <> ? order by e.rowid`,
      args: [session, leni],
    });
    expect(rows.map((row) => [row["mailed"], row["kind"], row["isBack"]])).toEqual([
      [mo, "signup_invited", 0],
      [nel, "signup_invited", 1],
      [mo, "signup_released", 0],
    ]);
  });

  test("can't release one who confirmed: she calls off herself", async () => {
    const { mo, link, idOf, statesOf } = await three();
    await house.post(await people.linkTo(mo), { name: "Mo", consent: "on" });
    await house.post(link, { release: await idOf(mo) });
    expect(await statesOf()).toEqual(["confirmed", "confirmed", "held"]);
    expect(await pageOf(link)).toContain(`${mo} heeft bevestigd`);
  });

  test("can't release anybody once the session began", async () => {
    const { session, mo, link, idOf, statesOf } = await three();
    await house.sql.execute({
      sql: "update sessions set starts_at = '2020-01-01T10:00:00.000Z' where slug = ?",
      args: [session],
    });
    await house.post(link, { release: await idOf(mo) });
    expect(await statesOf()).toEqual(["confirmed", "held", "held"]);
    expect(await pageOf(link)).not.toContain("release");
  });
});

describe("a release is refused, and nothing changes,", () => {
  test("of another's party, of herself, and of nobody", async () => {
    const [hers, another] = [await three(), await three()];
    for (const release of [await another.idOf(another.mo), await hers.idOf(hers.leni), "sgn_0", ""])
      expect([release, (await house.post(hers.link, { release })).status]).toEqual([release, 410]);
    expect(await hers.statesOf()).toEqual(["confirmed", "held", "held"]);
    expect(await another.statesOf()).toEqual(["confirmed", "held", "held"]);
  });

  test("by a colleague, also of who was the first newcomer of a party whose maker was signed up already", async () => {
    const session = await people.plan(4);
    await people.send(session, { email: "dirk@voorbeeld.nl" });
    await people.send(session, {
      email: "dirk@voorbeeld.nl",
      together: "eef@voorbeeld.nl, fay@voorbeeld.nl",
    });
    const link = await people.linkTo("eef@voorbeeld.nl");
    await house.post(link, { name: "Eef", consent: "on" });
    expect(await pageOf(link)).not.toContain("fay@voorbeeld.nl");
    const release = (await people.rows(session)).at(-1)?.id ?? "";
    expect((await house.post(link, { release })).status).toBe(410);
    expect((await people.rows(session)).map(({ state }) => state)).toEqual(["held", "confirmed", "held"]);
  });
});
