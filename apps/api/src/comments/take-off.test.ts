import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

const grounds = { rule: "personal", reason: "Er staat een telefoonnummer van een collega in." };

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

type Said = { id: string; email: string };

/** A comment that waits for an organiser, from a proved address. */
async function held(): Promise<Said> {
  const email = `weg${(turn += 1)}@voorbeeld.nl`;
  const json = { article: SLUG, name: "Noor", email, body: `Zin nummer ${turn}.`, key: String(turn) };
  const headers = { "cf-connecting-ip": `198.51.100.${turn}` };
  const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json, headers }));
  await house.proveComment(email);
  return { id, email };
}

const act = (id: string, name: string, json?: object) =>
  house.admin(`comments/${id}/${name}`, json === undefined ? { method: "POST" } : { json });

async function shown(): Promise<Said> {
  const said = await held();
  await act(said.id, "approve");
  return said;
}

type Row = Record<string, unknown>;

async function rows(sql: string, ...args: string[]): Promise<Row[]> {
  return (await house.sql.execute({ sql, args })).rows.map((row) => ({ ...row }));
}

const stateOf = async (id: string) =>
  (await rows("select state from comments where id = ?", id))[0]?.["state"];

const mailsAbout = async (id: string, kind: string) =>
  (await rows("select to_address from emails where comment_id = ? and kind = ?", id, kind)).map((row) =>
    String(row["to_address"]),
  );

const mailOf = (email: string, subject: string) =>
  house.waitForMail((mail) => mail.to.includes(email) && mail.subject === subject);

const REMOVED = "Je reactie staat niet meer op de site";
const BACK = "Je reactie staat weer op de site";

describe("who takes a comment off the site", () => {
  test("says by which rule and why, or nothing is done", async () => {
    const { id } = await shown();
    const refused = await act(id, "reject");
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { error: { code: "grounds_missing" } },
    ]);
    expect((await act(id, "reject", { rule: "personal", reason: " " })).status).toBe(422);
    expect((await act(id, "reject", { rule: "onbekend", reason: "Zo." })).status).toBe(422);
    expect([await stateOf(id), await mailsAbout(id, "comment_removed")]).toEqual(["visible", []]);
  });

  test("tells its writer by which rule and why, once, and that nobody reported it", async () => {
    const { id, email } = await shown();
    const before = await readJson<{ decided: number }>(house.admin("counts"));
    expect((await act(id, "reject", grounds)).status).toBe(200);
    expect((await act(id, "reject", grounds)).status).toBe(200);
    expect(await stateOf(id)).toBe("rejected");
    const mail = await mailOf(email, REMOVED);
    expect(mail.text).toContain("We zetten geen gegevens van iemand anders op de site.");
    expect(mail.text).toContain(grounds.reason);
    expect(mail.text).toContain("Niemand heeft hem gemeld.");
    expect(await mailsAbout(id, "comment_removed")).toEqual([email]);
    const after = await readJson<{ decided: number }>(house.admin("counts"));
    expect(after.decided).toBe(before.decided + 1);
    const { items } = await readJson<{ items: object[] }>(house.admin("reports?state=upheld&limit=1"));
    expect(items[0]).toMatchObject({ byOrganiser: true, rule: "personal", statement: grounds.reason });
  });

  test("decides about what readers reported of it as well, and whoever reported is told", async () => {
    const { id, email } = await shown();
    const json = { comment: id, reason: "insulting", email: "melder@voorbeeld.nl", key: "k" };
    await house.fetch("/api/reports", { json });
    await act(id, "reject", grounds);
    expect((await mailOf(email, REMOVED)).text).toContain("Iemand meldde je reactie");
    expect(await mailsAbout(id, "report_upheld")).toEqual(["melder@voorbeeld.nl"]);
    expect(await rows("select 1 from reports where comment_id = ? and state = 'open'", id)).toEqual([]);
  });

  test("can't leave out why by letting it wait first", async () => {
    const { id } = await shown();
    await act(id, "hold");
    expect([(await act(id, "reject")).status, await stateOf(id)]).toEqual([422, "held"]);
  });

  test("needs no grounds for what never stood there, nor for spam", async () => {
    const [waits, spam] = [await held(), await shown()];
    expect([(await act(waits.id, "reject")).status, (await act(spam.id, "spam")).status]).toEqual([200, 200]);
    for (const { id } of [waits, spam]) expect(await mailsAbout(id, "comment_removed")).toEqual([]);
  });

  test("mails nobody at an address that was never proved", async () => {
    const { id } = await shown();
    await house.sql.execute({ sql: "update comments set proved_at = null where id = ?", args: [id] });
    expect((await act(id, "reject", grounds)).status).toBe(200);
    expect([await stateOf(id), await mailsAbout(id, "comment_removed")]).toEqual(["rejected", []]);
  });

  test("of several says it for all of them, or none of them goes", async () => {
    const [waits, stood] = [await held(), await shown()];
    const json = { act: "reject", comments: [{ id: waits.id }, { id: stood.id }] };
    expect((await house.admin("comments/judgements", { json })).status).toBe(422);
    expect([await stateOf(waits.id), await stateOf(stood.id)]).toEqual(["held", "visible"]);
    const done = await house.admin("comments/judgements", { json: { ...json, grounds } });
    expect(await done.json()).toMatchObject({ changed: 2 });
    expect(await mailsAbout(waits.id, "comment_removed")).toEqual([]);
    expect(await mailsAbout(stood.id, "comment_removed")).toEqual([stood.email]);
  });

  test("at the moment that another places it, says why or leaves it there", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await held();
      await Promise.all([act(id, "approve"), act(id, "reject"), act(id, "reject"), act(id, "reject")]);
      const found = await rows(
        `select 1 from comments c where id = ? and state = 'rejected' and number is not null
          and not exists (select 1 from reports r where r.comment_id = c.id)`,
        id,
      );
      expect(found).toEqual([]);
    }
  });
});

describe("a comment that was taken off", () => {
  test.for(["undo", "approve"])("and comes back by %s: its writer is told, once", async (way) => {
    const { id, email } = await shown();
    const { undo } = await readJson<{ undo: string }>(act(id, "reject", grounds));
    const back = () =>
      way === "undo" ? house.admin(`acts/${undo}/undo`, { method: "POST" }) : act(id, "approve");
    await Promise.all([back(), back()]);
    expect(await stateOf(id)).toBe("visible");
    expect((await mailOf(email, BACK)).text).toContain("We hebben er opnieuw naar gekeken.");
    expect(await mailsAbout(id, "comment_visible")).toEqual([email]);
  });

  test("without its writer having been told comes back without a word", async () => {
    const { id } = await held();
    await act(id, "reject");
    await act(id, "approve");
    expect([await stateOf(id), await mailsAbout(id, "comment_visible")]).toEqual(["visible", []]);
  });
});

describe("the page", () => {
  async function signIn(): Promise<{ headers: Record<string, string> }> {
    const answer = await house.post("/beheer/inloggen", { token: house.adminToken });
    return { headers: { cookie: (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" } };
  }

  test("asks why, keeps what was chosen and typed, and then takes it off", async () => {
    const signedIn = await signIn();
    const { id, email } = await shown();
    const chosen = { act: "reject", state: "visible", id: `${id}.1` };
    const asked = await house.post("/beheer/reacties/", chosen, signedIn);
    const form = await asked.text();
    expect(asked.status).toBe(422);
    expect(form).toContain(`value="${id}.1" checked`);
    expect(form).not.toContain('class="fault"');
    const empty = await house.post(
      "/beheer/reacties/",
      { ...chosen, rule: "advertising", statement: " " },
      signedIn,
    );
    const again = await empty.text();
    expect(again).toMatch(/value="advertising" checked/u);
    expect(again).toContain("Schrijf nog op waarom.");
    expect(again).not.toContain("Kies nog welke regel geldt.");
    const none = await house.post("/beheer/reacties/", { ...chosen, statement: "Zo." }, signedIn);
    expect(await none.text()).toMatch(/Kies nog welke regel geldt\.[\s\S]*>\nZo\.</u);
    expect(await stateOf(id)).toBe("visible");
    const typed = { ...chosen, rule: grounds.rule, statement: grounds.reason };
    const done = await house.post("/beheer/reacties/", typed, signedIn);
    const said = await (await house.fetch(done.headers.get("location") ?? "", signedIn)).text();
    expect(said).toContain("De schrijver krijgt je uitleg.");
    expect(said).toMatch(/beheer\/ongedaan\/aud_/u);
    expect(await mailsAbout(id, "comment_removed")).toEqual([email]);
  });

  test("asks why for one that waits again and stood on the site before", async () => {
    const signedIn = await signIn();
    const { id } = await shown();
    await act(id, "hold");
    const asked = await house.post(`/beheer/reacties/${id}/afwijzen`, { version: "1" }, signedIn);
    expect([asked.status, await stateOf(id)]).toEqual([422, "held"]);
    expect(await asked.text()).toContain(`value="${id}.1" checked`);
  });

  test("behind a link in an email asks why as well, once the comment is on the site", async () => {
    const { id, email } = await held();
    const mail = await house.waitForMail(
      ({ to, text }) =>
        to.includes("redactie@ontsecretaressen.eu") && (text ?? "").includes(`Zin nummer ${turn}.`),
    );
    const link = /Wijs af:\nhttps?:\/\/[^/]+(\/\S+)/u.exec(mail.text ?? "")?.[1] ?? "";
    expect(await (await house.fetch(link)).text()).not.toContain('name="statement"');
    await act(id, "approve");
    expect(await (await house.fetch(link)).text()).toContain('name="statement"');
    const empty = await house.post(link, { rule: "other", statement: "" });
    expect([empty.status, await stateOf(id)]).toEqual([422, "visible"]);
    expect(await empty.text()).toMatch(/value="other" checked[\s\S]*Schrijf nog op waarom\./u);
    expect((await house.post(link, { rule: "other", statement: "Buiten het onderwerp." })).status).toBe(303);
    expect([await stateOf(id), await mailsAbout(id, "comment_removed")]).toEqual(["rejected", [email]]);
  });
});
