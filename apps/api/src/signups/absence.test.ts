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

const day = (month: string) => ({
  startsLocal: `2090-${month}-11T19:00`,
  endsLocal: `2090-${month}-11T21:30`,
});

/** A series of three with one seat, and who is certain of it: her link, and the id of her signup. */
async function series(): Promise<{ slug: string; id: string; path: string; signup: string; email: string }> {
  const slug = await people.plan(1, { later: [day("05"), day("06")] });
  const email = `reeks-${people.fresh()}@voorbeeld.nl`;
  await people.send(slug, { email });
  const path = await people.linkTo(email);
  expect((await house.post(path, {})).status).toBe(303);
  const [row] = await people.rows(slug);
  const { items } = await readJson<{ items: { id: string; slug: string }[] }>(
    house.admin("sessions?limit=200"),
  );
  const id = items.find((item) => item.slug === slug)?.id ?? "";
  return { slug, id, path, signup: row?.id ?? "", email };
}

const absent = async (slug: string) => {
  const { items } = await readJson<{ items: { absent: number[] }[] }>(
    house.admin(`signups?session=${slug}&state=confirmed`),
  );
  return items.map((item) => item.absent);
};

const text = async (answer: Promise<Response>) => (await answer).text();

const begin = (id: string) =>
  house.sql.execute({
    sql: "update sessions set starts_at = '2026-01-01T18:00:00.000Z', ends_at = '2026-01-01T20:00:00.000Z' where id = ?",
    args: [id],
  });

describe("who can't be at one meeting of a series", () => {
  test("says so and keeps her seat: nobody else is offered it, and organisers see it on their lists", async () => {
    const { slug, id, path } = await series();
    await people.confirm(await people.signUp(slug));
    expect(await text(house.fetch(path))).toContain("Kun je een keer niet?");
    expect(await absent(slug)).toEqual([[]]);
    for (const _ of [1, 2]) {
      const answer = await house.post(path, { absent: "2" });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}#keren`]);
    }
    expect(await absent(slug)).toEqual([[2]]);
    expect((await people.rows(slug)).map(({ state }) => state)).toEqual(["confirmed", "waiting"]);
    const page = await text(house.fetch(path));
    expect(page).toMatch(/Keer 2, [^<]+<b> Je komt niet\.<\/b>/u);
    expect(page).toContain("Dan gaat die keer daar vanzelf uit.");
    expect(await text(house.admin(`sessions/${id}/sign-in-sheet`))).toMatch(
      /<td class="sign">\u00a0<\/td><td class="sign">afgemeld<\/td><td class="sign">\u00a0<\/td>/u,
    );
    expect(await text(house.admin(`sessions/${id}/people.csv`))).toMatch(/;"";"afgemeld";"";/u);
    expect((await house.post(path, { present: "2" })).status).toBe(303);
    expect(await absent(slug)).toEqual([[]]);
    expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  });

  test("still can once the series has begun, until that meeting has", async () => {
    const { slug, id, path } = await series();
    await begin(id);
    await house.sql.execute({
      sql: "update meetings set starts_at = '2026-02-01T18:00:00.000Z' where session_id = ? and position = 2",
      args: [id],
    });
    const html = await text(house.fetch(path));
    expect(html).toContain("De reeks is begonnen.");
    expect(html).not.toContain('value="2"');
    for (const meeting of ["1", "2", "3", "9", "x"]) await house.post(path, { absent: meeting });
    expect(await absent(slug)).toEqual([[3]]);
    expect((await house.post(path, { act: "no" })).status).toBe(303);
    expect((await people.rows(slug)).map(({ state }) => state)).toEqual(["confirmed"]);
  });

  test("is nobody who has no certain seat, or whose link is not ours", async () => {
    const { slug, path } = await series();
    const email = `wacht-${people.fresh()}@voorbeeld.nl`;
    await people.send(slug, { email });
    await house.post(await people.linkTo(email), { absent: "2" });
    expect((await house.post(`${path.slice(0, -4)}0000`, { absent: "2" })).status).toBe(410);
    expect(await absent(slug)).toEqual([[]]);
    const { rows } = await house.sql.execute({
      sql: "select count(*) as n from absences b join signups g on g.id = b.signup_id where g.email = ?",
      args: [email],
    });
    expect(rows).toMatchObject([{ n: 0 }]);
  });

  test("who comes after all is checked in as anybody, and it is forgotten", async () => {
    const { slug, id, path, signup } = await series();
    await house.post(path, { absent: "2" });
    await house.sql.execute({
      sql: "update meetings set starts_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+1 hour') where session_id = ? and position = 2",
      args: [id],
    });
    expect((await house.admin(`signups/${signup}/attend`, { json: { meeting: 2 } })).status).toBe(200);
    expect(await absent(slug)).toEqual([[]]);
    await house.post(path, { absent: "2" });
    expect(await absent(slug)).toEqual([[]]);
  });

  test("is asked anew when that meeting is on another day, and not when another one is", async () => {
    const { slug, id, path, email, signup } = await series();
    for (const meeting of ["2", "3"]) await house.post(path, { absent: meeting });
    const move = (later: object[], version: number) =>
      house.admin(`sessions/${id}/move`, {
        json: { ...day("04"), later },
        headers: { "if-match": `"${version}"` },
      });
    expect((await move([day("05"), day("08")], 1)).status).toBe(200);
    expect(await absent(slug)).toEqual([[2]]);
    const mail = await house.waitForMail(
      ({ to, subject }) => to[0] === email && subject.startsWith("Veranderd: "),
    );
    expect(mail.text).toContain("Je had gezegd dat je keer 3 niet kon.");
    const { rows } = await house.sql.execute({
      sql: "select json_extract(was, '$.absences') as it from emails where signup_id = ? and was is not null",
      args: [signup],
    });
    expect(rows).toMatchObject([{ it: "[2,3]" }]);
    expect((await move([], 2)).status).toBe(200);
    expect(await absent(slug)).toEqual([[]]);
  });

  test("finds it among her own data, and it goes when she does", async () => {
    const { id, path, signup } = await series();
    await house.post(path, { absent: "3" });
    const known = await house.post(path, {});
    const cookie = known.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    const own = await readJson(house.fetch("/mijn/gegevens.json", { headers: { cookie } }));
    expect(own).toMatchObject({ absences: [{ meeting: 3 }] });
    await begin(id);
    expect(await text(house.fetch("/mijn/", { headers: { cookie } }))).toContain("Ik kom een keer niet");
    await house.post("/mijn/wis/", {}, { headers: { cookie } });
    const { rows } = await house.sql.execute({
      sql: "select * from absences where signup_id = ?",
      args: [signup],
    });
    expect(rows).toEqual([]);
  });
});
