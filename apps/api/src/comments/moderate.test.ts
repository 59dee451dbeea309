import type { Mail } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

type Sent = { id: string; email: string; cookie: string };

/** A comment from a proved address, which waits for an organiser. */
async function held(change: Record<string, unknown> = {}): Promise<Sent & { links: Record<string, string> }> {
  const email = `p${(turn += 1)}@voorbeeld.nl`;
  const body = `Vraag nummer ${turn}.`;
  const json = { article: ARTICLE, name: "Noor", email, body, key: String(turn), ...change };
  const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json }));
  const { cookie } = await house.proveComment(email);
  const mail = await house.waitForMail(
    ({ to, text }) => to.includes("redactie@ontsecretaressen.eu") && (text ?? "").includes(json.body),
  );
  return { id, email, cookie, links: linksIn(mail) };
}

/** The links of a mail by what stands above them. */
function linksIn(mail: Mail): Record<string, string> {
  const found = (mail.text ?? "").matchAll(/^(.+):\nhttps?:\/\/[^/]+(\/\S+)$/gmu);
  return Object.fromEntries([...found].map(([, label = "", path = ""]) => [label, path]));
}

async function stateOf(id: string): Promise<unknown> {
  const { rows } = await house.sql.execute({ sql: "select state from comments where id = ?", args: [id] });
  return rows[0]?.["state"];
}

const approve = (id: string) => house.admin(`comments/${id}/approve`, { method: "POST" });

describe("the email to the organisers", () => {
  test("has a link for each act; opening one shows the comment and one button, and changes nothing", async () => {
    const { id, links } = await held();
    expect(Object.keys(links)).toEqual([
      "Plaats de reactie",
      "Plaats en antwoord",
      "Wijs af",
      "Dit is reclame",
    ]);
    for (const path of Object.values(links)) {
      const opened = await house.fetch(path);
      const html = await opened.text();
      expect([opened.status, opened.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(html.match(/<button/gu)).toHaveLength(1);
      expect(html).toContain(`Vraag nummer ${turn}.`);
    }
    expect(await stateOf(id)).toBe("held");
  });

  test("shows what the comment answers, in the email and on the page of its links", async () => {
    const parent = await held({ name: "Carmen" });
    const asked = `Vraag nummer ${turn}.`;
    await approve(parent.id);
    const { links } = await held({ parent: parent.id, body: "Dat doen wij met een lijst." });
    const mail = await house.waitForMail(({ text }) =>
      /schreef: [^]*> Dat doen wij met een lijst/u.test(text ?? ""),
    );
    expect(mail.text).toContain(`Carmen schreef: ${asked}`);
    const page = await house.fetch(links["Plaats de reactie"] ?? "");
    expect(await page.text()).toContain(`Carmen schreef: “${asked}”`);
  });

  test.for([
    ["Plaats de reactie", "visible"],
    ["Wijs af", "rejected"],
    ["Dit is reclame", "spam"],
  ] as const)(
    "does by “%s” what it says, once; then none of its links acts any more",
    async ([label, state]) => {
      const { id, links } = await held();
      expect((await house.post(links[label] ?? "", {})).status).toBe(303);
      expect(await stateOf(id)).toBe(state);
      for (const path of Object.values(links)) {
        expect((await house.post(path, {})).status).toBe(410);
        expect(await (await house.fetch(path)).text()).toContain("Hier is al iets mee gedaan");
      }
      expect(await stateOf(id)).toBe(state);
      const { items } = await readJson<{ items: { adminName: string; subject: string }[] }>(
        house.admin("audit"),
      );
      expect(items[0]).toMatchObject({ subject: id, adminName: "Een organisator, via de mail" });
    },
  );

  test("can place a comment with an answer under it; an answer that can't be kept changes nothing", async () => {
    const { id, links } = await held();
    const path = links["Plaats en antwoord"] ?? "";
    const empty = await house.post(path, { body: " ", name: "Redactie" });
    expect([empty.status, await stateOf(id)]).toEqual([422, "held"]);
    expect((await house.post(path, { body: "Goede vraag van je.", name: "Redactie" })).status).toBe(303);
    const html = await (await house.fetch(`/${ARTICLE}/`)).text();
    expect(html.slice(html.indexOf(id))).toMatch(
      /in antwoord op[\s\S]{0,60}Noor[\s\S]{0,200}Goede vraag van je\./u,
    );
  });

  test("gives an answer back to who wrote it while somebody else used another link", async () => {
    const { id, links } = await held();
    expect((await house.post(links["Plaats de reactie"] ?? "", {})).status).toBe(303);
    const late = await house.post(links["Plaats en antwoord"] ?? "", {
      body: "Goed <punt>.",
      name: "Redactie",
    });
    const html = await late.text();
    expect([late.status, await stateOf(id)]).toEqual([410, "visible"]);
    expect(html).toMatch(/<textarea[^>]*readonly[^>]*>\nGoed &lt;punt&gt;\.</u);
    expect(html).not.toContain("<button");
  });

  test("shows nothing any more by a used link when its days are over", async () => {
    const { id, links } = await held();
    const path = links["Plaats de reactie"] ?? "";
    await house.post(path, {});
    expect(await (await house.fetch(path)).text()).toContain("Hier is al iets mee gedaan");
    await house.sql.execute({
      sql: "update links set expires_at = '2020-01-01T00:00:00.000Z' where comment_id = ?",
      args: [id],
    });
    expect((await house.fetch(path)).status).toBe(410);
  });

  test("does nothing by a link that is past, or by another comment's", async () => {
    const { id, links } = await held();
    await house.sql.execute({
      sql: "update links set expires_at = '2020-01-01T00:00:00.000Z' where comment_id = ?",
      args: [id],
    });
    expect((await house.post(links["Plaats de reactie"] ?? "", {})).status).toBe(410);
    expect((await house.post("/modereer/onbekend", {})).status).toBe(410);
    expect(await stateOf(id)).toBe("held");
  });
});

describe("who follows a conversation", () => {
  const told = async (email: string) =>
    (await house.mails()).filter(
      ({ to, subject }) => to.includes(email) && (subject ?? "").includes("praat mee over"),
    );

  test("hears of a new comment once it is on the site, never before, and never of her own", async () => {
    const reader = await held({ notify: true });
    await approve(reader.id);
    const other = await held({ name: "Sam" });
    expect(await told(reader.email)).toEqual([]);
    await approve(other.id);
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(reader.email) && subject.includes("Sam"),
    );
    expect(mail.text).toContain("Vraag nummer");
    await approve(other.id);
    expect(await told(reader.email)).toHaveLength(1);
    expect(await told(other.email)).toEqual([]);
  });

  test("stops it with one button, or by what her mail program posts by itself; a changed link does nothing", async () => {
    const reader = await held({ notify: true });
    await approve(reader.id);
    await approve((await held({ name: "Ada" })).id);
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(reader.email) && subject.includes("Ada"),
    );
    const stop = linksIn(mail)["Geen mail meer over dit gesprek"] ?? "";
    const sent = house.attempts().find(({ headers }) => headers["idempotency-key"] === mail.idempotencyKey);
    expect(JSON.parse(sent?.body ?? "").headers).toMatchObject({
      "List-Unsubscribe": `<${house.url}${stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    const opened = await house.fetch(stop);
    expect([opened.status, (await opened.text()).includes("bij elke nieuwe reactie")]).toEqual([200, true]);
    expect((await house.fetch(stop.replace(/.$/u, "z"))).status).toBe(410);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await house.fetch(stop, { method: "POST", headers, body: "List-Unsubscribe=One-Click" });
    expect(await (await house.fetch(stop)).text()).toContain("geen mail meer over");
    const before = (await told(reader.email)).length;
    await approve((await held({ name: "Bo" })).id);
    expect(await told(reader.email)).toHaveLength(before);
  });
});
