import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { asForm, type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

/** A session that asks three things; answers their fields. */
async function asking() {
  const session = await people.plan(5, {
    questions: [
      { kind: "text", label: "Wat wil je bespreken?", isRequired: true },
      { kind: "choice", label: "Hoe kom je?", choices: ["te voet", "met de trein"] },
      { kind: "diet", label: "Wat eet je niet?" },
    ],
  });
  const { questions } = await readJson<ListedSession>(house.admin(`sessions/${session}`));
  const [about = "", how = "", diet = ""] = questions.map(({ id }) => `answer-${id}`);
  return { session, about, how, diet };
}

const answersOf = async (session: string) => {
  const { rows } = await house.sql.execute({
    sql: `select q.label || ': ' || a.value as it from answers a join questions q on q.id = a.question_id
      join sessions s on s.id = q.session_id where s.slug = ? order by q.position`,
    args: [session],
  });
  return rows.map((row) => row["it"]);
};

describe("the questions of a session", () => {
  test("are answered with the sign-up, in the same round trip, and an organiser reads them", async () => {
    const { session, about, how, diet } = await asking();
    const { answer, trips } = await house.roundTrips(() =>
      people.send(session, {
        [about]: " Mijn team. ",
        [how]: "met de trein",
        [diet]: "",
        "answer-elders": "x",
      }),
    );
    expect([answer.status, trips["api"]]).toEqual([201, 1]);
    expect(await answersOf(session)).toEqual([
      "Wat wil je bespreken?: Mijn team.",
      "Hoe kom je?: met de trein",
    ]);
    const { items } = await readJson<{ items: object[] }>(house.admin(`signups?session=${session}`));
    expect(items).toMatchObject([
      {
        answers: [{ question: "Wat wil je bespreken?", answer: "Mijn team." }, { question: "Hoe kom je?" }],
        attended: [],
      },
    ]);
  });

  test("that must be answered keep a sign-up from being kept; the form comes back with all that was typed", async () => {
    const { session, about, how, diet } = await asking();
    const typed = people.fields(session, { [how]: "vliegend", [diet]: "noten & <b>", consent: "on" });
    const answer = await house.post("/api/signups", asForm(typed));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`<a href="#${about}">Vul dit nog in.</a>`);
    expect(html).toContain(`<a href="#${how}">`);
    expect(html).toContain('value="noten &amp; &lt;b&gt;"');
    expect(await people.rows(session)).toEqual([]);
    const json = await people.send(session, { [about]: "x".repeat(501) });
    expect(await json.json()).toMatchObject({ error: { fields: { [about]: expect.any(String) } } });
    expect(await people.rows(session)).toEqual([]);
  });

  test("come back in the form also when something else was wrong", async () => {
    const { session, about } = await asking();
    const typed = people.fields(session, { [about]: "Mijn team", email: "half@" });
    const html = await (await house.post("/api/signups", asForm(typed))).text();
    expect(html).toContain("Wat wil je bespreken?");
    expect(html).toContain('value="Mijn team"');
  });

  test("are kept unseen in the form while the database is down, and are answered once it is back", async () => {
    const { session, about } = await asking();
    const typed = asForm(people.fields(session, { [about]: "Mijn team", consent: "on" }));
    house.databaseAnswers({ status: 500 });
    const html = await (await house.post("/api/signups", typed)).text();
    house.databaseAnswers(null);
    expect(html).toContain(`<input type="hidden" name="${about}" value="Mijn team"`);
    expect((await house.post("/api/signups", typed)).status).toBe(303);
    expect(await answersOf(session)).toEqual(["Wat wil je bespreken?: Mijn team"]);
    expect(house.logs().some(({ level }) => level === "error")).toBe(true);
  });

  test("of another session are nobody's", async () => {
    const [mine, other] = [await asking(), await asking()];
    await people.send(mine.session, { [mine.about]: "x", [other.about]: "y" });
    expect(await answersOf(other.session)).toEqual([]);
  });
});

describe("a colleague whom somebody brought", () => {
  /** One who has to say who she is at such a session, with the link to her place. */
  async function invited() {
    const asked = await asking();
    const email = `mo${people.fresh()}@voorbeeld.nl`;
    await people.send(asked.session, { [asked.about]: "Van Noor", together: email });
    const link = await people.linkTo(email);
    return { ...asked, link, email };
  }

  test("answers for herself where she confirms, and what she answered is hers alone", async () => {
    const { session, about, how, link } = await invited();
    expect(await (await house.fetch(link)).text()).toContain("Wat wil je bespreken?");
    const typed = { name: "Mo", consent: "on", [about]: "Van Mo", [how]: "te voet", "answer-elders": "x" };
    const { answer, trips } = await house.roundTrips(() => house.post(link, typed));
    expect([answer.status, trips["api"]]).toEqual([303, 1]);
    const all = await answersOf(session);
    expect(all).toHaveLength(3);
    expect(all).toEqual(
      expect.arrayContaining([
        "Wat wil je bespreken?: Van Noor",
        "Wat wil je bespreken?: Van Mo",
        "Hoe kom je?: te voet",
      ]),
    );
    await house.post(link, { ...typed, [about]: "Nog eens" });
    expect(await answersOf(session)).not.toContain("Wat wil je bespreken?: Nog eens");
  });

  test("who leaves out what must be answered, or answers what can't be, is told so, and nothing is kept", async () => {
    const { session, about, how, diet, link } = await invited();
    for (const [wrong, field] of [
      [{ [about]: " " }, about],
      [{ [how]: "vliegend" }, how],
      [{ [diet]: "y".repeat(501) }, diet],
      [{ name: "" }, "name"],
    ] as const) {
      const typed = { name: "Mo & <b>", consent: "on", [about]: "Een vraag", [diet]: "noten", ...wrong };
      const answer = await house.post(link, typed);
      const html = await answer.text();
      expect([field, answer.status, html.includes(`<a href="#${field}">`)]).toEqual([field, 422, true]);
      for (const value of Object.values(typed).filter((text) => ["Een vraag", "noten"].includes(text)))
        expect(html).toContain(`value="${value}"`);
    }
    expect((await people.rows(session)).map(({ state }) => state)).toEqual(["held", "held"]);
    expect(await answersOf(session)).toEqual(["Wat wil je bespreken?: Van Noor"]);
  });

  test("can say no without answering anything", async () => {
    const { session, link } = await invited();
    expect((await house.post(link, { act: "no" })).status).toBe(303);
    expect((await people.rows(session)).map(({ state }) => state)).toEqual(["held", "cancelled"]);
  });
});

test("an answer to what need not be answered can be taken back", async () => {
  const { session, about, how } = await asking();
  const email = `un${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email, [about]: "x", [how]: "te voet" });
  const link = await people.linkTo(email);
  expect(await (await house.fetch(link)).text()).toMatch(/value="te voet" checked[\s\S]*Geen antwoord/u);
  await house.post(link, { act: "details", [about]: "x", [how]: "" });
  expect(await answersOf(session)).toEqual(["Wat wil je bespreken?: x"]);
});
