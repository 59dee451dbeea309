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

const message = { subject: "Neem je week mee", body: "Print je agenda.\n\nTot dan, Edwin" };

/** A session with one who is certain, one who has yet to confirm, one who waits and one who called off. */
async function withPeople() {
  const session = await people.plan(3);
  const emails = ["zeker", "af", "half"].map((name) => `${name}-${people.fresh()}@voorbeeld.nl`);
  for (const email of emails) await people.send(session, { email, name: email.split("-")[0] });
  for (const email of emails.slice(0, 2)) await house.post(await people.linkTo(email), {});
  await people.send(session, { email: `wacht-${people.fresh()}@voorbeeld.nl`, name: "wacht" });
  await house.sql.execute({
    sql: "update signups set state = 'cancelled' where email = ?",
    args: [emails[1] ?? ""],
  });
  return { session, certain: emails[0] ?? "" };
}

type Preview = {
  count: number;
  readers: { name: string }[];
  email: { subject: string; html: string; text: string };
};

const preview = async (session: string, audience: string[]) =>
  readJson<Preview>(house.admin(`sessions/${session}/messages/preview`, { json: { ...message, audience } }));

const send = (session: string, json: object, key?: string) =>
  house.admin(`sessions/${session}/messages`, {
    json: { ...message, ...json },
    headers: key === undefined ? {} : { "idempotency-key": key },
  });

const mailsAbout = async (session: string) => {
  const { rows } = await house.sql.execute({
    sql: `select g.name from emails e join signups g on g.id = e.signup_id join sessions s on s.id = e.session_id
      where s.slug = ? and e.kind = 'session_message' order by g.name`,
    args: [session],
  });
  return rows.map((row) => row["name"]);
};

describe("a message to the people of a session", () => {
  test("is counted first, and goes to who was counted: never to who called off", async () => {
    const { session, certain } = await withPeople();
    expect(await preview(session, ["confirmed"])).toMatchObject({ count: 1, readers: [{ name: "zeker" }] });
    const all = await preview(session, ["confirmed", "held", "offered", "waiting"]);
    expect(all.readers.map(({ name }) => name)).toEqual(["half", "wacht", "zeker"]);
    expect(await mailsAbout(session)).toEqual([]);

    const answer = await send(session, { audience: ["confirmed"], count: 1 });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ readers: 1 });
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(certain) && subject === message.subject,
    );
    expect(mail.text).toContain("Print je agenda.");
    expect(await mailsAbout(session)).toEqual(["zeker"]);
    const list = await readJson<{ items: object[] }>(house.admin(`sessions/${session}/messages`));
    expect(list.items).toMatchObject([{ subject: message.subject, readers: 1 }]);
  });

  test("is seen before as the email that arrives, but for whose name and link are in it", async () => {
    const { session, certain } = await withPeople();
    const { email } = await preview(session, ["confirmed"]);
    for (const form of [email.html, email.text]) expect(form).toContain(`${house.url}/mijn/`);
    await send(session, { audience: ["confirmed"], count: 1 });
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(certain) && subject === email.subject,
    );
    const asSeen = (form: string | null) =>
      form?.replace("Dag zeker,", "Dag Sanne,").replaceAll(/per_[\w.]+|<wbr ?\/?>/gu, "");
    expect([asSeen(mail.html), asSeen(mail.text)]).toEqual([asSeen(email.html), email.text]);
  });

  test("is not sent when more or fewer would get it than its writer saw", async () => {
    const { session } = await withPeople();
    expect((await send(session, { audience: ["confirmed", "held"], count: 3 })).status).toBe(409);
    expect(await mailsAbout(session)).toEqual([]);
  });

  test("is sent once by the same key", async () => {
    const { session } = await withPeople();
    for (const _ of [1, 2]) {
      const answer = await send(session, { audience: ["held"], count: 1 }, `bericht-${session}`);
      expect([answer.status, (await readJson<{ readers: number }>(answer)).readers]).toEqual([201, 1]);
    }
    const lost = await house.admin(`sessions/${session}/messages`);
    const { items } = await readJson<{ items: { id: string }[] }>(lost);
    await house.sql.execute({
      sql: "update signups set state = 'cancelled' where session_id = (select id from sessions where slug = ?)",
      args: [session],
    });
    const again = await send(session, { audience: ["held"], count: 1 }, `bericht-${session}`);
    expect([again.status, await again.json()]).toEqual([201, { id: items[0]?.id, readers: 1 }]);
    expect(await mailsAbout(session)).toEqual(["half"]);
  });

  test.for([{ audience: ["cancelled"] }, { audience: [] }, { subject: "" }, { body: "" }, { count: 0 }])(
    "is refused with %j",
    async (change) => {
      const session = await people.plan(1);
      expect((await send(session, { audience: ["confirmed"], count: 1, ...change })).status).toBe(422);
    },
  );
});
