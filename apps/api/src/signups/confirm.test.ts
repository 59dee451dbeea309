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

const ONLINE = "https://bellen.example/kamer-7";
const NOTES = "Neem een kop thee mee.";

describe("of what is online", () => {
  test("the link and the notes are in the email and on both pages of whose seat is certain, and nowhere before", async () => {
    const session = await people.plan(2, { place: "Online", city: "", onlineUrl: ONLINE, notes: NOTES });
    const mail = await people.signUp(session);
    const link = await people.linkTo(mail.to[0] ?? "");
    const before = await (await house.fetch(link)).text();
    for (const kept of [before, mail.text]) expect(kept).not.toMatch(/bellen\.example|kop thee/u);

    const pressed = await house.post(link, {});
    const cookie = (pressed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    const seat = await (await house.fetch(link)).text();
    const mine = await (await house.fetch("/mijn/", { headers: { cookie } })).text();
    const certain = await house.waitForMail(
      ({ to, subject }) => to[0] === mail.to[0] && subject.startsWith("Je plek is zeker"),
    );
    for (const page of [seat, mine]) expect(page).toContain(`<a href="${ONLINE}">`);
    expect(certain.text).toContain(ONLINE);
    for (const text of [seat, mine, certain.text]) expect(text).toContain(NOTES);
  });

  test("neither is there any more for who gave her seat back", async () => {
    const session = await people.plan(1, { place: "Online", city: "", onlineUrl: ONLINE, notes: NOTES });
    const link = await people.linkTo((await people.signUp(session)).to[0] ?? "");
    await house.post(link, {});
    await house.post(link, { act: "no" });
    expect(await (await house.fetch(link)).text()).not.toMatch(/bellen\.example|kop thee/u);
  });
});
