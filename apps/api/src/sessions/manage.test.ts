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

const read = (slug: string) => readJson<ListedSession>(house.admin(`sessions/${slug}`));

type More = { method?: string; key?: string };

function send(path: string, json: unknown, version: number | null, { method = "POST", key }: More = {}) {
  const headers = new Headers();
  if (version !== null) headers.set("if-match", `"${version}"`);
  if (key !== undefined) headers.set("idempotency-key", key);
  return house.admin(`sessions/${path}`, { json, method, headers });
}

const put = (path: string, json: unknown, version: number | null) =>
  send(path, json, version, { method: "PUT" });

/** Two who are certain and one who has yet to confirm, for a session of its own. */
async function withPeople(): Promise<ListedSession> {
  const slug = await people.plan(5);
  for (const name of ["Anna", "Bea"]) {
    const email = `${name}-${people.fresh()}@voorbeeld.nl`;
    await people.send(slug, { name, email });
    expect((await house.post(await people.linkTo(email), {})).status).toBe(303);
  }
  await people.send(slug, { name: "Cor" });
  return read(slug);
}

async function told(slug: string, kind: string): Promise<number> {
  const { rows } = await house.sql.execute({
    sql: `select count(*) as n from emails e join signups g on g.id = e.signup_id join sessions s on s.id = g.session_id
      where s.slug = ? and e.kind = ?`,
    args: [slug, kind],
  });
  return Number(rows[0]?.["n"]);
}

const signupsOf = async (slug: string) => {
  const { rows } = await house.sql.execute({
    sql: "select state || ' ' || sequence as it from signups where session_id = (select id from sessions where slug = ?) order by rowid",
    args: [slug],
  });
  return rows.map((row) => row["it"]);
};

const audited = async (id: string) => {
  const { rows } = await house.sql.execute({
    sql: "select act from audit where subject = ? order by rowid",
    args: [id],
  });
  return rows.map((row) => row["act"]);
};

const may = { startsLocal: "2090-05-11T19:00", endsLocal: "2090-05-11T21:30" };

describe("a session that is moved", () => {
  test("is on another day from then on, says where it was, and everybody is told once", async () => {
    const before = await withPeople();
    const answer = await send(`${before.id}/move`, may, before.version);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).toBe('"2"');
    const after = await readJson<ListedSession>(answer);
    expect(after).toMatchObject({ ...may, version: 2, movedFrom: "2090-04-11T19:00" });
    expect(after.startsAt).toBe("2090-05-11T17:00:00.000Z");
    expect(await told(before.slug, "session_moved")).toBe(3);
    const mail = await house.waitForMail(({ text }) => text?.includes("Eerst: dinsdag") ?? false);
    expect(mail.text).toMatch(
      /Wanneer: donderdag 11 mei 2090[^\n]+\nEerst: dinsdag 11 april 2090, 19\.00-21\.30 uur\nWaar/u,
    );
    expect(await signupsOf(before.slug)).toEqual(["confirmed 1", "confirmed 1", "held 1"]);
    expect(await audited(before.id)).toEqual(["session.plan", "session.move"]);
    const html = await (await house.fetch(`/inschrijven/${before.slug}/`)).text();
    expect(html).toContain('<span class="news">verplaatst</span>');
  });

  test("is moved once by the same key, and never by who read an older version", async () => {
    const before = await withPeople();
    const key = `move-${before.id}`;
    for (const _ of [1, 2]) {
      const answer = await send(`${before.id}/move`, may, before.version, { key });
      expect([answer.status, (await readJson<ListedSession>(answer)).version]).toEqual([200, 2]);
    }
    const late = { startsLocal: "2090-06-11T19:00", endsLocal: "2090-06-11T21:30" };
    expect((await send(`${before.id}/move`, late, before.version)).status).toBe(412);
    expect((await send(`${before.id}/move`, late, null)).status).toBe(428);
    expect(await read(before.slug)).toMatchObject({ ...may, version: 2 });
    expect(await told(before.slug, "session_moved")).toBe(3);
  });

  test("to its first day again has not moved", async () => {
    const before = await withPeople();
    await send(`${before.id}/move`, may, 1);
    const { startsLocal, endsLocal } = before;
    await send(`${before.id}/move`, { startsLocal, endsLocal }, 2);
    expect(await read(before.slug)).toMatchObject({ startsLocal, movedFrom: null, version: 3 });
    expect(await told(before.slug, "session_moved")).toBe(6);
  });

  test("to before a kept seat would end, keeps that seat until the start", async () => {
    const before = await withPeople();
    await send(`${before.id}/move`, { startsLocal: "2089-04-11T19:00", endsLocal: "2089-04-11T21:30" }, 1);
    const start = (await read(before.slug)).startsAt;
    await house.sql.execute({
      sql: "update signups set held_until = '2089-04-11T12:00:00.000Z' where session_id = ? and state = 'held'",
      args: [before.id],
    });
    await send(`${before.id}/move`, { startsLocal: "2089-04-10T19:00", endsLocal: "2089-04-10T21:30" }, 2);
    const { startsAt } = await read(before.slug);
    expect(startsAt < start).toBe(true);
    const { rows } = await house.sql.execute({
      sql: "select distinct held_until from signups where session_id = ? and state = 'held'",
      args: [before.id],
    });
    expect(rows).toMatchObject([{ held_until: startsAt }]);
  });

  test("moves all meetings of a series along, and forgets those that are left out", async () => {
    const day = (month: string) => ({
      startsLocal: `2090-${month}-11T19:00`,
      endsLocal: `2090-${month}-11T21:00`,
    });
    const slug = await people.plan(5, { later: [day("05"), day("06")] });
    const before = await read(slug);
    expect(before.later.map(({ position, startsLocal }) => [position, startsLocal])).toEqual([
      [2, "2090-05-11T19:00"],
      [3, "2090-06-11T19:00"],
    ]);
    const { later } = await readJson<ListedSession>(
      send(`${before.id}/move`, { ...day("04"), later: [day("07")] }, 1),
    );
    expect(later.map(({ startsLocal }) => startsLocal)).toEqual(["2090-07-11T19:00"]);
    expect((await send(`${before.id}/move`, { ...day("04"), later: [day("03")] }, 2)).status).toBe(422);
  });

  test("into the past, or after it began, is refused, and nobody is told", async () => {
    const before = await withPeople();
    const past = { startsLocal: "2020-01-01T19:00", endsLocal: "2020-01-01T21:00" };
    expect((await send(`${before.id}/move`, past, 1)).status).toBe(409);
    await house.sql.execute({
      sql: "update sessions set starts_at = '2020-01-01T18:00:00.000Z' where id = ?",
      args: [before.id],
    });
    expect((await send(`${before.id}/move`, may, 1)).status).toBe(409);
    expect(await told(before.slug, "session_moved")).toBe(0);
    expect((await send("ses_nergens/move", may, 1)).status).toBe(404);
  });
});

describe("a session that is called off", () => {
  test("says why to everybody, once; nobody is mailed who called off herself, and no act is possible after", async () => {
    const before = await withPeople();
    await house.sql.execute({
      sql: "update signups set state = 'cancelled' where session_id = ? and name = 'Bea'",
      args: [before.id],
    });
    const reason = "Edwin is ziek. We zoeken een nieuwe datum.";
    expect((await send(`${before.id}/cancel`, { reason }, 1)).status).toBe(200);
    expect(await read(before.slug)).toMatchObject({ isCancelled: true, cancelReason: reason });
    expect(await told(before.slug, "session_cancelled")).toBe(2);
    expect((await send(`${before.id}/cancel`, { reason }, 2)).status).toBe(409);
    expect((await send(`${before.id}/move`, may, 2)).status).toBe(409);
    expect(await told(before.slug, "session_cancelled")).toBe(2);
    const html = await (await house.fetch(`/inschrijven/${before.slug}/`)).text();
    expect(html).toContain(`<h2>Dit gaat niet door</h2><p>${reason}</p>`);
    expect((await people.send(before.slug)).status).toBe(409);
  });
});

const text = { title: "Proef", summary: "Anders.", place: "Zaal 1", city: "Utrecht", guides: "Edwin" };

describe("what is said of a session", () => {
  test("changes, and nobody is told of what makes no difference to coming", async () => {
    const before = await withPeople();
    const json = {
      ...text,
      priceCents: 2500,
      payment: "Achteraf.",
      closesLocal: "2090-04-09T12:00",
      notes: "Bel aan.",
    };
    expect((await put(before.id, json, 1)).status).toBe(200);
    const after = await read(before.slug);
    expect(after).toMatchObject({ summary: "Anders.", priceCents: 2500, notes: "Bel aan.", version: 2 });
    expect(after.closesAt).toBe("2090-04-09T10:00:00.000Z");
    expect(await told(before.slug, "session_moved")).toBe(0);
    const html = await (await house.fetch(`/inschrijven/${before.slug}/`)).text();
    expect(html).toContain("€ 25. Achteraf.");
    expect(html).not.toContain("Bel aan.");
  });

  test("and everybody is told when it is somewhere else", async () => {
    const before = await withPeople();
    expect((await put(before.id, { ...text, place: "Zaal 2" }, 1)).status).toBe(200);
    expect(await told(before.slug, "session_moved")).toBe(3);
    await house.waitForMail(({ text }) =>
      /Waar: Zaal 2, Utrecht\nEerst: Zaal 1, Utrecht\n/u.test(text ?? ""),
    );
  });

  test("never shows the address of an online session to who has no certain seat", async () => {
    const before = await withPeople();
    const onlineUrl = "https://video.example/kamer-1";
    await put(before.id, { ...text, place: "Online", city: "", onlineUrl }, 1);
    const html = await (await house.fetch(`/inschrijven/${before.slug}/`)).text();
    expect(html).toContain("Je doet mee vanachter je scherm");
    for (const page of ["/agenda/", "/agenda.ics", "/", "/programma/"]) {
      expect(await (await house.fetch(page)).text()).not.toContain(onlineUrl);
    }
    expect(html).not.toContain(onlineUrl);
    expect((await read(before.slug)).onlineUrl).toBe(onlineUrl);
    expect((await put(before.id, { ...text, onlineUrl: "javascript:alert(1)" }, 2)).status).toBe(422);
  });
});

describe("the seats of a session", () => {
  test("can be fewer than are taken: nobody is thrown out, nobody gets in, and nothing is broken", async () => {
    const before = await withPeople();
    expect((await put(`${before.id}/capacity`, { capacity: 2 }, 1)).status).toBe(200);
    expect(await read(before.slug)).toMatchObject({ overCapacity: 1, seats: { capacity: 2, taken: 3 } });
    expect(await signupsOf(before.slug)).toEqual(["confirmed 0", "confirmed 0", "held 0"]);
    expect(await (await people.send(before.slug)).json()).toMatchObject({ state: "waiting" });
    const { broken } = await readJson<{ broken: { rule: string; subject: string }[] }>(
      house.admin("invariants"),
    );
    expect(broken.filter(({ subject }) => subject === before.slug)).toEqual([]);
  });
});

describe("the questions of a session", () => {
  const ask = (questions: object[], id: string, version: number) =>
    put(`${id}/questions`, { questions }, version);

  test("are kept in their order; one that was answered is no longer asked and not lost", async () => {
    const before = await read(await people.plan(5));
    const first = await readJson<ListedSession>(
      ask(
        [
          { kind: "diet", label: "Wat eet je niet?" },
          { kind: "text", label: "Wat wil je?" },
        ],
        before.id,
        1,
      ),
    );
    const [diet, wish] = first.questions;
    await people.send(before.slug);
    await house.sql.execute({
      sql: "insert into answers select id, ?, 'noten' from signups where session_id = ?",
      args: [diet?.id ?? "", before.id],
    });
    const second = await readJson<ListedSession>(
      ask(
        [
          { ...wish, label: "Wat neem je mee?" },
          { kind: "choice", label: "Hoe?", choices: ["a", "b"] },
        ],
        before.id,
        2,
      ),
    );
    expect(second.questions.map(({ label }) => label)).toEqual(["Wat neem je mee?", "Hoe?"]);
    expect(second.questions[0]?.id).toBe(wish?.id);
    const { rows } = await house.sql.execute("select value from answers");
    expect(rows).toHaveLength(1);
    const html = await (await house.fetch(`/inschrijven/${before.slug}/`)).text();
    expect(html).toContain("Wat neem je mee?");
    expect(html).not.toContain("Wat eet je niet?");
  });

  test("are never those of another session", async () => {
    const [one, other] = [await read(await people.plan(5)), await read(await people.plan(5))];
    const { questions } = await readJson<ListedSession>(ask([{ kind: "text", label: "Van een" }], one.id, 1));
    const taken = await readJson<ListedSession>(ask([{ ...questions[0], label: "Gekaapt" }], other.id, 1));
    expect(taken.questions).toEqual([]);
    expect((await read(one.slug)).questions.map(({ label }) => label)).toEqual(["Van een"]);
  });

  test.for([
    [{ kind: "choice", label: "Hoe?", choices: ["a"] }],
    [{ kind: "choice", label: "Hoe?", choices: ["a", "a"] }],
    [{ kind: "text", label: "Hoe?", choices: ["a", "b"] }],
    [{ kind: "text", label: "" }],
    [{ kind: "date", label: "Hoe?" }],
  ])("are refused when they can't be answered: %j", async ([question]) => {
    const before = await read(await people.plan(5));
    expect((await ask([question ?? {}], before.id, 1)).status).toBe(422);
  });
});

test("every act of organisers on sessions stands in the description of the endpoint, with the version it needs", async () => {
  const { paths } = await readJson<{ paths: Record<string, Record<string, unknown>> }>(
    house.admin("openapi.json"),
  );
  for (const act of ["move", "cancel"]) {
    expect(JSON.stringify(paths[`/api/admin/sessions/{id}/${act}`]?.["post"])).toContain("If-Match");
  }
  for (const act of ["", "/questions", "/capacity"]) {
    expect(JSON.stringify(paths[`/api/admin/sessions/{id}${act}`]?.["put"])).toContain("If-Match");
  }
});
