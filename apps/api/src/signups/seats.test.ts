import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const states = async (session: string) => (await people.rows(session)).map(({ state }) => state);

/** Somebody new who signed up; answers her address and the path of her link. */
async function come(session: string): Promise<{ email: string; link: string }> {
  const email = `komt-${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { email });
  return { email, link: await people.linkTo(email) };
}

const press = (link: string, act = "yes") => house.post(link, { act });

const mailTo = (email: string, says: RegExp) =>
  house.waitForMail(({ to, subject }) => to[0] === email && says.test(subject));

const change = (session: string, set: string) =>
  house.sql.execute(
    `update signups set ${set} where session_id = (select id from sessions where slug = '${session}')`,
  );

/** As when all of them signed up then, and their emails left at once. */
async function leftAt(session: string, moment: string): Promise<void> {
  await change(session, `signed_up_at = '${moment}'`);
  const ofSession = `signup_id in (select g.id from signups g join sessions s on s.id = g.session_id where s.slug = '${session}')`;
  await expect
    .poll(
      async () =>
        (await house.sql.execute(`select 1 from emails where ${ofSession} and sent_at is null`)).rows.length,
      {
        timeout: 20_000,
      },
    )
    .toBe(0);
  await house.sql.execute(`update emails set sent_at = '${moment}' where ${ofSession}`);
}

/** What happens each minute: first the seats, then the mail. */
async function ring(): Promise<void> {
  expect([await house.cron("api"), await house.cron()]).toEqual(["ok", "ok"]);
}

async function broken(): Promise<object[]> {
  return (await readJson<{ broken: object[] }>(house.admin("invariants"))).broken;
}

describe("saying no", () => {
  test("frees the seat at once, tells her, and offers it to who waits, in one round trip", async () => {
    const session = await people.plan(1);
    const [first, second] = [await come(session), await come(session)];
    await press(first.link);
    await press(second.link);
    expect(await states(session)).toEqual(["confirmed", "waiting"]);
    const { answer, trips } = await house.roundTrips(() => press(first.link, "no"));
    expect([answer.status, trips["api"]]).toEqual([303, 1]);
    expect(await states(session)).toEqual(["cancelled", "offered"]);
    await mailTo(first.email, /^Je bent afgemeld/u);
    const offer = await mailTo(second.email, /^Er is een plek voor je/u);
    expect(offer.text).toMatch(/We houden hem voor je vast tot \w+/u);
    await press(second.link);
    expect(await states(session)).toEqual(["cancelled", "confirmed"]);
    await mailTo(second.email, /^Je plek is zeker/u);
    expect(await broken()).toEqual([]);
  });

  test("can be done from her own page, which leads to each of her signups", async () => {
    const session = await people.plan(1);
    const { link } = await come(session);
    const cookie = ((await press(link)).headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    const mine = await (await house.fetch("/mijn/", { headers: { cookie } })).text();
    const own = /href="(\/bevestig\/sgn_[^"]+)">Ik kom niet/u.exec(mine)?.[1] ?? "";
    await press(own, "no");
    expect(await states(session)).toEqual(["cancelled"]);
  });

  test("is never done by opening the link", async () => {
    const session = await people.plan(1);
    const { link } = await come(session);
    await press(link);
    for (const method of ["GET", "HEAD"]) await house.fetch(`${link}?act=no`, { method });
    expect(await states(session)).toEqual(["confirmed"]);
  });

  test("to an offer gives it to the next, and a newcomer doesn't come between", async () => {
    const session = await people.plan(1);
    const [first, second, third] = [await come(session), await come(session), await come(session)];
    for (const { link } of [first, second, third]) await press(link);
    await press(first.link, "no");
    expect(await (await people.send(session)).json()).toMatchObject({ state: "waiting" });
    await press(second.link, "no");
    expect(await states(session)).toEqual(["cancelled", "cancelled", "offered", "waiting"]);
    expect(await broken()).toEqual([]);
  });

  test("can't be done any more once the session began", async () => {
    const session = await people.plan(1);
    const { link } = await come(session);
    await press(link);
    await house.sql.execute(
      `update sessions set starts_at = '2020-01-01T18:00:00.000Z' where slug = '${session}'`,
    );
    await press(link, "no");
    expect(await states(session)).toEqual(["confirmed"]);
  });
});

describe("more seats", () => {
  test("are offered at once to who waits", async () => {
    const session = await people.plan(1);
    const [first, second] = [await come(session), await come(session)];
    await press(first.link);
    await press(second.link);
    const { items } = await readJson<{ items: { id: string; slug: string; version: number }[] }>(
      house.admin("sessions?limit=200"),
    );
    const { id, version } = items.find(({ slug }) => slug === session) ?? { id: "", version: 0 };
    const headers = { "if-match": `"${version}"` };
    const answer = await house.admin(`sessions/${id}/capacity`, {
      method: "PUT",
      json: { capacity: 2 },
      headers,
    });
    expect(answer.status).toBe(200);
    expect(await states(session)).toEqual(["confirmed", "offered"]);
    await mailTo(second.email, /^Er is een plek voor je/u);
  });
});

describe("time", () => {
  test("ends a hold: her seat goes on, she hears of it, and can ask it back while one is left", async () => {
    const session = await people.plan(1);
    const [first, second] = [await come(session), await come(session)];
    await press(second.link);
    await change(session, "held_until = '2020-01-01T00:00:00.000Z'");
    await ring();
    expect(await states(session)).toEqual(["expired", "offered"]);
    await mailTo(first.email, /^Je plek is doorgegeven/u);
    await mailTo(second.email, /^Er is een plek voor je/u);
    await press(first.link);
    expect(await states(session)).toEqual(["waiting", "offered"]);
    expect(await broken()).toEqual([]);
  });

  test("ends an offer, and makes the next one", async () => {
    const session = await people.plan(1);
    const [first, second, third] = [await come(session), await come(session), await come(session)];
    for (const { link } of [first, second, third]) await press(link);
    await press(first.link, "no");
    await change(session, "offer_until = '2020-01-01T00:00:00.000Z'");
    await ring();
    expect(await states(session)).toEqual(["cancelled", "expired", "offered"]);
    await mailTo(second.email, /^Je plek is doorgegeven/u);
    await mailTo(third.email, /^Er is een plek voor je/u);
  });

  test("reminds who did not press her button after a day, once", async () => {
    const session = await people.plan(1);
    const [first, second] = [await come(session), await come(session)];
    await press(second.link);
    const dayAgo = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await leftAt(session, dayAgo);
    await ring();
    await ring();
    await mailTo(first.email, /^Kom je nog\?/u);
    const kinds = await house.sql.execute({
      sql: "select to_address, count(*) as many from emails where kind = 'signup_reminder' and to_address in (?, ?)",
      args: [first.email, second.email],
    });
    expect(kinds.rows).toMatchObject([{ to_address: first.email, many: 1 }]);
  });
});

test("a colleague is reminded in other words: who signed her up, and that she decides", async () => {
  const session = await people.plan(2);
  const colleague = `collega-${people.fresh()}@voorbeeld.nl`;
  await people.send(session, { name: "Noor", together: colleague });
  const dayAgo = new Date(Date.now() - 25 * 3_600_000).toISOString();
  await leftAt(session, dayAgo);
  await ring();
  const mail = await mailTo(colleague, /^Kom je nog\?/u);
  expect(mail.text).toContain("Noor heeft jou aangemeld voor deze bijeenkomst");
  expect(mail.text).not.toContain("meldde je je aan");
});

describe("who waits together", () => {
  test("is passed over while too few seats are free, keeps her place, hears it once, and gets them when there are enough", async () => {
    const session = await people.plan(2);
    const [first, second] = [await come(session), await come(session)];
    await press(first.link);
    await press(second.link);
    const leader = `leni-${people.fresh()}@voorbeeld.nl`;
    const member = `mo-${people.fresh()}@voorbeeld.nl`;
    await people.send(session, { email: leader, together: member });
    await press(await people.linkTo(leader));
    await house.post(await people.linkTo(member), { act: "yes", name: "Mo", consent: "on" });
    const alone = await come(session);
    await press(alone.link);
    await press(first.link, "no");
    expect(await states(session)).toEqual(["cancelled", "confirmed", "waiting", "waiting", "offered"]);
    await mailTo(leader, /^Je houdt je plaats/u);
    await mailTo(member, /^Je houdt je plaats/u);
    await press(alone.link, "no");
    await press(second.link, "no");
    expect(await states(session)).toEqual(["cancelled", "cancelled", "offered", "offered", "cancelled"]);
    expect(await broken()).toEqual([]);
  });
});

describe("a step that is not open to somebody", () => {
  test("holds her seat as anybody's, says why, and can't be confirmed until it opens", async () => {
    const session = await people.plan(1, { step: "workshops" });
    const answer = await people.send(session, { email: "vroeg@voorbeeld.nl" });
    expect(await answer.json()).toMatchObject({ state: "held" });
    const link = await people.linkTo("vroeg@voorbeeld.nl");
    expect(await (await house.fetch(link)).text()).toContain("Deze stap is nog niet open voor je");
    await press(link);
    expect(await states(session)).toEqual(["held"]);
    await house.sql
      .execute(`insert into openings select p.id, s.step_id, p.created_at, 'tok', '' from people p, sessions s
      where p.email = 'vroeg@voorbeeld.nl' and s.slug = '${session}'`);
    await press(link);
    expect(await states(session)).toEqual(["confirmed"]);
  });
});
