import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

let turn = 0;

/** A fresh comment that would be kept. */
const comment = (change: Record<string, unknown> = {}) => ({
  article: ARTICLE,
  name: "Noor",
  email: `noor-${turn}@voorbeeld.nl`,
  body: "Dit herken ik.",
  key: `key-${(turn += 1)}`,
  ...change,
});

const asForm = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

const send = (change: Record<string, unknown> = {}) =>
  house.fetch("/api/comments", { json: comment(change) });

async function count(table: "comments" | "emails"): Promise<number> {
  const { rows } = await house.sql.execute(`select count(*) as n from ${table}`);
  return Number(rows[0]?.["n"]);
}

/** What came of a write that must leave nothing behind. */
async function kept(write: () => Promise<Response>) {
  const before = [await count("comments"), await count("emails")];
  const answer = await write();
  const after = [await count("comments"), await count("emails")];
  return {
    answer,
    comments: Number(after[0]) - Number(before[0]),
    emails: Number(after[1]) - Number(before[1]),
  };
}

async function approve(id: string) {
  const answer = await house.admin(`comments/${id}/approve`, { method: "POST" });
  expect(answer.status).toBe(200);
  return readJson<{ number: number; undo: string | null }>(answer);
}

describe("a comment that fits", () => {
  test("waits for its address, is answered 201 with its public fields, and mailed to its writer once", async () => {
    const { answer, comments, emails } = await kept(() => send({ body: "Nog niet te zien." }));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({
      id: expect.stringMatching(/^cmt_/u),
      article: ARTICLE,
      parent: null,
      name: "Noor",
      state: "waiting_for_address",
    });
    expect([comments, emails]).toEqual([1, 1]);
    expect(await (await house.fetch(`/${ARTICLE}/`)).text()).not.toContain("Nog niet te zien.");
    const mail = await house.waitForMail((sent) => (sent.text ?? "").includes("Nog niet te zien."));
    expect(mail.to).toEqual([`noor-${turn - 1}@voorbeeld.nl`]);
  });

  test("sent by a form leads back to the article with a calm notice", async () => {
    const answer = await house.post("/api/comments", asForm(comment()));
    expect(answer.status).toBe(303);
    const location = answer.headers.get("location") ?? "";
    expect(location).toBe(`/${ARTICLE}/?reactie=mail#reageer`);
    const page = await house.fetch(location);
    expect(await page.text()).toContain('role="status"');
  });

  test("takes one round trip to the database, and one more where nothing new is kept of it", async () => {
    const same = comment();
    const { trips } = await house.roundTrips(() => send(same));
    expect(trips["api"]).toBe(1);
    for (const change of [same, { article: "geen-artikel" }]) {
      const again = await house.roundTrips(() => send(change));
      expect(again.trips["api"]).toBe(2);
    }
  });

  test("is visible at once when it is approved, numbered, with whom it answers", async () => {
    const parent = await readJson<{ id: string }>(send({ name: "Carmen", body: "Hoe dan?" }));
    const first = await approve(parent.id);
    const answerTo = await readJson<{ id: string }>(
      send({ parent: parent.id, name: "Sam", body: "Zo dus." }),
    );
    const second = await approve(answerTo.id);
    expect(second.number).toBe(first.number + 1);
    const html = await (await house.fetch(`/${ARTICLE}/`)).text();
    expect(html).toContain(`id="${answerTo.id}"`);
    expect(html.slice(html.indexOf(answerTo.id))).toMatch(/antwoord op[\s\S]{0,80}Carmen/iu);
  });

  test("approved twice keeps its number, and its writer hears of it once", async () => {
    const { id } = await readJson<{ id: string }>(send({ notify: true, email: "een-keer@voorbeeld.nl" }));
    const [first, second] = [await approve(id), await approve(id)];
    expect([first.undo, second]).toEqual([expect.stringMatching(/^aud_/u), { ...first, undo: null }]);
    const mails = await house.sql.execute({
      sql: "select count(*) as n from emails where comment_id = ? and kind = 'comment_visible'",
      args: [id],
    });
    expect(mails.rows[0]?.["n"]).toBe(1);
  });

  test("approved by many at once never shares a number", async () => {
    const fresh = await Promise.all(
      Array.from({ length: 8 }, async () => (await readJson<{ id: string }>(send())).id),
    );
    const numbers = (await Promise.all(fresh.map(approve))).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(8);
  });

  test("round trips exactly: emoji, combining marks, markup, quotes, leading spaces inside", async () => {
    const body = "é é 👩‍👩‍👧 𝌆 <b>&amp;</b> \"'`\n  ingesprongen\n\nslot \u202Etxet";
    const { id } = await readJson<{ id: string }>(send({ body, name: '<i>Zoë</i> & "co"' }));
    const { rows } = await house.sql.execute({
      sql: "select name, body from comments where id = ?",
      args: [id],
    });
    expect(rows[0]).toMatchObject({ body, name: '<i>Zoë</i> & "co"' });
    await approve(id);
    const html = await (await house.fetch(`/${ARTICLE}/`)).text();
    expect(html).toContain("&lt;b&gt;&amp;amp;&lt;/b&gt;");
    expect(html).not.toContain("<i>Zoë</i>");
  });

  test("of exactly 5,000 graphemes is kept to its last letter, also when each is seven code points", async () => {
    const body = "👩‍👩‍👧".repeat(1500) + "a".repeat(3499) + "é";
    const { id } = await readJson<{ id: string }>(send({ body }));
    const sql = "select body, body_html from comments where id = ?";
    const { rows } = await house.sql.execute({ sql, args: [id] });
    expect(rows[0]).toMatchObject({ body, body_html: `<p>${body}</p>` });
  });

  test("never gives an address away", async () => {
    const { id } = await readJson<{ id: string }>(send({ email: "geheim@voorbeeld.nl", name: "Iemand" }));
    await approve(id);
    const pages = await Promise.all(
      [`/${ARTICLE}/`, "/"].map(async (path) => (await house.fetch(path)).text()),
    );
    expect(pages.join("")).not.toContain("geheim@voorbeeld.nl");
  });
});

describe("the same submission twice", () => {
  test("makes one comment, one email and the same answer, also at the same moment", async () => {
    const fields = comment();
    const { comments, emails, answer } = await kept(async () => {
      const answers = await Promise.all([1, 2, 3].map(() => house.fetch("/api/comments", { json: fields })));
      const bodies = await Promise.all(answers.map((one) => one.text()));
      expect(new Set(bodies).size).toBe(1);
      return answers[0] ?? Response.error();
    });
    expect(answer.status).toBe(201);
    expect([comments, emails]).toEqual([1, 1]);
  });

  test("does not swallow somebody else's words that came with the same key of a cached page", async () => {
    const { comments } = await kept(async () => {
      await send({ key: "page", body: "Van de een." });
      return send({ key: "page", body: "Van de ander.", email: "ander@voorbeeld.nl" });
    });
    expect(comments).toBe(2);
  });
});

describe("a comment that does not fit is refused and nothing is kept", () => {
  test.for([
    ["without a body", { body: "  \n " }, "body"],
    ["without a name", { name: "" }, "name"],
    ["with a name that nobody can see", { name: "\u202e\u200b" }, "name"],
    ["with words that nobody can see", { body: "\u200b\u2060\u3164" }, "body"],
    ["without an address", { email: "" }, "email"],
    ["with half an address", { email: "noor@" }, "email"],
    ["with an address of 255 characters", { email: `${"a".repeat(60)}@${"b.".repeat(96)}nl` }, "email"],
    ["with a name of 81 graphemes", { name: "n".repeat(81) }, "name"],
    ["with 5,001 graphemes", { body: "é".repeat(5001) }, "body"],
    ["with a NUL", { body: "voor\u0000na" }, "body"],
    ["with a line end in the name", { name: "Noor\nBcc: iedereen" }, "name"],
    ["with a number for a body", { body: 3 }, "body"],
  ] as const)("%s", async ([, change, field]) => {
    const { answer, comments, emails } = await kept(() => send(change));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      error: {
        code: "invalid_form",
        message: expect.any(String),
        fields: { [field]: expect.stringMatching(/\.$/u) },
      },
    });
    expect([comments, emails]).toEqual([0, 0]);
  });

  test("with a lone surrogate", async () => {
    const body = JSON.stringify(comment({ body: "XX" })).replace("XX", "\\ud83d");
    const headers = { "content-type": "application/json" };
    const { answer, comments } = await kept(() =>
      house.fetch("/api/comments", { method: "POST", headers, body }),
    );
    expect([answer.status, comments]).toEqual([422, 0]);
  });

  test("and the form comes back with everything that was typed", async () => {
    const body = '\n"Wat" <ik> & wij\n\n👩‍👩‍👧';
    const answer = await house.post("/api/comments", asForm(comment({ body, email: "half@", notify: "on" })));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("&quot;Wat&quot; &lt;ik&gt; &amp; wij\n\n👩‍👩‍👧");
    expect(html).toContain('value="half@"');
    expect(html).toMatch(/name="notify"[^>]*checked|checked[^>]*name="notify"/u);
    expect(html).toContain('aria-invalid="true"');
  });

  test.for([
    ["an unknown article", { article: "bestaat-niet" }, 404],
    ["a page without a conversation", { article: "privacy" }, 409],
    ["an unknown parent", { parent: "cmt_nergens" }, 404],
  ] as const)("to %s", async ([, change, status]) => {
    const { answer, comments, emails } = await kept(() => send(change));
    expect([answer.status, comments, emails]).toEqual([status, 0, 0]);
  });

  test("to a parent that is still held, or under another article", async () => {
    const held = await readJson<{ id: string }>(send());
    expect((await send({ parent: held.id })).status).toBe(404);
    await approve(held.id);
    expect((await send({ parent: held.id, article: "over-ons" })).status).toBe(409);
  });
});

describe("a request that is not what it should be", () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    kept(() => house.fetch("/api/comments", { method: "POST", body, headers }));
  const form = { "content-type": "application/x-www-form-urlencoded" };

  test("from another site is refused with 403", async () => {
    const body = new URLSearchParams(asForm(comment())).toString();
    const foreign: Record<string, string>[] = [
      { origin: "https://elders.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      const { answer, comments } = await post(body, { ...form, ...headers });
      expect([answer.status, comments]).toEqual([403, 0]);
    }
  });

  test("of another type is refused with 415", async () => {
    const { answer, comments } = await post("article=x", { "content-type": "text/plain" });
    expect([answer.status, comments]).toEqual([415, 0]);
  });

  test("of more than 64 kB is refused with 413", async () => {
    const { answer, comments } = await post(`body=${"a".repeat(65_536)}`, form);
    expect([answer.status, comments]).toEqual([413, 0]);
  });

  test("in bytes that are not UTF-8 is refused with 400", async () => {
    expect((await post(new Uint8Array([0x62, 0x3d, 0xff]), form)).answer.status).toBe(400);
    expect((await post("article=x&body=%FF%FE", form)).answer.status).toBe(400);
    expect((await post("{", { "content-type": "application/json" })).answer.status).toBe(400);
    expect((await post("[]", { "content-type": "application/json" })).answer.status).toBe(400);
  });

  test("by another method is refused with 405 that names the right one", async () => {
    const answer = await house.fetch("/api/comments");
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("while the database is stopped", () => {
  test("a comment is answered 503 with everything typed still there, and nothing is half written", async () => {
    const before = await count("comments");
    await house.stopDatabase();
    const form = await house.post("/api/comments", asForm(comment({ body: "Bewaar mij toch." })));
    const json = await send();
    const reading = await house.fetch(`/${ARTICLE}/`);
    await house.startDatabase();
    expect([form.status, json.status, reading.status]).toEqual([503, 503, 503]);
    expect(await form.text()).toContain("Bewaar mij toch.");
    expect(form.headers.get("retry-after")).toBe("30");
    expect(await reading.text()).toContain("<h1>");
    expect(await count("comments")).toBe(before);
    expect((await send()).status).toBe(201);
  });
});
