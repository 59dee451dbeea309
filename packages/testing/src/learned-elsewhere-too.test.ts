// What went wrong in other comment systems, as in learned-elsewhere.test.ts: about people and what they never asked for.
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Commenters, commentersOf } from "./commenters.ts";
import { startHouse, type House } from "./house.ts";
import { readJson } from "./read-json.ts";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const search = async (typed: string) => (await house.fetch(`/zoeken/?q=${encodeURIComponent(typed)}`)).text();

describe("an address", () => {
  test("finds nothing of whose it is: a search goes by what can be read", async () => {
    const noor = await people.come({ body: "Over appelmoes." });
    await people.approve(noor.id);
    expect(await search("appelmoes")).toContain(noor.id);
    for (const typed of [noor.email, noor.email.split("@", 1)[0] ?? "", "voorbeeld.nl", "voorbeeld"])
      expect(await search(typed)).not.toContain(noor.id);
  });

  test("that somebody else types takes no name and no page from whose it is", async () => {
    const noor = await people.come({ name: "Noor" });
    const person = "people where name = 'Noor' and email = ? and confirmed_at is not null";
    const json = { article: SLUG, name: "Kwaad", email: noor.email.toUpperCase(), body: "Tekst.", key: "x" };
    const posted = await house.fetch("/api/comments", { json, headers: people.from() });
    expect(posted.status).toBe(201);
    expect(await people.count(person, noor.email)).toBe(1);
    expect(await people.count("people where email_key = ?", noor.email)).toBe(1);
  });

  test("that nobody proved hears of no conversation, though the box was ticked and the comment is placed", async () => {
    const email = "nooit.gevraagd@voorbeeld.nl";
    const json = { article: SLUG, name: "Iemand", email, body: "Voor een ander.", key: "n", notify: true };
    const { id } = await readJson<{ id: string }>(
      house.fetch("/api/comments", { json, headers: people.from() }),
    );
    await people.approve(id);
    expect(await people.count("subscriptions")).toBe(0);
    await people.approve((await people.come({ body: "Nieuws." })).id);
    expect(await house.cron("api", "30 6 * * *")).toBe("ok");
    const told = "emails where to_address = ? and kind in ('comment_answered', 'comment_digest')";
    expect(await people.count(told, email)).toBe(0);
  });
});

describe("a link to stop mail, and one to somebody's own page", () => {
  test("do only what they are for", async () => {
    const noor = await people.come({ notify: true });
    await people.approve(noor.id);
    const own = await (await house.fetch("/mijn/", { headers: noor.headers })).text();
    expect(own).toContain(noor.email);
    const stop = /\/afmelden\/([\w.]+)/u.exec(own)?.[1] ?? "";
    await house.post("/mijn/", { email: noor.email }, { headers: people.from() });
    const mail = await house.waitForMail(
      ({ to, text }) => to.includes(noor.email) && /\/mijn\/per_/u.test(text ?? ""),
    );
    const page = /\/mijn\/(per_[\w.]+)/u.exec(mail.text ?? "")?.[1] ?? "";
    expect([
      (await house.fetch(`/afmelden/${stop}`)).status,
      (await house.fetch(`/mijn/${page}`)).status,
    ]).toEqual([200, 200]);
    for (const path of [
      ...["modereer", "bevestig", "mijn"].map((way) => `/${way}/${stop}`),
      ...["modereer", "bevestig", "afmelden"].map((way) => `/${way}/${page}`),
    ]) {
      expect([path, (await house.fetch(path)).status]).toEqual([path, 410]);
      expect((await house.post(path, {})).headers.get("set-cookie")).toBeNull();
    }
    for (const value of [stop, page]) {
      const seen = await house.fetch("/mijn/", { headers: { cookie: `deelnemer=${value}` } });
      expect(await seen.text()).not.toContain(noor.email);
    }
    expect(await people.count("subscriptions where pace = 'never'")).toBe(0);
  });
});

describe("an address of the web", () => {
  test("that somebody typed is asked for by nobody here", async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end();
    });
    await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
    const at = server.address();
    const url = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/plaatje.png`;
    const who = await people.come({ body: `Zie ${url} en ![x](${url})`, notify: true });
    await people.approve(who.id);
    await house.fetch(`/${SLUG}/?reactie=${who.id}`, { headers: who.headers });
    const json = { comment: who.id, reason: "other", explanation: url, key: "u" };
    expect((await house.fetch("/api/reports", { json, headers: people.from() })).status).toBe(201);
    await house.cron();
    await new Promise((closed) => void server.close(closed));
    expect(asked).toBe(0);
  });

  test.for(["/xmlrpc.php", `/${SLUG}/trackback/`, "/wp-comments-post.php"])(
    "at %s nobody tells of another, and no page says that one may",
    async (path) => {
      const told = { url: "https://kwaad.example/", title: "Kwaad", excerpt: "x", blog_name: "Kwaad" };
      expect((await house.post(path, told)).status).toBe(405);
      const page = await house.fetch(`/${SLUG}/`);
      expect(page.headers.get("x-pingback") ?? page.headers.get("link")).toBeNull();
      expect(await page.text()).not.toMatch(/pingback|webmention|trackback/iu);
      expect(await people.count("comments where body like '%kwaad.example%'")).toBe(0);
    },
  );
});

describe("what everybody gets to read about a report", () => {
  test("is exactly these fields, whatever is kept of it", async () => {
    const who = await people.come();
    await people.approve(who.id);
    const json = {
      comment: who.id,
      reason: "other",
      explanation: "Tekst",
      email: "m@voorbeeld.nl",
      key: "f",
    };
    const made = await readJson<object>(house.fetch("/api/reports", { json, headers: people.from() }));
    expect(Object.keys(made).toSorted()).toEqual(["article", "comment", "state"]);
  });
});

describe("the workplace", () => {
  test.for<Record<string, string>>([
    { origin: "https://kwaad.example", "sec-fetch-site": "cross-site" },
    { origin: "https://kwaad.example" },
    { "sec-fetch-site": "same-site" },
  ])("does nothing that another site asks of an organiser's browser: %j", async (foreign) => {
    const who = await people.come();
    const signedIn = await house.post("/beheer/inloggen", { token: house.adminToken });
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    const form = { "content-type": "application/x-www-form-urlencoded", cookie };
    const post = (headers: Record<string, string>) =>
      house.fetch(`/beheer/reacties/${who.id}/plaatsen`, {
        method: "POST",
        headers: { ...form, ...headers },
      });
    expect((await post(foreign)).status).toBe(403);
    expect((await people.row(who.id))["state"]).toBe("held");
    expect((await post({ origin: house.url, "sec-fetch-site": "same-origin" })).status).toBe(303);
    expect((await people.row(who.id))["state"]).toBe("visible");
  });
});
