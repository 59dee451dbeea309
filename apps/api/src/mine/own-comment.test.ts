import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { type Commenter, type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const edit = (who: Commenter, fields: Record<string, string>, id = who.id) =>
  house.post(
    `/mijn/reacties/${id}/`,
    { version: "1", ...fields },
    { headers: { ...who.headers, ...people.from() } },
  );

const remove = (who: Commenter, id = who.id) =>
  house.post(`/mijn/reacties/${id}/weg/`, {}, { headers: who.headers });

const article = async () => (await house.fetch(`/${SLUG}/`)).text();

/** The text that the form of a page holds. */
const typedIn = (html: string) => /<textarea[^>]*>\n([^<]*)<\/textarea>/u.exec(html)?.[1];

const versionIn = (html: string) => /name="version" value="(\d+)"/u.exec(html)?.[1] ?? "";

describe("my comment that waits", () => {
  test("can be changed, and the organisers get it anew: the links for the old text do nothing any more", async () => {
    const noor = await people.come({ body: "Eerste tekst van Noor." });
    const linkIn = async (said: string) => {
      const mail = await house.waitForMail(
        ({ to, text }) => to.includes("redactie@ontsecretaressen.eu") && (text ?? "").includes(said),
      );
      return /\/modereer\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "";
    };
    const old = await linkIn("Eerste tekst van Noor.");
    const answer = await edit(noor, { body: "Tweede tekst van Noor." });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/${SLUG}/?reactie=${noor.id}#${noor.id}`,
    ]);
    expect(await people.row(noor.id)).toMatchObject({
      body: "Tweede tekst van Noor.",
      version: 2,
      state: "held",
    });
    const fresh = await linkIn("Tweede tekst van Noor.");
    expect((await house.post(old, {})).status).toBe(410);
    expect((await people.row(noor.id))["state"]).toBe("held");
    expect((await house.post(fresh, {})).status).toBe(303);
    expect((await people.row(noor.id))["state"]).toBe("visible");
  });

  test("keeps waiting after a change, also when the rules would let the new text through", async () => {
    const noor = await people.come();
    await people.approve(noor.id);
    const id = await people.say(noor, "Nog een tekst van Noor.");
    await house.admin(`comments/${id}/hold`, { method: "POST" });
    await edit(noor, { body: "Toch een andere tekst." }, id);
    expect(await people.row(id)).toMatchObject({ state: "held", body: "Toch een andere tekst." });
  });

  test("that the rules called spam looks to its writer as any other", async () => {
    const noor = await people.come();
    await house.admin(`comments/${noor.id}/spam`, { method: "POST" });
    const html = await (await house.fetch("/mijn/", { headers: noor.headers })).text();
    expect(html).toContain("Een organisator leest hem nog.");
    expect(html).not.toMatch(/spam|reclame/iu);
    await edit(noor, { body: "Een heel gewone tekst." });
    expect(await people.row(noor.id)).toMatchObject({ state: "spam", body: "Een heel gewone tekst." });
  });

  test("changed from two windows at once is changed once, and nothing typed is lost", async () => {
    const noor = await people.come();
    const answers = await Promise.all([
      edit(noor, { body: "Uit venster een." }),
      edit(noor, { body: "Uit venster twee." }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await refused?.text()).toMatch(/Uit venster (?:een|twee)\./u);
    expect((await people.row(noor.id))["version"]).toBe(2);
  });

  test("changed over and over stops at the limit for comments", async () => {
    await clearOf(600);
    const noor = await people.come();
    const statuses: number[] = [];
    for (let version = 1; version <= 8; version += 1)
      statuses.push((await edit(noor, { body: `Tekst ${version}`, version: String(version) })).status);
    expect(statuses).toContain(429);
    expect(statuses[0]).toBe(303);
  });

  test("can't be judged by who read another text: approving it, alone or with others, is refused", async () => {
    const noor = await people.come();
    await edit(noor, { body: "Andere tekst." });
    const alone = await house.admin(`comments/${noor.id}/approve`, {
      method: "POST",
      headers: { "if-match": '"1"' },
    });
    expect(alone.status).toBe(412);
    const json = { act: "approve", comments: [{ id: noor.id, version: 1 }] };
    const together = await house.admin("comments/judgements", { json });
    expect(await together.json()).toEqual({ changed: 0, same: 0, late: 1, gone: 0, undo: null });
    expect((await people.row(noor.id))["state"]).toBe("held");
  });

  test("left empty is refused with a sentence", async () => {
    const noor = await people.come();
    const answer = await edit(noor, { body: "  " });
    expect([answer.status, (await answer.text()).includes("Schrijf nog iets op")]).toEqual([422, true]);
  });
});

describe("my comment on the site", () => {
  test("of a first-timer goes past an organiser again after a change", async () => {
    const noor = await people.come();
    await people.approve(noor.id);
    await edit(noor, { body: "Stiekem iets anders." });
    expect(await people.row(noor.id)).toMatchObject({ state: "held", body: "Stiekem iets anders." });
    expect(await article()).not.toContain("Stiekem iets anders.");
  });

  test("of somebody trusted stays, with the new text, its number, and no second mail to anybody", async () => {
    const noor = await people.come();
    await people.approve(noor.id);
    const id = await people.say(noor, "Vertrouwde tekst.");
    const before = await people.row(id);
    expect(before["state"]).toBe("visible");
    const mails = await people.count("emails where comment_id = ?", id);
    await edit(noor, { body: "Vertrouwde tekst, mooier." }, id);
    expect(await people.row(id)).toMatchObject({
      state: "visible",
      number: before["number"],
      judged_at: before["judged_at"],
    });
    expect(await article()).toContain("Vertrouwde tekst, mooier.");
    expect(await people.count("emails where comment_id = ?", id)).toBe(mails);
  });

  test("can't be changed past fifteen minutes, nor once somebody answered: weghalen can", async () => {
    const late = await people.come();
    await people.approve(late.id);
    await house.sql.execute({
      sql: "update comments set judged_at = ? where id = ?",
      args: [new Date(Date.now() - 16 * 60_000).toISOString(), late.id],
    });
    for (const [body, status] of [
      ["Te laat.", 409],
      ["Te lang. ".repeat(600), 422],
    ] as const) {
      const answer = await edit(late, { body });
      expect([answer.status, typedIn(await answer.text())]).toEqual([status, body]);
    }
    const answered = await people.come();
    await people.approve(answered.id);
    const other = await people.come({ parent: answered.id });
    await people.approve(other.id);
    expect((await edit(answered, { body: "Na een antwoord." })).status).toBe(409);
    expect((await people.row(answered.id))["version"]).toBe(1);
    const page = await (
      await house.fetch(`/mijn/reacties/${answered.id}/`, { headers: answered.headers })
    ).text();
    expect(page).not.toContain("<textarea");
    expect(page).toContain("Haal mijn reactie weg");
  });

  test("is offered to be changed in its place, to its writer alone", async () => {
    const noor = await people.come();
    await people.approve(noor.id);
    const own = await (await house.fetch(`/${SLUG}/?reactie=${noor.id}`, { headers: noor.headers })).text();
    expect(own).toContain(`href="/mijn/reacties/${noor.id}/"`);
    const other = await (await house.fetch(`/${SLUG}/?reactie=${noor.id}`)).text();
    expect(other).not.toContain("/mijn/reacties/");
  });

  test("unlearns what its old words taught", async () => {
    const noor = await people.come({ body: "zonderlingwoord zonderlingwoord" });
    await people.approve(noor.id);
    const learned = () => people.count("learned_words where word = 'zonderlingwoord' and clear > 0");
    expect(await learned()).toBe(1);
    await edit(noor, { body: "Iets heel anders." });
    expect(await learned()).toBe(0);
  });
});

describe("a change from a browser that is not known any more", () => {
  test("is not done, and what was typed comes back: the same form does it once she is known again", async () => {
    const noor = await people.come();
    const stranger = { ...noor, headers: { cookie: "" } };
    const typed = { body: "Een lange <b>zin</b> van Noor.", version: "1" };
    const refused = await edit(stranger, typed);
    const html = await refused.text();
    expect([refused.status, typedIn(html)]).toEqual([404, "Een lange &lt;b&gt;zin&lt;/b&gt; van Noor."]);
    expect(html).toContain('href="/mijn/"');
    expect(html).toContain(`action="/mijn/reacties/${noor.id}/"`);
    expect(await people.row(noor.id)).toMatchObject({ version: 1 });
    expect((await edit(noor, { ...typed, version: versionIn(html) })).status).toBe(303);
    expect(await people.row(noor.id)).toMatchObject({ body: typed.body, version: 2 });
  });

  test("is answered the same for a comment that is there and for one that never was", async () => {
    const [noor, sam] = [await people.come(), await people.come()];
    for (const headers of [
      { cookie: "" },
      sam.headers,
      { cookie: noor.headers.cookie.replace("per_", "per_0") },
    ]) {
      const answers = [noor.id, "cmt_0000nooit"].map(async (id) => {
        const answer = await edit({ ...noor, headers }, { body: "Wat staat hier?" }, id);
        return [answer.status, (await answer.text()).replaceAll(id, "")];
      });
      const [there, never] = await Promise.all(answers);
      expect(there).toEqual(never);
      expect(there?.[0]).toBe(404);
    }
  });

  test("of a comment that was taken away in another window comes back too", async () => {
    const noor = await people.come();
    await remove(noor);
    const answer = await edit(noor, { body: "Toch nog iets." });
    expect([answer.status, typedIn(await answer.text())]).toEqual([404, "Toch nog iets."]);
  });

  test("comes back while the database can't be asked", async () => {
    const noor = await people.come();
    house.databaseAnswers({ status: 503 });
    const answer = await edit(noor, { body: "Juist nu." });
    house.databaseAnswers(null);
    expect([answer.status, typedIn(await answer.text())]).toEqual([503, "Juist nu."]);
  });
});

describe("taking a comment away", () => {
  test("removes its words, its writer and its emails for good, and keeps its place for an answer", async () => {
    const noor = await people.come({ body: "Dit mag weg. Zie https://een.example en https://twee.example" });
    expect((await people.row(noor.id))["reasons"]).toContain("een.example");
    await people.approve(noor.id);
    const other = await people.come({ parent: noor.id, body: "Een antwoord dat blijft." });
    await people.approve(other.id);
    expect((await remove(noor)).status).toBe(200);
    expect(await people.row(noor.id)).toMatchObject({
      state: "deleted",
      name: "",
      body: "",
      body_html: "",
      email: null,
      person_id: null,
      fingerprint: null,
      network: null,
      learned: null,
      reasons: "[]",
      submission: noor.id,
    });
    expect(await people.count("links where comment_id = ?", noor.id)).toBe(0);
    expect(await people.count("emails where comment_id = ?", noor.id)).toBe(0);
    const html = await article();
    expect(html).not.toContain("Dit mag weg.");
    expect(html).toMatch(/Deze reactie is verwijderd\.[\s\S]*Een antwoord dat blijft\./u);
    expect(await (await house.fetch("/zoeken/?q=mag")).text()).not.toContain(noor.id);
    expect((await remove(noor)).status).toBe(404);
  });

  test("leaves nothing to see where nobody answered", async () => {
    const noor = await people.come({ body: "Nooit gezegd." });
    await people.approve(noor.id);
    await remove(noor);
    expect(await article()).not.toContain(noor.id);
  });
});

describe("another's comment", () => {
  test("can't be seen, changed or taken away: not by a stranger, not by another person", async () => {
    const [noor, sam] = [await people.come(), await people.come()];
    const stranger = { ...noor, headers: { cookie: "" } };
    for (const who of [stranger, sam]) {
      const asked = await house.fetch(`/mijn/reacties/${noor.id}/`, { headers: who.headers });
      expect(asked.status).toBe(404);
      expect((await edit(who, { body: "Gekaapt." }, noor.id)).status).toBe(404);
      expect((await remove(who, noor.id)).status).toBe(404);
    }
    expect(await people.row(noor.id)).toMatchObject({ state: "held", version: 1 });
  });

  test("written in my name from a browser that proved nothing is not mine", async () => {
    const noor = await people.come();
    const json = { article: SLUG, name: "Noor", email: noor.email, body: "Niet van Noor.", key: "kwaad" };
    const { id } = await readJson<{ id: string }>(
      house.fetch("/api/comments", { json, headers: people.from() }),
    );
    expect((await house.fetch(`/mijn/reacties/${id}/`, { headers: noor.headers })).status).toBe(404);
    for (const path of ["/mijn/", `/${SLUG}/?reactie=${noor.id}`])
      expect(await (await house.fetch(path, { headers: noor.headers })).text()).not.toContain(id);
  });

  test("is not touched by a form on another site", async () => {
    const noor = await people.come();
    const headers = { ...noor.headers, origin: "https://elders.example", "sec-fetch-site": "cross-site" };
    expect((await house.post(`/mijn/reacties/${noor.id}/weg/`, {}, { headers })).status).toBe(403);
    expect((await house.post("/mijn/wis/", {}, { headers })).status).toBe(403);
    expect((await people.row(noor.id))["state"]).toBe("held");
  });
});
