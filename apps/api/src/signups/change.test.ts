import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
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

/** Somebody who signed up for a session that asks two things, with the link in her email. */
async function told() {
  const session = await people.plan(5, {
    questions: [
      { kind: "text", label: "Wat wil je bespreken?", isRequired: true },
      { kind: "diet", label: "Wat eet je niet?" },
    ],
  });
  const { questions } = await readJson<ListedSession>(house.admin(`sessions/${session}`));
  const [about = "", diet = ""] = questions.map(({ id }) => `answer-${id}`);
  const email = `verteller-${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email, organisation: "Oud BV", [about]: "Mijn team", [diet]: "noten" });
  return { session, email, about, diet, link: await people.linkTo(email) };
}

const kept = async (email: string) => {
  const { rows } = await house.sql.execute({
    sql: `select g.organisation, g.role, g.note, g.state, (select group_concat(value, '|') from (select a.value from answers a
      join questions q on q.id = a.question_id where a.signup_id = g.id order by q.position)) as answers
      from signups g where g.email = ?`,
    args: [email],
  });
  return JSON.parse(JSON.stringify(rows[0] ?? {}));
};

const asIs = { organisation: "Oud BV", role: "", note: "", answers: "Mijn team|noten" };

describe("what she told with her signup", () => {
  test("stands on its page, and changes by its form at one press, in one round trip; an answer can be taken back", async () => {
    const { email, about, diet, link } = await told();
    const before = await (await house.fetch(link)).text();
    for (const value of ["Oud BV", "Mijn team", "noten"]) expect(before).toContain(`value="${value}"`);
    const typed = { act: "details", organisation: "Nieuw BV", role: "Office manager", note: "Ik kom later" };
    const { answer, trips } = await house.roundTrips(() =>
      house.post(link, { ...typed, [about]: "Iets anders", [diet]: "" }),
    );
    expect([answer.status, answer.headers.get("location"), trips["api"]]).toEqual([
      303,
      `${link}?bewaard`,
      1,
    ]);
    const { act: _, ...now } = typed;
    expect(await kept(email)).toEqual({ ...now, state: "held", answers: "Iets anders" });
    const after = await (await house.fetch(`${link}?bewaard`)).text();
    expect(after).toContain("Het is bewaard");
    expect(after).toContain('value="Nieuw BV"');
  });

  test("is not changed at all by what does not fit; the form comes back with what was typed", async () => {
    const { email, about, diet, link } = await told();
    for (const [wrong, field] of [
      [{ [about]: "" }, about],
      [{ organisation: "x".repeat(500) }, "organisation"],
      [{ [diet]: "y".repeat(501) }, diet],
    ] as const) {
      const typed = { act: "details", organisation: "Half", note: "a & <b>", [about]: "Nieuw", ...wrong };
      const answer = await house.post(link, typed);
      const html = await answer.text();
      expect([answer.status, html.includes(`<a href="#${field}">`)]).toEqual([422, true]);
      expect(html).toContain("a &amp; &lt;b&gt;</textarea>");
      expect(await kept(email)).toEqual({ ...asIs, state: "held" });
    }
  });

  test("stays as it is once the session began or she called off, whatever is posted", async () => {
    const change = (about: string) => ({ act: "details", organisation: "Te laat", [about]: "Te laat" });
    const began = await told();
    await house.sql.execute({
      sql: "update sessions set starts_at = '2020-01-01T10:00:00.000Z' where slug = ?",
      args: [began.session],
    });
    const off = await told();
    await house.post(off.link, { act: "no" });
    for (const { link, about, email } of [began, off]) {
      expect((await house.post(link, change(about))).status).toBe(303);
      expect(await kept(email)).toMatchObject(asIs);
      expect(await (await house.fetch(link)).text()).not.toContain('value="details"');
    }
  });

  test("is nobody's to change without the link, nor with a link that is past or changed", async () => {
    const { email, about, link } = await told();
    const answer = await house.post(link.slice(0, -1), { act: "details", [about]: "Van een ander" });
    expect(answer.status).toBe(410);
    expect(await kept(email)).toEqual({ ...asIs, state: "held" });
  });
});
