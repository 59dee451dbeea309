import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

describe("my page", () => {
  test("shows what is mine to my browser, and to no other: nothing keeps it", async () => {
    const noor = await people.come();
    const mine = await house.fetch("/mijn/", { headers: noor.headers });
    const html = await mine.text();
    expect([mine.status, mine.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(html).toContain(noor.email);
    expect(html).toContain(`/mijn/reacties/${noor.id}/`);
    const stranger = await (await house.fetch("/mijn/")).text();
    expect(stranger).toContain("Stuur me een link");
    expect(stranger).not.toContain(noor.email);
  });

  test("sends a link to a known address, and answers the same for one that nobody has", async () => {
    const noor = await people.come();
    const ask = (email: string) => house.post("/mijn/", { email }, { headers: people.from() });
    const [known, unknown] = [await ask(noor.email.toUpperCase()), await ask("niemand@voorbeeld.nl")];
    expect([known.status, known.headers.get("location")]).toEqual([303, "/mijn/?link=gestuurd"]);
    expect([unknown.status, unknown.headers.get("location")]).toEqual([303, "/mijn/?link=gestuurd"]);
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(noor.email) && subject.includes("Jouw pagina"),
    );
    const path = /\/mijn\/[\w.-]+/u.exec(mail.text ?? "")?.[0] ?? "";
    const opened = await (await house.fetch(path)).text();
    expect(opened).toContain("Onthoud mij hier");
    expect(opened).toContain("Je mails van ons");
    expect(opened).not.toContain(noor.email);
    const pressed = await house.post(path, {});
    const cookie = (pressed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    expect(await (await house.fetch("/mijn/", { headers: { cookie } })).text()).toContain(noor.email);
    expect(await people.count("emails where to_address = 'niemand@voorbeeld.nl'")).toBe(0);
  });

  test("sends few links to one address, however often it is asked, and never says so", async () => {
    await clearOf(3600);
    const noor = await people.come();
    for (let asked = 0; asked < 6; asked += 1) {
      const answer = await house.post("/mijn/", { email: noor.email }, { headers: people.from() });
      expect(answer.headers.get("location")).toBe("/mijn/?link=gestuurd");
    }
    expect(await people.count("emails where kind = 'person_link' and to_address = ?", noor.email)).toBe(3);
  });

  test("refuses what is no address and keeps what was typed", async () => {
    const answer = await house.post("/mijn/", { email: "half@" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="half@"');
  });

  test("is forgotten by this browser at one press", async () => {
    const noor = await people.come();
    const answer = await house.post("/mijn/vergeet/", {}, { headers: noor.headers });
    expect(answer.headers.get("set-cookie")).toMatch(/^deelnemer=;.*Max-Age=0/u);
  });

  test("a cookie that was tampered with, or is past, is nobody's", async () => {
    const noor = await people.come();
    const [id = "", until = "", mark = ""] = noor.headers.cookie.replace("deelnemer=", "").split(".");
    for (const value of [
      `per_anders.${until}.${mark}`,
      `${id}.${Number(until) + 1}.${mark}`,
      `${id}.${until}.${mark.slice(0, -1)}${mark.endsWith("0") ? "1" : "0"}`,
    ]) {
      const html = await (await house.fetch("/mijn/", { headers: { cookie: `deelnemer=${value}` } })).text();
      expect(html).toContain("Stuur me een link");
    }
  });

  test("confirming a signup lets this browser be known too", async () => {
    const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
    const email = `plek${(turn += 1)}@voorbeeld.nl`;
    const json = { session: items[0]?.slug, name: "Noor", email, consent: true, key: "plek" };
    await house.fetch("/api/signups", { json });
    const mail = await house.waitForMail(({ to }) => to.includes(email));
    const path = /\/bevestig\/[\w.-]+/u.exec(mail.text ?? "")?.[0] ?? "";
    const pressed = await house.post(path, {});
    const cookie = (pressed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    const mine = await (await house.fetch("/mijn/", { headers: { cookie } })).text();
    expect(mine).toContain(email);
    const seat = /href="(\/bevestig\/[^"]+)">[^<]*ik wil iets veranderen/u.exec(mine)?.[1] ?? "";
    expect(await (await house.fetch(seat)).text()).toContain("Bewaar wat ik veranderde");
  });
});

describe("the emails to me", () => {
  const page = async (headers: Record<string, string>) =>
    (await (await house.fetch("/mijn/", { headers })).text()).replaceAll(/<[^>]+>/gu, "");

  test("stand on my page as each really is, and what was taken back does not", async () => {
    const noor = await people.come();
    const put = (id: string, state: string, problem: string | null) =>
      house.sql.execute({
        sql: `insert into emails (id, kind, to_address, person_id, subject, state, problem, attempts, due_at, created_at, sent_at)
          select ?, 'session_planned', email, id, 'Mail ' || ?, ?, ?, 1, created_at, created_at, created_at from people where email = ?`,
        args: [`eml_zz${id}${noor.id}`, id, state, problem, noor.email],
      });
    await put("a", "bounced", null);
    await put("b", "delivered", null);
    await put("c", "sent", null);
    await put("d", "withheld", "taken back");
    const html = await page(noor.headers);
    expect(html).toMatch(/Mail a[^:]*: geweigerd: klopt het adres\?/u);
    expect(html).toMatch(/Mail b[^:]*: bezorgd/u);
    expect(html).toMatch(/Mail c[^:]*: onderweg/u);
    expect(html).not.toContain("Mail d");
  });

  test("are seen by nobody else: not by a stranger, nor by another who is known here", async () => {
    const [noor, sam] = [await people.come(), await people.come()];
    await house.sql.execute({
      sql: `insert into emails (id, kind, to_address, person_id, subject, state, attempts, due_at, created_at, sent_at)
        select ?, 'session_planned', email, id, 'Alleen voor Noor', 'sent', 1, created_at, created_at, created_at from people where email = ?`,
      args: [`eml_zzz${noor.id}`, noor.email],
    });
    expect(await page(noor.headers)).toContain("Alleen voor Noor");
    expect(await page(sam.headers)).not.toContain("Alleen voor Noor");
    expect(await page({})).not.toContain("Je mails van ons");
  });
});

describe("my data", () => {
  test("come as a file with all that is kept of me, and nothing of another", async () => {
    const [noor, sam] = [await people.come({ notify: true }), await people.come()];
    await people.approve(noor.id);
    const answer = await house.fetch("/mijn/gegevens.json", { headers: noor.headers });
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      email: noor.email,
      comments: [{ id: noor.id, state: "visible" }],
      follows: [{ slug: SLUG, pace: "at_once" }],
      emails: expect.arrayContaining([expect.objectContaining({ kind: "comment_confirm" })]),
    });
    expect(text).not.toContain(sam.email);
    expect((await house.fetch("/mijn/gegevens.json")).status).toBe(303);
  });

  test("are erased at one press: nothing of me is left anywhere, and my place is free", async () => {
    const noor = await people.come({ notify: true, name: "Noortje Uniek", body: "Uniekezin een." });
    await people.approve(noor.id);
    const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
    const json = {
      session: items[0]?.slug,
      name: "Noortje Uniek",
      email: noor.email,
      consent: true,
      key: "w",
    };
    await house.fetch("/api/signups", { json, headers: people.from() });
    const taken = () =>
      people.count("signups where email = ? and state in ('held', 'confirmed')", noor.email);
    expect(await taken()).toBe(1);
    const looked = await house.fetch("/mijn/wis/", { headers: noor.headers });
    expect((await looked.text()).match(/<button/gu)).toHaveLength(1);
    expect(await taken()).toBe(1);
    const gone = await house.post("/mijn/wis/", {}, { headers: noor.headers });
    expect(await gone.text()).toContain("Je gegevens zijn weg");
    expect(await people.count("signups where state = 'cancelled' and name = '-'")).toBe(1);
    const { items: acts } = await readJson<{ items: object[] }>(house.admin("audit?limit=1"));
    expect(acts).toMatchObject([{ act: "person.erase", adminName: "", subject: "1", about: null }]);
    // The last email, until the night after it went.
    expect(await traces(noor.email, "Noortje Uniek", "Uniekezin")).toEqual([`emails: ${noor.email}`]);
    await house.waitForMail(
      ({ to, subject }) => to.includes(noor.email) && subject === "Je gegevens zijn gewist",
    );
    await house.cron("mailer");
    await house.cron("api", "17 3 * * *");
    expect(await traces(noor.email, "Noortje Uniek", "Uniekezin")).toEqual([]);
    expect(await (await house.fetch("/mijn/", { headers: noor.headers })).text()).toContain(
      "Stuur me een link",
    );
    expect(await (await house.admin("invariants")).json()).toMatchObject({ broken: [] });
  });
});

/** Every column of every table that still holds one of these texts. */
async function traces(...texts: string[]): Promise<string[]> {
  const { rows: tables } = await house.sql.execute(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and sql not like '%virtual%'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    if (typeof name !== "string") continue;
    const { rows } = await house.sql.execute(`select * from "${name}"`);
    const all = JSON.stringify(rows, (_, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    for (const text of texts) if (all.includes(text)) found.push(`${name}: ${text}`);
  }
  return found;
}
