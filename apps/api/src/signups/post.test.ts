import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { asForm, type Signers, signersOf, stateCount } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

describe("a signup", () => {
  test("holds a seat, sends one email with date and place, and takes one round trip", async () => {
    const session = await people.plan(3);
    const { answer, trips } = await house.roundTrips(() =>
      people.send(session, { email: "anna@voorbeeld.nl" }),
    );
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ session, name: "Noor", state: "held" });
    expect(trips["api"]).toBe(1);
    const mail = await house.waitForMail((sent) => sent.to.includes("anna@voorbeeld.nl"));
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("11 april 2090");
      expect(part).toContain("Zaal 1");
    }
    expect(mail.attachments).toEqual([]);
    expect(await people.rows(session)).toMatchObject([
      { state: "held", email: "anna@voorbeeld.nl", emails: 1 },
    ]);
  });

  test("is confirmed by the button and never by opening the link; then she sees her place", async () => {
    const session = await people.plan(1);
    await people.send(session, { email: "bea@voorbeeld.nl", name: "Bea <b>" });
    const link = await people.linkTo("bea@voorbeeld.nl");

    const opened = await house.fetch(link);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("cache-control")).toBe("no-store");
    expect(opened.headers.get("referrer-policy")).toBe("same-origin");
    expect(opened.headers.get("x-robots-tag")).toBe("noindex");
    expect(await opened.text()).toContain("Ja, ik kom");
    expect(await people.rows(session)).toMatchObject([{ state: "held" }]);

    const pressed = await house.post(link, {});
    expect(pressed.status).toBe(303);
    expect(await people.rows(session)).toMatchObject([{ state: "confirmed", emails: 2 }]);
    const now = await house.fetch(pressed.headers.get("location") ?? "");
    const html = await now.text();
    expect(now.status).toBe(200);
    expect(html).toContain("Je plek is zeker");
    expect(html).toContain("Bea &lt;b&gt;");

    const again = await house.post(link, {});
    expect(again.status).toBe(303);
    expect(await people.rows(session)).toMatchObject([{ state: "confirmed", emails: 2 }]);
    expect((await house.fetch(await people.linkTo("bea@voorbeeld.nl", "mijn"))).status).toBe(200);
  });

  test("by a form leads to a page that says to look in the mailbox", async () => {
    const session = await people.plan(1);
    const answer = await house.post("/api/signups", asForm(people.fields(session, { consent: "on" })));
    expect(answer.status).toBe(303);
    const page = await house.fetch(answer.headers.get("location") ?? "");
    expect(await page.text()).toContain('role="status"');
  });

  test("over capacity goes on the waiting list, and nobody jumps it when a seat comes free", async () => {
    const session = await people.plan(1);
    await people.send(session);
    expect(await (await people.send(session, { email: "twee@voorbeeld.nl" })).json()).toMatchObject({
      state: "waiting",
    });
    await house.sql.execute("update signups set state = 'cancelled' where state = 'held'");
    expect(await (await people.send(session)).json()).toMatchObject({ state: "waiting" });
    expect(stateCount(await people.rows(session), "waiting")).toBe(2);
    const mail = await house.waitForMail((sent) => sent.to.includes("twee@voorbeeld.nl"));
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toMatch(/wachtlijst/u);
    await house.post(await people.linkTo("twee@voorbeeld.nl"), {});
    expect((await people.rows(session)).map(({ state }) => state)).toEqual([
      "cancelled",
      "confirmed",
      "waiting",
    ]);
  });

  test("keeps organisation, role and note for the organisers", async () => {
    const session = await people.plan(1);
    const fields = { organisation: "Gemeente", role: "office manager", note: "Ik eet geen vlees.\n\nGroet" };
    await people.send(session, fields);
    const list = await readJson<{ items: object[] }>(house.admin(`signups?session=${session}`));
    expect(list.items).toMatchObject([{ ...fields, together: "", state: "held" }]);
  });
});

describe("an address that is signed up already", () => {
  test("gets the same answer as a stranger, one more email, and no second seat", async () => {
    const session = await people.plan(2);
    const known = { email: "Cor@Voorbeeld.nl" };
    const first = await (await people.send(session, known)).text();
    await house.sql.execute("update emails set created_at = '2020-01-01T00:00:00.000Z'");
    const second = await (await people.send(session, { email: "cor@voorbeeld.nl" })).text();
    expect(second).toBe(first);
    expect(await people.rows(session)).toMatchObject([{ email: "Cor@voorbeeld.nl", emails: 2 }]);
    await people.send(session, known);
    expect(await people.rows(session)).toMatchObject([{ emails: 2 }]);
  });

  test("hears what a stranger would hear when it is full by now", async () => {
    const session = await people.plan(1);
    await people.send(session, { email: "dirk@voorbeeld.nl" });
    const stranger = await (await people.send(session, { name: "X" })).text();
    expect(await (await people.send(session, { email: "dirk@voorbeeld.nl", name: "X" })).text()).toBe(
      stranger,
    );
  });
});

describe("the same submission twice", () => {
  test("makes one signup, one email and the same answer, also for the last seat and at the same moment", async () => {
    const session = await people.plan(1);
    const fields = people.fields(session);
    const answers = await Promise.all([1, 2, 3].map(() => house.fetch("/api/signups", { json: fields })));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies)).toEqual(new Set([JSON.stringify({ session, name: "Noor", state: "held" })]));
    expect(await people.rows(session)).toMatchObject([{ state: "held", emails: 1 }]);
    await house.sql.execute("update emails set created_at = '2020-01-01T00:00:00.000Z'");
    await house.fetch("/api/signups", { json: fields });
    expect(await people.rows(session)).toMatchObject([{ state: "held", emails: 1 }]);
  });
});

describe("a hold that ran out", () => {
  const lapse = async (session: string) => {
    await house.sql.batch([
      `update signups set held_until = '2020-01-01T00:00:00.000Z' where session_id = (select id from sessions where slug = '${session}')`,
    ]);
  };

  test("is not counted any more, and confirming still takes the seat while one is left", async () => {
    const session = await people.plan(1);
    await people.send(session, { email: "els@voorbeeld.nl" });
    const link = await people.linkTo("els@voorbeeld.nl");
    await lapse(session);
    await house.post(link, {});
    expect(await people.rows(session)).toMatchObject([{ state: "confirmed" }]);
  });

  test("can be had anew by signing up again: a fresh hold, a fresh email", async () => {
    const session = await people.plan(1);
    const again = { email: "gijs@voorbeeld.nl" };
    await people.send(session, again);
    await lapse(session);
    expect(await (await people.send(session, again)).json()).toMatchObject({ state: "held" });
    expect(await people.rows(session)).toMatchObject([{ state: "expired" }, { state: "held", emails: 1 }]);
  });

  test("gives its seat to the next, and its person a place on the list", async () => {
    const session = await people.plan(1);
    await people.send(session, { email: "fee@voorbeeld.nl" });
    const link = await people.linkTo("fee@voorbeeld.nl");
    await lapse(session);
    expect(await (await people.send(session)).json()).toMatchObject({ state: "held" });
    await house.post(link, {});
    expect(await people.rows(session)).toMatchObject([{ state: "waiting" }, { state: "held" }]);
  });
});

describe("a signup that does not fit is refused and nothing is kept", () => {
  test.for([
    ["without consent", { consent: false }, 422, "consent"],
    ["without a name", { name: " " }, 422, "name"],
    ["with half an address", { email: "noor@voorbeeld" }, 422, "email"],
    ["with a colleague's half address", { together: "collega@" }, 422, "together"],
    ["with a note of 1,001", { note: "n".repeat(1001) }, 422, "note"],
  ] as const)("%s", async ([, change, status, field]) => {
    const session = await people.plan(1);
    const answer = await people.send(session, change);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { fields: { [field]: expect.any(String) } } });
    expect(await people.rows(session)).toEqual([]);
  });

  test("for an unknown session: 404", async () => {
    expect((await people.send("bestaat-niet")).status).toBe(404);
    expect((await house.fetch("/inschrijven/bestaat-niet/")).status).toBe(404);
  });

  test("for a session that is over or cancelled: 409, with what was typed", async () => {
    const session = await people.plan(1);
    await house.sql.execute(`update sessions set state = 'cancelled' where slug = '${session}'`);
    expect((await people.send(session)).status).toBe(409);
    await house.sql.execute(
      `update sessions set state = 'planned', starts_at = '2020-01-01T18:00:00.000Z' where slug = '${session}'`,
    );
    const answer = await house.post("/api/signups", asForm(people.fields(session, { note: "Tot dan." })));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Tot dan.");
    expect(await people.rows(session)).toEqual([]);
  });

  test("before it takes signups, and after: 409", async () => {
    const session = await people.plan(1);
    const set = (opens: string, closes: string) =>
      house.sql.execute({
        sql: "update sessions set opens_at = ?, closes_at = ? where slug = ?",
        args: [opens, closes, session],
      });
    await set("2089-01-01T00:00:00.000Z", "2089-02-01T00:00:00.000Z");
    expect(await (await people.send(session)).json()).toMatchObject({ error: { code: "session_not_yet" } });
    await set("2020-01-01T00:00:00.000Z", "2020-02-01T00:00:00.000Z");
    expect(await (await people.send(session)).json()).toMatchObject({ error: { code: "session_over" } });
    expect(await people.rows(session)).toEqual([]);
  });

  test("while the database is stopped: 503, with what was typed", async () => {
    const session = await people.plan(1);
    await house.stopDatabase();
    const answer = await house.post(
      "/api/signups",
      asForm(people.fields(session, { consent: "on", note: "Bewaar mij." })),
    );
    await house.startDatabase();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("Bewaar mij.");
    expect(await people.rows(session)).toEqual([]);
  });
});
