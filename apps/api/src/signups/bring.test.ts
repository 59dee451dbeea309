import { clearOf } from "@ontsecretaressen/testing/clear-of";
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

const pageOf = async (link: string) => (await house.fetch(link)).text();

/** Somebody who signed up and pressed her button, with the link to her place. */
async function comer(session: string, change: Record<string, unknown> = {}) {
  const email = `anna${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email, name: "Anna", ...change });
  const link = await people.linkTo(email);
  await house.post(link, {});
  const bring = (together: string, key = `k${people.fresh()}`) =>
    house.post(link, { act: "bring", session, together, key });
  return { email, link, bring };
}

const addresses = (count: number) => Array.from({ length: count }, () => `bo${people.fresh()}@voorbeeld.nl`);

const partiesOf = async (session: string) => {
  const { rows } = await house.sql.execute({
    sql: "select count(distinct g.party_id) as many from signups g join sessions s on s.id = g.session_id where s.slug = ?",
    args: [session],
  });
  return rows[0]?.["many"];
};

describe("who comes brings a colleague from her page", () => {
  test("holds a seat for each in her party, mails each, and each confirms for herself; all in one round trip", async () => {
    const session = await people.plan(3);
    const anna = await comer(session);
    const [bo = "", cas = ""] = addresses(2);
    const { answer, trips } = await house.roundTrips(() => anna.bring(`${bo}\n${cas.toUpperCase()}`));
    expect([answer.status, trips["api"]]).toEqual([303, 1]);
    expect((await people.rows(session)).map(({ state, emails }) => [state, emails])).toEqual([
      ["confirmed", 2],
      ["held", 1],
      ["held", 1],
    ]);
    expect(await partiesOf(session)).toBe(1);
    const mail = await house.waitForMail(({ to }) => to[0] === bo);
    expect(mail.text).toContain("Anna komt naar deze bijeenkomst en heeft jou ook aangemeld");
    expect(await pageOf(anna.link)).toContain(`${bo} kreeg een mail van ons.`);
    expect((await house.post(await people.linkTo(bo), { name: "Bo", consent: "on" })).status).toBe(303);
    expect(await pageOf(anna.link)).toContain(`${bo} heeft bevestigd.`);
    expect(await house.admin("invariants").then((checked) => checked.json())).toMatchObject({ broken: [] });
  });

  test("too few seats for all of them is a place on the list for all, behind who waits, and she keeps her own", async () => {
    const session = await people.plan(2);
    const anna = await comer(session);
    expect((await anna.bring(addresses(2).join(" "))).status).toBe(303);
    expect((await people.rows(session)).map(({ state, line }) => [state, line])).toEqual([
      ["confirmed", null],
      ["waiting", 1],
      ["waiting", 1],
    ]);
    const waiter = await comer(session);
    await people.send(session, { email: `later${waiter.email}` });
    expect((await waiter.bring(addresses(1).join())).status).toBe(303);
    expect((await people.rows(session)).map(({ line }) => line)).toEqual([null, 1, 1, 2, 3, 4]);
    expect(await house.admin("invariants").then((checked) => checked.json())).toMatchObject({ broken: [] });
  });

  test("a double click, and the same colleague again, brings her once and mails her once", async () => {
    const session = await people.plan(4);
    const anna = await comer(session);
    const [bo = ""] = addresses(1);
    const answers = await Promise.all([anna.bring(bo, "same"), anna.bring(bo, "same")]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await anna.bring(`${bo} ${anna.email}`)).status).toBe(303);
    expect((await people.rows(session)).map(({ state, emails }) => [state, emails])).toEqual([
      ["confirmed", 2],
      ["held", 1],
    ]);
    expect((await pageOf(anna.link)).match(/kreeg een mail van ons/gu)).toHaveLength(1);
  });

  test("who holds a seat and did not press her button yet can bring one too", async () => {
    const session = await people.plan(3);
    const email = `dien${people.fresh()}@voorbeeld.nl`;
    await people.send(session, { email });
    const link = await people.linkTo(email);
    const fields = { act: "bring", session, together: addresses(1).join(), key: "k" };
    expect((await house.post(link, fields)).status).toBe(303);
    expect((await people.rows(session)).map(({ state }) => state)).toEqual(["held", "held"]);
  });
});

describe("bringing is refused, and nothing is kept of it,", () => {
  test("of more than eight in a party, with what was typed and a sentence at the field", async () => {
    const session = await people.plan(20);
    const anna = await comer(session, { together: addresses(5).join(" ") });
    const typed = addresses(3).join("\n");
    const answer = await anna.bring(typed);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(typed);
    expect(html).toContain("Samen komen jullie met hoogstens 8");
    expect(await people.rows(session)).toHaveLength(6);
    expect((await anna.bring(addresses(2).join(" "))).status).toBe(303);
    expect((await anna.bring(addresses(1).join(" "))).status).toBe(422);
  });

  test("of an address that is none, of nobody, and of more than the room has seats", async () => {
    const session = await people.plan(2);
    const anna = await comer(session);
    for (const [typed, says] of [
      ["bo@voorbeeld.nl, geen adres", "Een van deze adressen klopt nog niet"],
      [" ", "Zet hier nog een adres van een collega"],
      [addresses(3).join(" "), "Zoveel plekken heeft deze bijeenkomst niet"],
    ] as const) {
      const answer = await anna.bring(typed);
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)]);
    }
    expect(await people.rows(session)).toHaveLength(1);
  });

  test("once the session closed, was cancelled or began: why is said, and what was typed is kept", async () => {
    for (const [change, says] of [
      ["closes_at = '2020-01-01T10:00:00.000Z'", "kun je je niet meer aanmelden"],
      ["starts_at = '2020-01-01T10:00:00.000Z'", "kun je je niet meer aanmelden"],
      ["state = 'cancelled'", "Deze bijeenkomst gaat niet door"],
    ] as const) {
      const session = await people.plan(4);
      const anna = await comer(session);
      await house.sql.execute({ sql: `update sessions set ${change} where slug = ?`, args: [session] });
      const [bo = ""] = addresses(1);
      const answer = await anna.bring(bo);
      const html = await answer.text();
      expect([change, answer.status]).toEqual([change, 409]);
      expect(html).toContain(says);
      expect(html).toContain(bo);
      expect(await people.rows(session)).toHaveLength(1);
      expect(await pageOf(anna.link)).not.toContain('value="bring"');
    }
  });

  test("by who called off, by a colleague who did not agree to come, and with a link that is not hers", async () => {
    const session = await people.plan(5);
    const anna = await comer(session);
    const [bo = ""] = addresses(1);
    await anna.bring(bo);
    const ofBo = await people.linkTo(bo);
    const fields = () => ({ act: "bring", session, together: addresses(1).join(), key: "k" });
    expect((await house.post(ofBo, fields())).status).toBe(409);
    await house.post(anna.link, { act: "no" });
    expect((await anna.bring(addresses(1).join())).status).toBe(409);
    const other = await people.plan(5);
    const mark = anna.link.at(-1) === "0" ? "1" : "0";
    expect((await house.post(anna.link.slice(0, -1) + mark, fields())).status).toBe(410);
    expect((await house.post(anna.link, { ...fields(), session: other })).status).toBe(410);
    expect(await people.rows(session)).toHaveLength(2);
    expect(await people.rows(other)).toEqual([]);
  });

  test("too often for one address: who is known and who is not alike", async () => {
    await clearOf(3600);
    const session = await people.plan(9);
    const [known = "", unknown = ""] = addresses(2);
    await people.send(session, { email: known });
    await people.send(await people.plan(2), { email: unknown });
    const seen: [number, boolean][][] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const anna = await comer(session);
      const both = [await anna.bring(known), await anna.bring(unknown)];
      seen.push(both.map(({ status, headers }) => [status, headers.has("retry-after")]));
    }
    expect(seen.at(-1)).toEqual([
      [429, true],
      [429, true],
    ]);
  });
});

test("a colleague who erases herself stands nowhere among whom somebody brought, and neither does whom she named", async () => {
  const session = await people.plan(9);
  const anna = await comer(session);
  const [bo = "", cas = "", known = ""] = addresses(3);
  await people.send(session, { email: known });
  await anna.bring(`${bo} ${known}`);
  const pressed = await house.post(await people.linkTo(bo), { name: "Bo", consent: "on" });
  await house.post(await people.linkTo(bo), { act: "bring", session, together: cas, key: "k" });
  expect(await pageOf(anna.link)).toContain(bo);
  const cookie = (pressed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  const taken = await house.fetch("/mijn/gegevens.json", { headers: { cookie } });
  expect(await taken.json()).toMatchObject({ colleagues: [{ session, email: cas }] });
  expect((await house.post("/mijn/wis/", {}, { headers: { cookie } })).status).toBe(200);
  expect(await pageOf(anna.link)).not.toContain(bo);
  const left = (await house.sql.execute("select email from brought")).rows.map((row) => row["email"]);
  for (const gone of [bo, cas]) expect(left).not.toContain(gone);
  expect(left).toContain(known);
});

test("bringing is refused after twelve times in a day, however much room releasing makes", async () => {
  await clearOf(86400);
  const session = await people.plan(30);
  const anna = await comer(session);
  const seen: number[] = [];
  for (let turn = 0; turn < 13; turn += 1) {
    seen.push((await anna.bring(addresses(1).join())).status);
    const release = /name="release" value="(\w+)"/u.exec(await pageOf(anna.link))?.[1] ?? "";
    await house.post(anna.link, { release });
  }
  expect(seen).toEqual([...Array.from({ length: 12 }, () => 303), 429]);
  expect(await people.rows(session)).toHaveLength(13);
});

describe("naming an address does not tell whether it is known", () => {
  test("one who was signed up already is answered, shown, released and counted like a newcomer, and keeps what she has", async () => {
    const session = await people.plan(12);
    const [known = "", unknown = ""] = addresses(2);
    await people.send(session, { email: known });
    await house.post(await people.linkTo(known), {});
    const seen = await Promise.all(
      [known, unknown].map(async (email) => {
        const anna = await comer(session, { together: email });
        const eva = await comer(session);
        const brought = await eva.bring(email, "k");
        const scrub = (html: string) =>
          html.replaceAll(email, "-").replaceAll(/sgn_[0-9a-z]+(?:\.[0-9a-z]+)*|value="[^"]{20,}"/gu, "");
        const shown = [scrub(await pageOf(anna.link)), scrub(await pageOf(eva.link))];
        const release = /name="release" value="(\w+)"/u.exec(await pageOf(eva.link))?.[1] ?? "";
        const released = await house.post(eva.link, { release });
        return [brought.status, shown, released.status, scrub(await pageOf(eva.link))];
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect((await people.rows(session)).find(({ email }) => email === known)?.state).toBe("confirmed");
  });

  test("who was signed up already hears so, once in ten minutes", async () => {
    const session = await people.plan(5);
    const [known = ""] = addresses(1);
    await people.send(session, { email: known });
    const anna = await comer(session);
    await house.sql.execute({
      sql: "update emails set created_at = '2020-01-01T10:00:00.000Z' where to_address = ?",
      args: [known],
    });
    await anna.bring(known);
    await anna.bring(known);
    const mail = await house.waitForMail(
      ({ to, subject }) => to[0] === known && subject.startsWith("Je had"),
    );
    expect(mail.text).toContain("Voor deze bijeenkomst hadden we je al.");
    expect((await people.rows(session))[0]?.emails).toBe(2);
  });
});
