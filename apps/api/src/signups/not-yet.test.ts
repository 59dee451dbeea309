import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const fresh = () => `later-${people.fresh()}@voorbeeld.nl`;

const workshop = (capacity = 5) => people.plan(capacity, { step: "workshops", title: "Werkplaats" });

const sentOf = async (email: string) =>
  (
    await house.sql.execute({
      sql: "select kind, sent_at from emails where to_address = ? order by rowid",
      args: [email],
    })
  ).rows;

async function visited(email: string): Promise<void> {
  const table = await people.plan(5);
  await people.send(table, { email });
  await house.post(await people.linkTo(email, "bevestig", /Bevestig je plek/u), {});
  const [row] = await people.rows(table);
  await house.sql.execute({
    sql: "update sessions set starts_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') where slug = ?",
    args: [table],
  });
  expect((await house.admin(`signups/${row?.id}/attend`, { json: {} })).status).toBe(200);
}

describe("who was not at the step before", () => {
  test("gets the answer that everybody gets, and her email alone tells why not yet, with where to begin", async () => {
    const session = await workshop();
    const email = fresh();
    const answer = await people.send(session, { email });
    expect([answer.status, await answer.json()]).toEqual([201, { session, name: "Noor", state: "held" }]);
    const mail = await house.waitForMail(({ to }) => to.includes(email));
    expect(mail.subject).toBe("Nog even geduld: Werkplaats");
    expect(mail.text).toContain("‘Rondetafelbijeenkomst’");
    expect(mail.text).toMatch(/\/inschrijven\/rondetafel-nieuwegein-/u);
  });

  test("can't confirm the seat, and exchanges it for a wish by one button: the seat is free at once", async () => {
    const session = await workshop(1);
    const email = fresh();
    await people.send(session, { email });
    const link = await people.linkTo(email);
    const html = await (await house.fetch(link)).text();
    expect(html).toContain("Laat me weten wanneer dit opengaat");
    expect(html).not.toContain("Ja, ik kom");
    await house.post(link, {});
    expect(await people.rows(session)).toMatchObject([{ state: "held" }]);

    for (const _ of [1, 2]) expect((await house.post(link, { act: "wish" })).status).toBe(303);
    expect(await people.rows(session)).toMatchObject([{ state: "cancelled" }]);
    expect(await (await house.fetch(link)).text()).toContain(
      "dan krijg je een mail als deze stap voor je opengaat",
    );
    const { rows } = await house.sql.execute({
      sql: "select n.slug, w.told_at from wishes w join people p on p.id = w.person_id join steps n on n.id = w.step_id where p.email = ? and w.proved_at is not null",
      args: [email],
    });
    expect(JSON.parse(JSON.stringify(rows))).toEqual([{ slug: "workshops", told_at: null }]);
    expect(await (await people.send(session)).json()).toMatchObject({ state: "held" });

    await visited(email);
    const opened = await house.waitForMail(
      ({ to, subject }) => to.includes(email) && /staat voor je open/u.test(subject),
    );
    expect(opened.text).toContain("/programma/workshops/");
  });

  test("and waits for a seat leaves those that are free to who comes next", async () => {
    const session = await workshop(1);
    await people.send(session);
    const email = fresh();
    await people.send(session, { email });
    await house.post(await people.linkTo(email), {});
    await house.sql.execute({
      sql: "update signups set held_until = '2020-01-01T00:00:00.000Z' where state = 'held' and session_id = (select id from sessions where slug = ?)",
      args: [session],
    });
    expect(await house.cron("api")).toBe("ok");
    expect(await people.rows(session)).toMatchObject([{ state: "expired" }, { state: "waiting" }]);
    expect(await (await house.fetch(`/inschrijven/${session}/`)).text()).toContain("nog 1 plek");
    expect(await (await people.send(session)).json()).toMatchObject({ state: "held" });
  });

  test("reads on her page and in her emails what a place on the list can bring her, and what it can't", async () => {
    const session = await workshop(1);
    await people.send(session);
    const email = fresh();
    await people.send(session, { email });
    const link = await people.linkTo(email);
    const proves = /Dit adres is van mij/u;
    expect(await (await house.fetch(link)).text()).toMatch(proves);
    await house.post(link, {});
    const html = await (await house.fetch(link)).text();
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(email) && subject.startsWith("Je staat op de wachtlijst"),
    );
    for (const told of [html, mail.text]) {
      expect(told).toMatch(/Je staat op plaats 1 van de wachtlijst. Een plek kan van jou zijn als je bij/u);
      expect(told).not.toMatch(/Komt er een plek vrij|niets te doen/u);
    }
    expect(mail.text).toMatch(/\/inschrijven\/rondetafel-nieuwegein-/u);
    expect(html).not.toMatch(proves);
  });

  test("is not asked after a day whether she comes, and hears the truth when her seat went on", async () => {
    const session = await workshop(1);
    const email = fresh();
    await people.send(session, { email });
    const link = await people.linkTo(email);
    const change = (set: string) =>
      house.sql.execute({
        sql: `update signups set ${set} where session_id = (select id from sessions where slug = ?)`,
        args: [session],
      });
    await change("signed_up_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-25 hours')");
    await expect
      .poll(async () => (await sentOf(email))[0]?.["sent_at"] ?? null, { timeout: 20_000 })
      .not.toBeNull();
    await house.sql.execute({
      sql: "update emails set sent_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-25 hours') where to_address = ?",
      args: [email],
    });
    await house.cron("api");
    await change("held_until = '2020-01-01T00:00:00.000Z'");
    await house.cron("api");
    expect((await sentOf(email)).map(({ kind }) => kind)).toEqual(["signup_held", "seat_passed_on"]);
    expect(await house.cron()).toBe("ok");
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(email) && subject.startsWith("Je plek is doorgegeven"),
    );
    expect(mail.text).not.toContain("krijg je een plek");
    expect(mail.text).toContain("Meedoen kan als je bij de stap ‘Rondetafelbijeenkomst’ was");
    expect(mail.text).toContain("Laat me weten wanneer dit opengaat");
    expect((await house.post(link, { act: "wish" })).status).toBe(303);
    const wishes = await house.sql.execute({
      sql: "select count(*) as n from wishes w join people p on p.id = w.person_id where p.email = ? and w.proved_at is not null",
      args: [email],
    });
    expect(wishes.rows).toMatchObject([{ n: 1 }]);
  });

  test("confirms once she was there, with the same link", async () => {
    const session = await workshop();
    const email = fresh();
    await people.send(session, { email });
    const link = await people.linkTo(email);
    await visited(email);
    expect(await (await house.fetch(link)).text()).toContain("Ja, ik kom");
    await house.post(link, {});
    expect(await people.rows(session)).toMatchObject([{ state: "confirmed" }]);
  });
});
