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

const act = (id: string, name: string, json: object = {}) => house.admin(`signups/${id}/${name}`, { json });

/** Somebody signs up and presses the button in her email; answers the id of her signup. */
async function comer(session: string, name: string): Promise<string> {
  const email = `${name}-${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email, name });
  await house.post(await people.linkTo(email), {});
  return (await people.rows(session)).find((row) => row.email === email)?.id ?? "";
}

const states = async (session: string) => (await people.rows(session)).map(({ state }) => state);

const kinds = async (id: string) => {
  const { rows } = await house.sql.execute({
    sql: "select kind from emails where signup_id = ? order by rowid",
    args: [id],
  });
  return rows.map((row) => row["kind"]);
};

async function isWhole() {
  const { broken } = await readJson<{ broken: object[] }>(house.admin("invariants"));
  expect(broken).toEqual([]);
}

describe("an organiser", () => {
  test("takes somebody's seat: she is told, and who is next is offered it in the same write", async () => {
    const session = await people.plan(1);
    const [first, next] = [await comer(session, "eerste"), await comer(session, "volgende")];
    expect(await states(session)).toEqual(["confirmed", "waiting"]);
    const answer = await act(first, "cancel");
    expect([answer.status, await answer.json()]).toEqual([200, { id: first, session, state: "cancelled" }]);
    expect(await states(session)).toEqual(["cancelled", "offered"]);
    expect([(await kinds(first)).at(-1), (await kinds(next)).at(-1)]).toEqual([
      "signup_withdrawn",
      "seat_offered",
    ]);
    const mail = await house.waitForMail(
      ({ to, subject }) => to[0]?.startsWith("eerste-") === true && /niet meer aangemeld/u.test(subject),
    );
    expect(mail.text).toContain("Open het, dan gaat de afspraak uit je agenda.");
    expect(mail.text).not.toMatch(/Dank je wel|afgemeld/u);
    expect((await act(first, "cancel")).status).toBe(409);
    await isWhole();
  });

  test("takes the seat of who did not say yet that she comes: she is told when she had heard of it, and else hears nothing", async () => {
    const session = await people.plan(2);
    const email = `houdt-${people.fresh()}@voorbeeld.nl`;
    await people.send(session, { email });
    const link = await people.linkTo(email);
    await people.signUp(session);
    const [held, unheard] = (await people.rows(session)).map(({ id }) => id);
    await house.sql.execute({
      sql: "update emails set state = 'waiting', attempts = 0, due_at = '2090-01-01T00:00:00.000Z' where signup_id = ?",
      args: [unheard ?? ""],
    });
    for (const id of [held, unheard]) expect((await act(id ?? "", "cancel")).status).toBe(200);
    await house.waitForMail(({ to, subject }) => to[0] === email && /niet meer aangemeld/u.test(subject));
    expect(await (await house.fetch(link)).text()).toContain("Je bent niet meer aangemeld");
    expect(await kinds(held ?? "")).toEqual(["signup_held", "signup_withdrawn"]);
    const { rows } = await house.sql.execute({
      sql: "select kind, state from emails where signup_id = ?",
      args: [unheard ?? ""],
    });
    expect(rows).toMatchObject([{ kind: "signup_held", state: "withheld" }]);
    await isWhole();
  });

  test("offers a free seat past the line, and never one that there is not", async () => {
    const session = await people.plan(1);
    await comer(session, "eerste");
    const [, last] = [await comer(session, "tweede"), await comer(session, "derde")];
    expect((await act(last, "offer")).status).toBe(409);
    await house.sql.execute({ sql: "update sessions set capacity = 2 where slug = ?", args: [session] });
    expect(await (await act(last, "offer")).json()).toMatchObject({ state: "offered" });
    expect(await states(session)).toEqual(["confirmed", "waiting", "offered"]);
    await isWhole();
  });

  test("gives somebody her seat in another session: the old one is offered on, and she is told once", async () => {
    const there = { title: "Daar", startsLocal: "2090-06-11T19:00", endsLocal: "2090-06-11T21:30" };
    const asks = { questions: [{ kind: "diet", label: "Wat eet je niet?", isRequired: false }] };
    const [from, to] = [await people.plan(1), await people.plan(1, { ...there, ...asks })];
    const [mover] = [await comer(from, "mover"), await comer(from, "volgende")];
    const headers = { "idempotency-key": `move-${mover}` };
    for (const _ of [1, 2]) {
      const answer = await house.admin(`signups/${mover}/move`, { json: { session: to }, headers });
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { id: mover, session: to, state: "confirmed" },
      ]);
    }
    expect([await states(from), await states(to)]).toEqual([["offered"], ["confirmed"]]);
    expect((await kinds(mover)).filter((kind) => kind === "session_moved")).toHaveLength(1);
    const mail = await house.waitForMail(({ text }) => text?.includes("Wat: Daar") ?? false);
    expect(mail.text).toMatch(
      /Wat: Daar\nEerst: Proef\nWanneer: [^\n]*11 juni[^\n]*\nEerst: [^\n]*11 april/u,
    );
    expect(mail.text).toContain("We willen bij deze bijeenkomst nog iets van je weten.");
    const own = /\/bevestig\/[\w.-]+/u.exec(mail.text ?? "")?.[0] ?? "";
    expect(await (await house.fetch(own)).text()).toContain("Wat eet je niet?");
    await isWhole();
  });

  test("moves nobody to where there is no room, where she is already, or where her step is not open", async () => {
    const [from, full] = [await people.plan(3), await people.plan(1)];
    await comer(full, "vol");
    const mover = await comer(from, "mover");
    const workshop = await people.plan(3, { step: "workshops" });
    for (const session of [full, from, workshop, "nergens"])
      expect([session, (await act(mover, "move", { session })).status]).toEqual([session, 409]);
    expect(await states(from)).toEqual(["confirmed"]);
  });

  test("moves a hold to a session that begins before it ends: it ends with the start there, and one that is over stays", async () => {
    const soon = new Date(Date.now() + 30 * 3_600_000).toISOString().slice(0, 14);
    const [from, to] = [
      await people.plan(3),
      await people.plan(3, { startsLocal: `${soon}00`, endsLocal: `${soon}59` }),
    ];
    for (const email of ["houdt@voorbeeld.nl", "te-laat@voorbeeld.nl"]) await people.send(from, { email });
    const [holder, late] = await people.rows(from);
    await house.sql.execute({
      sql: "update signups set held_until = '2026-01-01T00:00:00.000Z' where id = ?",
      args: [late?.id ?? ""],
    });
    expect((await act(holder?.id ?? "", "move", { session: to })).status).toBe(200);
    expect((await act(late?.id ?? "", "move", { session: to })).status).toBe(409);
    const { rows } = await house.sql.execute({
      sql: `select g.held_until = s.starts_at as ends from signups g join sessions s on s.id = g.session_id
        where s.slug = ?`,
      args: [to],
    });
    expect(rows).toMatchObject([{ ends: 1 }]);
  });

  test("moves somebody whose reminder is about to go: it does not", async () => {
    const [from, to] = [await people.plan(1), await people.plan(1)];
    const mover = await comer(from, "mover");
    await house.sql.execute({
      sql: `insert into emails (id, kind, to_address, signup_id, meeting, state, attempts, due_at, created_at)
        values ('eml_tomorrow', 'session_tomorrow', 'mover@voorbeeld.nl', ?, 1, 'waiting', 0, '2090-01-01', '2026-01-01')`,
      args: [mover],
    });
    expect((await act(mover, "move", { session: to })).status).toBe(200);
    expect(await kinds(mover)).not.toContain("session_tomorrow");
  });
});
