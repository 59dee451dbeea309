// One person is one mailbox, however her address was typed: from the form to the mail service.
import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { asForm, type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, expect, test } from "vitest";

let house: House;
let people: Signers;
let article: string;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
  const { rows } = await house.sql.execute(
    "select slug from articles where kind = 'article' and state = 'published' and is_open_for_comments limit 1",
  );
  article = rows[0]?.["slug"] as string;
});

afterAll(() => house.stop());

const comment = (email: string) =>
  house.fetch("/api/comments", {
    json: { article, name: "Noor", email, body: "Dank je wel.", key: `key-${people.fresh()}` },
  });

async function peopleLike(pattern: string) {
  const { rows } = await house.sql.execute({
    sql: "select email_key, email from people where email_key like ? order by id",
    args: [pattern],
  });
  return rows.map((row) => ({ ...row }));
}

const mailsTo = async (address: string) => (await house.mails()).filter(({ to }) => to.includes(address));

test("an address in letters of its own gets its email where mail travels, and its button gives the seat", async () => {
  const session = await people.plan(2);
  const answer = await people.send(session, { email: "info@bücher.nl" });
  expect(answer.status).toBe(201);
  const mail = await house.waitForMail(({ to }) => to.includes("info@xn--bcher-kva.nl"));
  await people.confirm(mail);
  expect(await people.rows(session)).toMatchObject([{ state: "confirmed" }]);
});

test("a comment's address does too, and proving it places the comment", async () => {
  expect((await comment("noor@café-süd.example")).status).toBe(201);
  await house.proveComment("noor@xn--caf-sd-dva8m.example");
  const { rows } = await house.sql.execute(
    "select c.state from comments c join people p on p.id = c.person_id where p.confirmed_at is not null and p.email_key like 'noor@xn--%'",
  );
  expect(rows).toMatchObject([{ state: "held" }]);
});

test("small or large, in one letter or two, as it looks or as it travels: it is one person, and one seat", async () => {
  await clearOf(3600);
  const session = await people.plan(9);
  for (const email of ["anna@bücher.nl", "ANNA@BÜCHER.NL", "Anna@bu\u0308cher.nl"])
    expect((await people.send(session, { email })).status).toBe(201);
  const tooOften = await people.send(session, { email: "anna@XN--BCHER-KVA.NL" });
  expect(tooOften.status).toBe(429);
  expect((await comment("anna@ｂücher.nl")).status).toBe(201);
  expect((await people.send(await people.plan(9), { email: "anna@xn--bcher-kva.nl" })).status).toBe(201);
  expect(await people.rows(session)).toHaveLength(1);
  expect(await peopleLike("anna@%")).toEqual([
    { email_key: "anna@xn--bcher-kva.nl", email: "anna@xn--bcher-kva.nl" },
  ]);
});

test("a colleague's address that is her own in other letters takes no second seat", async () => {
  const session = await people.plan(9);
  const together = ["BEA@bücher.nl", "bea@xn--bcher-kva.nl", "chris@bücher.nl"];
  expect((await people.send(session, { email: "bea@Bücher.nl", together })).status).toBe(201);
  expect((await people.rows(session)).map(({ email }) => email).toSorted()).toEqual([
    "bea@xn--bcher-kva.nl",
    "chris@xn--bcher-kva.nl",
  ]);
});

test("a host that only looks like hers is somebody else, and gets none of her email", async () => {
  const session = await people.plan(9);
  await people.send(session, { email: "dora@apple.nl" });
  await people.send(session, { email: "dora@\u0430pple.nl" });
  await house.waitForMail(({ to }) => to.includes("dora@xn--pple-43d.nl"));
  expect(await people.rows(session)).toHaveLength(2);
  expect((await peopleLike("dora@%")).map((row) => row["email_key"])).toEqual([
    "dora@apple.nl",
    "dora@xn--pple-43d.nl",
  ]);
  await house.waitForMail(({ to }) => to.includes("dora@apple.nl"));
  expect(await mailsTo("dora@apple.nl")).toHaveLength(1);
});

test("an address that mail came back from gets none in other letters either", async () => {
  await house.sql.execute(
    "insert into suppressions (id, address_key, reason, at) values ('sup_1', 'eva@xn--bcher-kva.nl', 'bounced', '2026-01-01T00:00:00.000Z')",
  );
  const session = await people.plan(9);
  await people.send(session, { email: "EVA@BÜCHER.nl" });
  await house.cron();
  const asked = encodeURIComponent("Eva@Bücher.nl");
  const { items } = (await (await house.admin(`emails?address=${asked}`)).json()) as { items: unknown[] };
  expect(items).toMatchObject([{ state: "withheld", problem: "suppressed" }]);
  expect(await mailsTo("EVA@xn--bcher-kva.nl")).toEqual([]);
});

test("what is no host keeps what she typed, with a sentence at the field", async () => {
  const session = await people.plan(9);
  for (const email of ["fenna@büch er.nl", "fenna@bücher", "fenna@bücher.nl/pad", "fénna@bücher.nl"]) {
    const answer = await house.post("/api/signups", asForm(people.fields(session, { email })));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`value="${email}"`);
  }
  expect(await people.rows(session)).toEqual([]);
});
