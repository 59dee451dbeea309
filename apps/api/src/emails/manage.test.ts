import { startHouse, type House, type Mail } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Listed = { id: string; to: string; state: string; problem: string | null; repeatedBy: string | null };

let house: House;
let session = "";
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
  session = items[0]?.slug ?? "";
});

afterAll(() => house.stop());

const fresh = () => `p${(turn += 1)}@voorbeeld.nl`;

/** Somebody signs up; answers the email that came of it. */
async function signUp(email = fresh()): Promise<Mail> {
  const json = { session, name: "Noor", email, consent: true, key: email };
  expect((await house.fetch("/api/signups", { json })).status).toBe(201);
  return house.waitForMail(({ to }) => to.includes(email));
}

const idOf = ({ idempotencyKey }: Mail) => idempotencyKey ?? "";

const linkIn = (mail: Mail) => /\/(?:bevestig|mijn)\/[\w.-]+/u.exec(mail.text ?? "")?.[0] ?? "";

const become = (id: string, state: string) =>
  house.sql.execute({
    sql: "update emails set state = ?, problem = 'zo', due_at = '2090-01-01T00:00:00.000Z' where id = ?",
    args: [state, id],
  });

/** Somebody signed up, and the email's answer was written down: nothing moves any more. */
async function settled(email = fresh()): Promise<Mail> {
  const mail = await signUp(email);
  await expect.poll(async () => (await list(`address=${email}`))[0]?.state, { timeout: 20_000 }).toBe("sent");
  return mail;
}

const list = async (query: string) =>
  (await readJson<{ items: Listed[] }>(house.admin(`emails?${query}`))).items;

const act = (id: string, name: string, json?: object, headers: Record<string, string> = {}) =>
  house.admin(`emails/${id}/${name}`, json === undefined ? { method: "POST", headers } : { json, headers });

const codeOf = async (answer: Response) => {
  const { error } = (await answer.json()) as { error?: { code: string } };
  return [answer.status, error?.code];
};

const audit = async () =>
  (await readJson<{ items: { act: string; subject: string; about: string }[] }>(house.admin("audit"))).items;

describe("the list of emails", () => {
  test("can be asked by state, by person and by address, and never holds words or a link", async () => {
    const mail = await settled();
    const address = mail.to[0] ?? "";
    await become(idOf(mail), "bounced");
    expect(await list(`address=${address.toUpperCase()}`)).toMatchObject([
      { id: idOf(mail), state: "bounced" },
    ]);
    expect((await list("state=bounced,failed")).map(({ id }) => id)).toContain(idOf(mail));
    expect((await list("state=failed")).map(({ id }) => id)).not.toContain(idOf(mail));
    const { rows } = await house.sql.execute({
      sql: "select id from people where email = ?",
      args: [address],
    });
    const ofPerson = await house.admin(`emails?person=${rows[0]?.["id"] as string}`);
    const text = await ofPerson.text();
    expect(text).toContain(idOf(mail));
    expect(text).not.toMatch(/"html"|"text"|"token"|bevestig\//u);
  });

  test("shows of one email all that was told of it, in order", async () => {
    const mail = await settled();
    await house.sql.batch(
      [
        ["msg_2", "email.bounced", "2026-11-23T12:00:02.000Z"],
        ["msg_1", "email.sent", "2026-11-23T12:00:01.000Z"],
      ].map(([id = "", type = "", at = ""]) => ({
        sql: "insert into email_events (id, email_id, type, at, received_at, detail) values (?, ?, ?, ?, ?, '{}')",
        args: [id, idOf(mail), type, at, at],
      })),
      "write",
    );
    const answer = await house.admin(`emails/${idOf(mail)}`);
    const email = await readJson<{ events: { type: string }[] }>(answer.clone());
    expect(email.events.map(({ type }) => type)).toEqual(["email.sent", "email.bounced"]);
    expect(await answer.text()).not.toMatch(/"html"|"text"|"token"|bevestig\//u);
    expect((await house.admin("emails/eml_nergens")).status).toBe(404);
  });
});

describe("sending an email once more", () => {
  test("is a new one with the same words, to the same address, and stands in the journal; the same request makes one", async () => {
    const mail = await settled();
    await become(idOf(mail), "bounced");
    const headers = { "idempotency-key": `weer-${turn}` };
    const { id } = await readJson<{ id: string }>(act(idOf(mail), "repeat", undefined, headers));
    expect(await readJson(act(idOf(mail), "repeat", undefined, headers))).toEqual({ id });
    const again = await house.waitForMail(({ idempotencyKey }) => idempotencyKey === id);
    expect({ ...again, id: "", idempotencyKey: "", created_at: "" }).toMatchObject({
      to: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      attachments: mail.attachments,
    });
    expect((await house.mails()).filter(({ to }) => to[0] === mail.to[0])).toHaveLength(2);
    expect((await audit())[0]).toMatchObject({ act: "email.repeat", subject: id, about: mail.to[0] });
    expect((await list("state=bounced")).find((one) => one.id === idOf(mail))).toMatchObject({
      repeatedBy: id,
    });
  });

  test("is refused while it is on its way, when its words are gone or its link ended, and when there is none", async () => {
    const mail = await settled();
    const id = idOf(mail);
    await become(id, "waiting");
    expect(await codeOf(await act(id, "repeat"))).toEqual([409, "on_its_way"]);
    await become(id, "bounced");
    await house.sql.execute({
      sql: "update emails set text = ? where id = ?",
      args: [(mail.text ?? "").replaceAll(/\.[0-9a-z]+(\.[0-9a-f]{64})/gu, ".1$1"), id],
    });
    expect(await codeOf(await act(id, "repeat"))).toEqual([409, "links_ended"]);
    await house.sql.execute({ sql: "update emails set text = null, html = null where id = ?", args: [id] });
    expect(await codeOf(await act(id, "repeat"))).toEqual([409, "words_gone"]);
    expect(await codeOf(await act("eml_nergens", "repeat"))).toEqual([404, "not_found"]);
    expect(await list(`address=${mail.to[0]}`)).toHaveLength(1);
  });
});

describe("keeping an email back", () => {
  test("that still waits: it never goes, and the journal tells; one that went can't be", async () => {
    const mail = await settled();
    const id = idOf(mail);
    expect(await codeOf(await act(id, "withhold"))).toEqual([409, "gone"]);
    await become(id, "waiting");
    expect((await act(id, "withhold")).status).toBe(200);
    await house.sql.execute({ sql: "update emails set due_at = created_at where id = ?", args: [id] });
    await house.cron();
    expect(await list(`address=${mail.to[0]}`)).toMatchObject([{ state: "withheld", problem: "taken back" }]);
    expect((await audit())[0]).toMatchObject({ act: "email.withhold", subject: id });
    expect(await codeOf(await act(id, "withhold"))).toEqual([409, "gone"]);
    expect(await codeOf(await act("eml_nergens", "withhold"))).toEqual([404, "not_found"]);
  });
});

describe("correcting an address", () => {
  test("sends the confirmation anew to the right one; the new link works and the old one no longer does", async () => {
    const mail = await settled();
    await become(idOf(mail), "bounced");
    const right = fresh();
    const { id } = await readJson<{ id: string }>(act(idOf(mail), "correct", { email: right }));
    const again = await house.waitForMail(({ idempotencyKey }) => idempotencyKey === id);
    expect(again.to).toEqual([right]);
    expect(again.subject).toBe(mail.subject);
    expect(linkIn(again)).not.toBe(linkIn(mail));
    expect((await house.fetch(linkIn(mail))).status).toBe(410);
    expect((await house.post(linkIn(again), {})).status).toBe(303);
    const { rows } = await house.sql.execute({
      sql: "select p.email_key, g.email, g.confirmed_at from people p join signups g on g.person_id = p.id where p.email = ?",
      args: [right],
    });
    expect(rows).toMatchObject([{ email_key: right, email: right, confirmed_at: expect.any(String) }]);
    expect((await audit()).find(({ subject }) => subject === id)).toMatchObject({ act: "email.correct" });
  });

  test("works for a comment that waits for its address, and takes along what still waits", async () => {
    const wrong = fresh();
    const article = "waarom-de-secretaresse-30-niet-bestaat";
    const json = { article, name: "A", email: wrong, body: "Tekst", key: wrong };
    await house.fetch("/api/comments", { json });
    const mail = await house.waitForMail(({ to }) => to.includes(wrong));
    await become(idOf(mail), "waiting");
    const right = fresh();
    const { id } = await readJson<{ id: string }>(act(idOf(mail), "correct", { email: right }));
    await house.waitForMail(({ idempotencyKey }) => idempotencyKey === id);
    expect(await list(`address=${wrong}`)).toMatchObject([
      { state: "withheld", problem: "its address was corrected", repeatedBy: id },
    ]);
    const { cookie } = await house.proveComment(right);
    expect(cookie).not.toBe("");
  });

  test("is refused once she proved it, for somebody else's address, a bad one, an ended link and other emails", async () => {
    const mail = await settled();
    const id = idOf(mail);
    const other = await settled();
    const to = (email: string) => act(id, "correct", { email });
    expect(await codeOf(await to("geen adres"))).toEqual([422, "invalid_body"]);
    expect(await codeOf(await to((other.to[0] ?? "").toUpperCase()))).toEqual([409, "address_taken"]);
    await house.sql.execute({ sql: "update emails set kind = 'signup_confirmed' where id = ?", args: [id] });
    expect(await codeOf(await to(fresh()))).toEqual([409, "not_correctable"]);
    await house.sql.execute({ sql: "update emails set kind = 'signup_held' where id = ?", args: [id] });
    const stand = (state: string) =>
      house.sql.execute({
        sql: "update signups set state = ? where id = (select signup_id from emails where id = ?)",
        args: [state, id],
      });
    await stand("cancelled");
    expect(await codeOf(await to(fresh()))).toEqual([409, "links_ended"]);
    await stand("held");
    await house.post(linkIn(other), {});
    expect(await codeOf(await act(idOf(other), "correct", { email: fresh() }))).toEqual([409, "confirmed"]);
    expect(await codeOf(await act("eml_nergens", "correct", { email: fresh() }))).toEqual([404, "not_found"]);
    expect(await list(`address=${mail.to[0]}`)).toHaveLength(1);
  });
});

describe("an address that gets no email", () => {
  test("is listed with why, and is lifted by an organiser, once", async () => {
    const address = fresh();
    await house.sql.execute({
      sql: "insert into suppressions (id, address_key, reason, at) values ('sup_1', ?, 'bounced', '2026-11-23T12:00:00.000Z')",
      args: [address],
    });
    const listed = () => readJson<{ items: object[] }>(house.admin("suppressions"));
    expect((await listed()).items).toEqual([
      { id: "sup_1", address, reason: "bounced", at: "2026-11-23T12:00:00.000Z" },
    ]);
    await house.fetch("/api/signups", {
      json: { session, name: "N", email: address, consent: true, key: address },
    });
    await house.cron();
    expect(await list(`address=${address}`)).toMatchObject([{ state: "withheld", problem: "suppressed" }]);
    expect((await house.admin("suppressions/sup_1", { method: "DELETE" })).status).toBe(204);
    expect((await house.admin("suppressions/sup_1", { method: "DELETE" })).status).toBe(404);
    expect((await listed()).items).toEqual([]);
    expect((await audit())[0]).toMatchObject({ act: "suppression.lift", about: address });
    const [withheld] = await list(`address=${address}`);
    await act(withheld?.id ?? "", "repeat");
    expect((await house.waitForMail(({ to }) => to.includes(address))).subject).toContain("Bevestig");
  });
});

describe("a pause", () => {
  test("is listed with its reason, and ended by an organiser: what waits goes at once", async () => {
    await house.sql.execute(
      "insert into mail_pauses values ('refused', '2026-11-23T12:00:00.000Z', '2090-01-01T00:00:00.000Z', '401 zo')",
    );
    const address = fresh();
    await house.fetch("/api/signups", {
      json: { session, name: "N", email: address, consent: true, key: address },
    });
    expect(await readJson(house.admin("pauses"))).toMatchObject({
      items: [{ reason: "refused", problem: "401 zo" }],
    });
    expect((await house.admin("pauses/ooit", { method: "DELETE" })).status).toBe(404);
    expect((await house.admin("pauses/refused", { method: "DELETE" })).status).toBe(204);
    await house.waitForMail(({ to }) => to.includes(address));
    expect((await audit())[0]).toMatchObject({ act: "pause.end", subject: "refused" });
  });
});

describe("who may not", () => {
  test("do any of this", async () => {
    const made = await readJson<{ token: string }>(
      house.admin("tokens", { json: { name: "Mod", roles: ["moderator"] } }),
    );
    const headers = { authorization: `Bearer ${made.token}` };
    const statuses = await Promise.all([
      house.fetch("/api/admin/emails/eml_x", { headers }),
      house.fetch("/api/admin/emails/eml_x/repeat", { method: "POST", headers }),
      house.fetch("/api/admin/emails/eml_x/withhold", { method: "POST", headers }),
      house.fetch("/api/admin/emails/eml_x/correct", { json: { email: "a@b.nl" }, headers }),
      house.fetch("/api/admin/suppressions", { headers }),
      house.fetch("/api/admin/suppressions/sup_1", { method: "DELETE", headers }),
      house.fetch("/api/admin/pauses/day", { method: "DELETE", headers }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(Array(7).fill(403));
  });
});
