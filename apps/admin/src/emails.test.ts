import { startHouse, type House, type Mail } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let cookie = "";
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  const signedIn = await house.post("/beheer/inloggen", { token: house.adminToken });
  cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
});

afterAll(() => house.stop());

const get = async (path: string) => (await house.fetch(path, { headers: { cookie } })).text();

const press = (path: string, fields: Record<string, string> = {}) =>
  house.post(path, fields, { headers: { cookie } });

/** What a press leads to. */
async function after(answer: Response): Promise<string> {
  expect(answer.status).toBe(303);
  return get(answer.headers.get("location") ?? "");
}

/** Somebody commented, and the email about it came back. */
async function bounced(): Promise<Mail> {
  const email = `p${(turn += 1)}@voorbeeld.nl`;
  const article = "waarom-de-secretaresse-30-niet-bestaat";
  await house.fetch("/api/comments", { json: { article, name: "Noor", email, body: "Tekst", key: email } });
  const mail = await house.waitForMail(({ to }) => to.includes(email));
  await house.sql.execute({
    sql: `update emails set state = 'bounced', lease_until = null, problem = '550 no such user' where id = ?`,
    args: [mail.idempotencyKey],
  });
  return mail;
}

describe("the organisers' page of emails", () => {
  test("shows first what somebody must do something about, and sends one again with one press", async () => {
    const mail = await bounced();
    const list = await get("/beheer/mails/");
    expect(list).toContain(mail.to[0]);
    expect(list).toContain("geweigerd");
    expect(await get("/beheer/mails/?stand=onderweg")).not.toContain(mail.to[0]);
    const path = `/beheer/mails/${mail.idempotencyKey}/`;
    expect(await get(path)).toContain("550 no such user");
    const shown = await after(await press(`${path}opnieuw`));
    expect(shown).toContain("De e-mail gaat opnieuw");
    expect(shown).toContain("een herhaling van");
    await expect
      .poll(async () => (await house.mails()).filter(({ to }) => to[0] === mail.to[0]).length, {
        timeout: 20_000,
      })
      .toBe(2);
    expect(await get("/beheer/mails/?stand=alle")).toContain("opnieuw verstuurd");
    expect(await get("/beheer/mails/")).not.toContain(`${mail.idempotencyKey}/`);
    expect(await get("/beheer/journaal/")).toContain("verstuurde een e-mail opnieuw");
  });

  test("corrects an address; a bad one comes back with what was typed and what to mend", async () => {
    const mail = await bounced();
    const path = `/beheer/mails/${mail.idempotencyKey}/`;
    const refused = await press(`${path}verbeter`, { rightEmail: "geen adres" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('value="geen adres"');
    expect(html).toContain("Dit adres klopt nog niet");
    const shown = await after(await press(`${path}verbeter`, { rightEmail: "goed@voorbeeld.nl" }));
    expect(shown).toContain("Het adres is verbeterd");
    await house.waitForMail(({ to }) => to.includes("goed@voorbeeld.nl"));
  });

  test("says in a sentence why something can't be done", async () => {
    const mail = await bounced();
    await house.sql.execute("update links set expires_at = '2026-01-01T00:00:00.000Z'");
    const answer = await press(`/beheer/mails/${mail.idempotencyKey}/opnieuw`);
    expect([answer.status, answer.headers.get("location")]).toEqual([409, null]);
    expect(await answer.text()).toContain("De link in de e-mail werkt niet meer");
    const gone = await press(`/beheer/mails/${mail.idempotencyKey}/houd-tegen`);
    expect(await gone.text()).toContain("Tegenhouden kan niet meer");
  });

  test("frees an address, and lets emails go again when they were paused", async () => {
    await house.sql.batch(
      [
        "insert into suppressions (id, address_key, reason, at) values ('sup_1', 'vast@voorbeeld.nl', 'complained', '2026-11-23T12:00:00.000Z')",
        "insert into mail_pauses values ('day', '2026-11-23T12:00:00.000Z', '2090-01-01T00:00:00.000Z', '429 daily_quota_exceeded')",
      ],
      "write",
    );
    const shown = await get("/beheer/mails/");
    expect(shown).toContain("vast@voorbeeld.nl");
    expect(shown).toContain("meldde een e-mail als spam");
    expect(shown).toContain("Er gaat nu geen e-mail uit");
    expect(await get("/beheer/")).toContain("Er gaat nu geen e-mail uit");
    await after(await press("/beheer/mails/adressen/sup_1"));
    const now = await after(await press("/beheer/mails/pauze/day"));
    expect(now).not.toContain("vast@voorbeeld.nl");
    expect(now).not.toContain("Er gaat nu geen e-mail uit");
  });

  test("frees the address of an email from its own page, and only then sends it again", async () => {
    const mail = await bounced();
    const address = mail.to[0] ?? "";
    await house.sql.execute({
      sql: "insert into suppressions (id, address_key, reason, at) values ('sup_2', ?, 'bounced', '2026-11-23T12:00:00.000Z')",
      args: [address],
    });
    const path = `/beheer/mails/${mail.idempotencyKey}/`;
    const shown = await get(path);
    expect(shown).toContain("Dit adres krijgt geen mail");
    expect(shown).not.toContain("Verstuur opnieuw");
    const refused = await press(`${path}opnieuw`);
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining("Maak het eerst vrij"),
    ]);
    const freed = await after(
      await press("/beheer/mails/adressen/sup_2", { mail: mail.idempotencyKey ?? "" }),
    );
    expect(freed).toContain("Nieuwe e-mails gaan weer naar dit adres");
    expect(freed).toContain("Verstuur opnieuw");
    expect(freed).not.toContain("Dit adres krijgt geen mail");
    await house.sql.execute(
      "insert into suppressions (id, address_key, reason, at) values ('sup_3', 'ander@voorbeeld.nl', 'bounced', '2026-11-23T12:00:00.000Z')",
    );
    const elsewhere = await press("/beheer/mails/adressen/sup_3", { mail: "//voorbeeld.nl" });
    expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^\/beheer\/mails\//u),
    ]);
  });

  test.for([
    ["suppressed", "Dit adres kreeg toen geen mail."],
    ["taken back", "Een organisator besloot dat hij niet uitgaat."],
    ["its address was corrected", "Het adres is verbeterd."],
    ["what it was about is gone", "Waar hij over ging is er niet meer."],
    ["429 rate_limit_exceeded", "vroeg ons te wachten. Wat de maildienst meldde: 429 rate_limit_exceeded."],
    ["no answer TypeError", "gaf geen duidelijk antwoord."],
    [
      "Permanent General 550 no such user",
      "Hij kwam niet aan. Wat de maildienst meldde: Permanent General 550",
    ],
  ] as const)("tells in Dutch why an email did not go: %s", async ([problem, sentence]) => {
    const mail = await bounced();
    await house.sql.execute({
      sql: "update emails set state = 'withheld', problem = ? where id = ?",
      args: [problem, mail.idempotencyKey],
    });
    const shown = await get(`/beheer/mails/${mail.idempotencyKey}/`);
    expect(shown).toContain(sentence);
    expect(shown).not.toContain(`(${problem})`);
  });

  test("is for who signed in, and shows nothing of it to others", async () => {
    for (const path of ["/beheer/mails/", "/beheer/mails/eml_x/"]) {
      const answer = await house.fetch(path);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/beheer/inloggen"]);
    }
    for (const path of ["eml_x/opnieuw", "eml_x/verbeter", "adressen/sup_1", "pauze/day"])
      expect((await house.post(`/beheer/mails/${path}`, {})).headers.get("location")).toBe(
        "/beheer/inloggen",
      );
    expect((await house.fetch("/beheer/mails/eml_x/opnieuw", { headers: { cookie } })).status).toBe(405);
  });
});
