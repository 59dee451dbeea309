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

const fresh = () => `adres-${people.fresh()}@voorbeeld.nl`;

/** An organiser corrects the address of the one email to an address. */
async function correct(wrong: string, email: string): Promise<Response> {
  await people.linkTo(wrong);
  await expect.poll(async () => (await mailsTo(wrong))[0]?.state, { timeout: 20_000 }).toBe("sent");
  const [mail] = await mailsTo(wrong);
  return house.admin(`emails/${mail?.id}/correct`, { json: { email } });
}

const mailsTo = async (address: string) =>
  (await readJson<{ items: { id: string; state: string }[] }>(house.admin(`emails?address=${address}`)))
    .items;

describe("an organiser corrects the address of who did not confirm", () => {
  test("to somebody whom we know: the signup goes to her as it was told, and the old link opens nothing", async () => {
    const [here, elsewhere] = [await people.plan(3), await people.plan(3)];
    const [known, wrong] = [fresh(), fresh()];
    await people.send(elsewhere, { email: known });
    await house.post(await people.linkTo(known), {});
    await people.send(here, { email: wrong, organisation: "Bureau Noor" });
    const old = await people.linkTo(wrong);
    const { id } = await readJson<{ id: string }>(correct(wrong, known));
    const mail = await house.waitForMail(({ idempotencyKey }) => idempotencyKey === id);
    expect(mail.to).toEqual([known]);
    expect((await house.fetch(old)).status).toBe(410);
    const link = /\/bevestig\/[\w.-]+/u.exec(mail.text ?? "")?.[0] ?? "";
    expect(await (await house.fetch(link)).text()).toContain("Bureau Noor");
    await house.post(link, {});
    expect((await people.rows(here)).map(({ state, email }) => [email, state])).toEqual([
      ["", "cancelled"],
      [known, "confirmed"],
    ]);
  });

  test("not to who is signed up there already, and nothing changes", async () => {
    const session = await people.plan(3);
    const [known, wrong] = [fresh(), fresh()];
    await people.send(session, { email: known });
    await people.send(session, { email: wrong });
    expect((await correct(wrong, known)).status).toBe(409);
    expect((await people.rows(session)).map(({ state, email }) => [email, state])).toEqual([
      [known, "held"],
      [wrong, "held"],
    ]);
  });

  test("of a colleague whom somebody brought: she gets the email anew, and is shown so to who brought her", async () => {
    const session = await people.plan(3);
    const [noor, wrong, right] = [fresh(), fresh(), fresh()];
    await people.send(session, { email: noor, together: wrong });
    const link = await people.linkTo(noor);
    await house.post(link, {});
    expect((await correct(wrong, right)).ok).toBe(true);
    await house.post(await people.linkTo(right), { name: "Mo", consent: "on" });
    expect(await (await house.fetch(link)).text()).toContain(`${right} heeft bevestigd`);
  });
});
