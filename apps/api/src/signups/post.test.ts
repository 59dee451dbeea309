import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const fresh = () => (turn += 1);

/** A session of its own for a test, ahead of today. */
async function plan(capacity: number): Promise<string> {
  const slug = `proef-${fresh()}`;
  const answer = await house.admin("sessions", {
    json: {
      slug,
      step: "rondetafel",
      title: "Proef",
      startsLocal: "2090-04-11T19:00",
      endsLocal: "2090-04-11T21:30",
      place: "Zaal 1",
      city: "Utrecht",
      capacity,
    },
  });
  expect(answer.status).toBe(201);
  return slug;
}

const signup = (session: string, change: Record<string, unknown> = {}) => ({
  session,
  name: "Noor",
  email: `noor-${fresh()}@voorbeeld.nl`,
  consent: true,
  key: `key-${fresh()}`,
  ...change,
});

const send = (session: string, change: Record<string, unknown> = {}) =>
  house.fetch("/api/signups", { json: signup(session, change) });

const asForm = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

async function rows(session: string): Promise<{ state: string; email: string; emails: number }[]> {
  const found = await house.sql.execute({
    sql: `select g.state, g.email, (select count(*) from emails e where e.signup_id = g.id) as emails
      from signups g join sessions s on s.id = g.session_id where s.slug = ? order by g.rowid`,
    args: [session],
  });
  return JSON.parse(JSON.stringify(found.rows));
}

const stateCount = (list: { state: string }[], state: string) =>
  list.filter((row) => row.state === state).length;

/** The link in the newest email to an address. */
async function linkTo(email: string, path: "bevestig" | "mijn"): Promise<string> {
  const found = new RegExp(`/${path}/[\\w-]+`, "u");
  const mail = await house.waitForMail((sent) => sent.to.includes(email) && found.test(sent.text ?? ""));
  return found.exec(mail.text ?? "")?.[0] ?? "";
}

describe("a signup", () => {
  test("holds a seat, sends one email with date, place and calendar file, and takes one round trip", async () => {
    const session = await plan(3);
    const { answer, trips } = await house.roundTrips(() => send(session, { email: "anna@voorbeeld.nl" }));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ session, name: "Noor", state: "held" });
    expect(trips["api"]).toBe(1);
    const mail = await house.waitForMail((sent) => sent.to.includes("anna@voorbeeld.nl"));
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("11 april 2090");
      expect(part).toContain("Zaal 1");
    }
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(["bijeenkomst.ics"]);
    expect(await rows(session)).toEqual([{ state: "held", email: "anna@voorbeeld.nl", emails: 1 }]);
  });

  test("is confirmed by the button and never by opening the link; then she sees her place", async () => {
    const session = await plan(1);
    await send(session, { email: "bea@voorbeeld.nl", name: "Bea <b>" });
    const link = await linkTo("bea@voorbeeld.nl", "bevestig");

    const opened = await house.fetch(link);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("cache-control")).toBe("no-store");
    expect(opened.headers.get("referrer-policy")).toBe("same-origin");
    expect(opened.headers.get("x-robots-tag")).toBe("noindex");
    expect(await opened.text()).toContain("Ja, ik kom");
    expect(await rows(session)).toMatchObject([{ state: "held" }]);

    const pressed = await house.post(link, {});
    expect(pressed.status).toBe(303);
    expect(await rows(session)).toMatchObject([{ state: "confirmed", emails: 2 }]);
    const mine = await house.fetch(pressed.headers.get("location") ?? "");
    const html = await mine.text();
    expect(mine.status).toBe(200);
    expect(html).toContain("Je plek is zeker");
    expect(html).toContain("Bea &lt;b&gt;");

    const again = await house.post(link, {});
    expect(again.status).toBe(303);
    expect(await rows(session)).toMatchObject([{ state: "confirmed", emails: 2 }]);
    expect((await house.fetch(await linkTo("bea@voorbeeld.nl", "mijn"))).status).toBe(200);
  });

  test("by a form leads to a page that says to look in the mailbox", async () => {
    const session = await plan(1);
    const answer = await house.post("/api/signups", asForm(signup(session, { consent: "on" })));
    expect(answer.status).toBe(303);
    const page = await house.fetch(answer.headers.get("location") ?? "");
    expect(await page.text()).toContain('role="status"');
  });

  test("over capacity goes on the waiting list, and nobody jumps it when a seat comes free", async () => {
    const session = await plan(1);
    await send(session);
    expect(await (await send(session, { email: "twee@voorbeeld.nl" })).json()).toMatchObject({
      state: "waiting",
    });
    await house.sql.execute("update signups set state = 'cancelled' where state = 'held'");
    expect(await (await send(session)).json()).toMatchObject({ state: "waiting" });
    expect(stateCount(await rows(session), "waiting")).toBe(2);
    const mail = await house.waitForMail((sent) => sent.to.includes("twee@voorbeeld.nl"));
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toMatch(/wachtlijst/u);
    await house.post(await linkTo("twee@voorbeeld.nl", "bevestig"), {});
    expect(stateCount(await rows(session), "waiting")).toBe(2);
  });

  test("keeps colleagues, organisation, role and note for the organisers", async () => {
    const session = await plan(1);
    const fields = { organisation: "Gemeente", role: "office manager", note: "Ik eet geen vlees.\n\nGroet" };
    await send(session, { ...fields, together: "een@voorbeeld.nl, twee@voorbeeld.nl" });
    const list = await readJson<{ items: object[] }>(house.admin(`signups?session=${session}`));
    expect(list.items).toMatchObject([
      { ...fields, together: "een@voorbeeld.nl\ntwee@voorbeeld.nl", state: "held" },
    ]);
  });
});

describe("60 signups at once for 12 places", () => {
  test("give 12 seats, 48 waiting, one email each, no error, and nothing broken", async () => {
    const session = await plan(12);
    const answers = await Promise.all(Array.from({ length: 60 }, () => send(session)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 201));
    const kept = await rows(session);
    expect(stateCount(kept, "held")).toBe(12);
    expect(stateCount(kept, "waiting")).toBe(48);
    expect(kept.every(({ emails }) => emails === 1)).toBe(true);
    const { broken } = await readJson<{ broken: object[] }>(house.admin("invariants"));
    expect(broken).toEqual([]);
  });
});

describe("an address that is signed up already", () => {
  test("gets the same answer as a stranger, one more email, and no second seat", async () => {
    const session = await plan(2);
    const known = { email: "Cor@Voorbeeld.nl" };
    const first = await (await send(session, known)).text();
    await house.sql.execute("update emails set created_at = '2020-01-01T00:00:00.000Z'");
    const second = await (await send(session, { email: "cor@voorbeeld.nl" })).text();
    expect(second).toBe(first);
    expect(await rows(session)).toMatchObject([{ email: "Cor@Voorbeeld.nl", emails: 2 }]);
    await send(session, known);
    expect(await rows(session)).toMatchObject([{ emails: 2 }]);
  });

  test("hears what a stranger would hear when it is full by now", async () => {
    const session = await plan(1);
    await send(session, { email: "dirk@voorbeeld.nl" });
    const stranger = await (await send(session, { name: "X" })).text();
    expect(await (await send(session, { email: "dirk@voorbeeld.nl", name: "X" })).text()).toBe(stranger);
  });
});

describe("the same submission twice", () => {
  test("makes one signup, one email and the same answer, also for the last seat and at the same moment", async () => {
    const session = await plan(1);
    const fields = signup(session);
    const answers = await Promise.all([1, 2, 3].map(() => house.fetch("/api/signups", { json: fields })));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies)).toEqual(new Set([JSON.stringify({ session, name: "Noor", state: "held" })]));
    expect(await rows(session)).toMatchObject([{ state: "held", emails: 1 }]);
    await house.sql.execute("update emails set created_at = '2020-01-01T00:00:00.000Z'");
    await house.fetch("/api/signups", { json: fields });
    expect(await rows(session)).toMatchObject([{ state: "held", emails: 1 }]);
  });
});

describe("a hold that ran out", () => {
  const lapse = async (session: string) => {
    await house.sql.batch([
      `update signups set held_until = '2020-01-01T00:00:00.000Z' where session_id = (select id from sessions where slug = '${session}')`,
    ]);
  };

  test("is not counted any more, and confirming still takes the seat while one is left", async () => {
    const session = await plan(1);
    await send(session, { email: "els@voorbeeld.nl" });
    const link = await linkTo("els@voorbeeld.nl", "bevestig");
    await lapse(session);
    await house.post(link, {});
    expect(await rows(session)).toMatchObject([{ state: "confirmed" }]);
  });

  test("can be had anew by signing up again: a fresh hold, a fresh email", async () => {
    const session = await plan(1);
    const again = { email: "gijs@voorbeeld.nl" };
    await send(session, again);
    await lapse(session);
    expect(await (await send(session, again)).json()).toMatchObject({ state: "held" });
    expect(await rows(session)).toMatchObject([{ state: "expired" }, { state: "held", emails: 1 }]);
  });

  test("gives its seat to the next, and its person a place on the list", async () => {
    const session = await plan(1);
    await send(session, { email: "fee@voorbeeld.nl" });
    const link = await linkTo("fee@voorbeeld.nl", "bevestig");
    await lapse(session);
    expect(await (await send(session)).json()).toMatchObject({ state: "held" });
    await house.post(link, {});
    expect(await rows(session)).toMatchObject([{ state: "waiting" }, { state: "held" }]);
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
    const session = await plan(1);
    const answer = await send(session, change);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { fields: { [field]: expect.any(String) } } });
    expect(await rows(session)).toEqual([]);
  });

  test("for an unknown session: 404", async () => {
    expect((await send("bestaat-niet")).status).toBe(404);
    expect((await house.fetch("/inschrijven/bestaat-niet/")).status).toBe(404);
  });

  test("for a session that is over or cancelled: 409, with what was typed", async () => {
    const session = await plan(1);
    await house.sql.execute(`update sessions set state = 'cancelled' where slug = '${session}'`);
    expect((await send(session)).status).toBe(409);
    await house.sql.execute(
      `update sessions set state = 'planned', starts_at = '2020-01-01T18:00:00.000Z' where slug = '${session}'`,
    );
    const answer = await house.post("/api/signups", asForm(signup(session, { note: "Tot dan." })));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Tot dan.");
    expect(await rows(session)).toEqual([]);
  });

  test("while the database is stopped: 503, with what was typed", async () => {
    const session = await plan(1);
    await house.stopDatabase();
    const answer = await house.post(
      "/api/signups",
      asForm(signup(session, { consent: "on", note: "Bewaar mij." })),
    );
    await house.startDatabase();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("Bewaar mij.");
    expect(await rows(session)).toEqual([]);
  });
});

describe("a link", () => {
  test("that is unknown, used up or of another purpose opens nothing: 410", async () => {
    expect((await house.fetch("/bevestig/onbekend")).status).toBe(410);
    expect((await house.post("/bevestig/onbekend", {})).status).toBe(410);
    const session = await plan(1);
    await send(session, { email: "gea@voorbeeld.nl" });
    const link = await linkTo("gea@voorbeeld.nl", "bevestig");
    expect((await house.fetch(link.replace("bevestig", "mijn"))).status).toBe(410);
    await house.sql.execute("update links set expires_at = '2020-01-01T00:00:00.000Z' where used_at is null");
    expect((await house.fetch(link)).status).toBe(410);
    expect((await house.post(link, {})).status).toBe(410);
    expect(await rows(session)).toMatchObject([{ state: "held" }]);
  });

  test("is kept only as a hash", async () => {
    const session = await plan(1);
    await send(session, { email: "hanna@voorbeeld.nl" });
    const token = (await linkTo("hanna@voorbeeld.nl", "bevestig")).split("/")[2] ?? "";
    const { rows: found } = await house.sql.execute({
      sql: "select 1 from links where hash = ?",
      args: [token],
    });
    expect(found).toEqual([]);
  });

  test("cannot be pressed by another site", async () => {
    const headers = { origin: "https://elders.example", "content-type": "application/x-www-form-urlencoded" };
    const answer = await house.fetch("/bevestig/onbekend", { method: "POST", headers, body: "" });
    expect(answer.status).toBe(403);
  });
});
