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

type Comer = { email: string; signup: string; person: string; session: string };

/** Somebody who is certain of a seat at a session that begins now. */
async function comer(change: Record<string, unknown> = {}): Promise<Comer> {
  const session = await people.plan(5, change);
  const email = `vera-${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email, name: "Vera" });
  await house.post(await people.linkTo(email), {});
  const { rows } = await house.sql.execute({
    sql: "select g.id, g.person_id, g.session_id from signups g where g.email = ?",
    args: [email],
  });
  const { id, person_id: person, session_id } = JSON.parse(JSON.stringify(rows[0]));
  await begin(session_id);
  return { email, signup: id, person, session };
}

const begin = (id: string) =>
  house.sql.execute({
    sql: "update sessions set starts_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') where id = ?",
    args: [id],
  });

const attend = (signup: string, json: object = {}) => house.admin(`signups/${signup}/attend`, { json });
const unattend = (signup: string, json: object = {}) => house.admin(`signups/${signup}/unattend`, { json });

async function emailsTo(person: string, kind = "step_opened") {
  const { rows } = await house.sql.execute({
    sql: "select n.slug || ' ' || iif(e.state = 'withheld', 'withheld', 'goes') as it from emails e join steps n on n.id = e.step_id where e.person_id = ? and e.kind = ?",
    args: [person, kind],
  });
  return rows.map((row) => row["it"]);
}

describe("who is checked in", () => {
  test("has the next step open, and is told so at once, with its dates, and once", async () => {
    const vera = await comer();
    const answer = await attend(vera.signup);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      id: vera.signup,
      name: "Vera",
      attended: [1],
      open: [{ slug: "workshops", title: "Workshops" }],
    });
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(vera.email) && /stap/u.test(subject),
    );
    expect(mail.subject).toBe("De volgende stap staat voor je open: Workshops");
    expect(mail.text).toContain("/programma/workshops/");
    expect(mail.text).toContain("/inschrijven/workshop-");
    expect((await attend(vera.signup)).status).toBe(200);
    expect(await emailsTo(vera.person)).toEqual(["workshops goes"]);
  });

  test("sees on her own page what is done, where she is and what comes next", async () => {
    const vera = await comer();
    const mine = await people.linkTo(vera.email, "mijn");
    const words = async () => {
      const html = await (await house.fetch(mine)).text();
      return [...html.matchAll(/<svg class="stone (\w+)"[\s\S]*?<\/h3><p>([^<]*)/gu)].map(
        ([, tone, said]) => [tone, said],
      );
    };
    const here = "Hier ben je nu. Deze stap staat voor je open.";
    expect(await words()).toEqual([
      ["t0", here],
      ["ahead", "Gaat open als je bij de stap ‘Rondetafelbijeenkomst’ was."],
      ["ahead", "Gaat open als je bij de stap ‘Workshops’ was."],
    ]);
    await attend(vera.signup);
    expect((await words()).slice(0, 2)).toEqual([
      ["t2", "Hier was je bij."],
      ["t0", here],
    ]);
  });

  test("a second time for the same step hears nothing more", async () => {
    const vera = await comer();
    await attend(vera.signup);
    const again = await people.plan(5);
    await people.send(again, { email: vera.email });
    await house.post(await people.linkTo(vera.email, "bevestig", /Bevestig je plek/u), {});
    const [row] = await people.rows(again);
    await house.sql.execute({
      sql: "update sessions set starts_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') where slug = ?",
      args: [again],
    });
    expect((await attend(row?.id ?? "")).status).toBe(200);
    expect(await emailsTo(vera.person)).toEqual(["workshops goes"]);
  });

  test("can be unchecked: the step is shut again, and an email that has not gone stays", async () => {
    const vera = await comer();
    await attend(vera.signup);
    await house.waitForMail(({ to, subject }) => to.includes(vera.email) && /stap/u.test(subject));
    await house.sql.execute({
      sql: "update emails set state = 'waiting', lease_until = null, due_at = '2090-01-01T00:00:00.000Z' where person_id = ? and kind = 'step_opened'",
      args: [vera.person],
    });
    const answer = await unattend(vera.signup);
    expect(await answer.json()).toMatchObject({ attended: [], open: [] });
    expect(await emailsTo(vera.person)).toEqual(["workshops withheld"]);
    expect((await unattend(vera.signup)).status).toBe(409);
  });

  test("is there at each meeting of a series apart, and never at one that there is not, or not yet", async () => {
    const later = [{ startsLocal: "2090-05-11T19:00", endsLocal: "2090-05-11T21:00" }];
    const vera = await comer({ later });
    expect(await (await attend(vera.signup)).json()).toMatchObject({ attended: [1] });
    expect((await attend(vera.signup, { meeting: 2 })).status).toBe(409);
    await house.sql.execute({
      sql: "update meetings set starts_at = '2026-01-01T00:00:00.000Z' where session_id = (select session_id from signups where id = ?)",
      args: [vera.signup],
    });
    expect(await (await attend(vera.signup, { meeting: 2 })).json()).toMatchObject({ attended: [1, 2] });
    expect((await attend(vera.signup, { meeting: 3 })).status).toBe(409);
  });

  test("is never who called off, nor anybody for a day that has not come", async () => {
    const vera = await comer();
    await house.sql.execute({
      sql: "update signups set state = 'cancelled' where id = ?",
      args: [vera.signup],
    });
    expect((await attend(vera.signup)).status).toBe(409);
    const early = await people.plan(5);
    await people.send(early, { email: "vroeg@voorbeeld.nl" });
    const [row] = await people.rows(early);
    expect((await attend(row?.id ?? "")).status).toBe(409);
    expect((await attend("sgn_nergens")).status).toBe(409);
  });
});

describe("a step that is opened by hand", () => {
  test("is open from then on, and she is told; shut again it is as it was", async () => {
    const vera = await comer();
    const open = () =>
      house.admin(`people/${vera.person}/open-step`, {
        json: { step: "intervisie", reason: "Was er in 2019 bij." },
      });
    expect(await (await open()).json()).toEqual({ person: vera.person, step: "intervisie", isOpen: true });
    expect((await open()).status).toBe(200);
    expect(await emailsTo(vera.person)).toEqual(["intervisie goes"]);
    const shut = await house.admin(`people/${vera.person}/shut-step`, { json: { step: "intervisie" } });
    expect(await shut.json()).toMatchObject({ isOpen: false });
    expect(
      (await house.admin(`people/${vera.person}/shut-step`, { json: { step: "intervisie" } })).status,
    ).toBe(404);
    expect(
      (await house.admin(`people/${vera.person}/open-step`, { json: { step: "nergens", reason: "x" } }))
        .status,
    ).toBe(404);
    expect(
      (await house.admin("people/per_x/open-step", { json: { step: "workshops", reason: "x" } })).status,
    ).toBe(404);
  });
});

describe("who wished to hear of a step", () => {
  async function wish(person: string, step: string) {
    await house.sql.execute({
      sql: "insert into wishes select ?, ?, id, '2026-01-01', '2026-01-01', null from steps where slug = ?",
      args: [`wsh_${people.fresh()}`, person, step],
    });
  }
  const told = async (person: string) => {
    const { rows } = await house.sql.execute({
      sql: "select count(*) as n from wishes where person_id = ? and told_at is not null",
      args: [person],
    });
    return Number(rows[0]?.["n"]);
  };

  test("has her wish when it opens for her, and else hears of a new date once, when it is open to her", async () => {
    const [first, other] = [await comer(), await comer()];
    await wish(first.person, "workshops");
    await wish(other.person, "workshops");
    await attend(first.signup);
    expect([await told(first.person), await told(other.person)]).toEqual([1, 0]);

    await wish(other.person, "rondetafel");
    const plan = () => people.plan(5, { title: "Nog een avond" });
    const slug = await plan();
    await plan();
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(other.email) && subject === "Er is een datum: Nog een avond",
    );
    expect(mail.text).toContain(`/inschrijven/${slug}/`);
    expect(await emailsTo(other.person, "session_planned")).toEqual(["rondetafel goes"]);
    expect(await told(other.person)).toBe(1);
  });
});

test("a step is changed for the version that was read, and asks for none that comes after it", async () => {
  type Step = {
    id: string;
    slug: string;
    version: number;
    body: string;
    priceCents: number;
    requires: unknown;
  };
  const { items } = await readJson<{ items: Step[] }>(house.admin("steps"));
  expect(items.map(({ slug, requires }) => [slug, requires])).toEqual([
    ["rondetafel", null],
    ["workshops", { slug: "rondetafel", title: "Rondetafelbijeenkomst" }],
    ["intervisie", { slug: "workshops", title: "Workshops" }],
  ]);
  const json = {
    title: "Werkplaats",
    summary: "Kort.",
    body: "**Doen**",
    priceCents: 5000,
    requires: "rondetafel",
  };
  const put = (change: object, version: number) =>
    house.admin("steps/workshops", {
      method: "PUT",
      json: { ...json, ...change },
      headers: { "if-match": String(version) },
    });
  expect((await put({ requires: "intervisie" }, 1)).status).toBe(422);
  expect((await put({ body: "![x](https://elders.example/x.png)" }, 1)).status).toBe(422);
  expect((await put({}, 1)).status).toBe(200);
  expect((await put({}, 1)).status).toBe(412);
  const html = await (await house.fetch("/programma/workshops/")).text();
  expect(html).toContain("<h1>Werkplaats</h1>");
  expect(html).toContain("<strong>Doen</strong>");
  expect(html).toContain("<dd>€ 50</dd>");
});
