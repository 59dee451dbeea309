// What went wrong in other comment systems, and must not go wrong here. What a room tests of itself stands there; these go
// through several rooms.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearOf } from "./clear-of.ts";
import { type Commenters, commentersOf } from "./commenters.ts";
import { startHouse, type House } from "./house.ts";
import { readJson } from "./read-json.ts";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const post = (change: Record<string, unknown> = {}, headers: Record<string, string> = people.from()) => {
  const email = `elders${(turn += 1)}@voorbeeld.nl`;
  const json = { article: SLUG, name: "Noor", email, body: `Tekst ${turn}e.`, key: `e${turn}`, ...change };
  return house.fetch("/api/comments", { json, headers });
};

const linksIn = (text: string | null | undefined, kind: string) =>
  [...(text ?? "").matchAll(new RegExp(`/${kind}/[\\w.-]+`, "gu"))].map(([path]) => path);

describe("a field that nobody asked for", () => {
  test("can't make a comment visible, another's, older, or numbered", async () => {
    const { id } = await readJson<{ id: string }>(
      post({
        id: "cmt_gekozen",
        state: "visible",
        number: 1,
        personId: "per_ander",
        person_id: "per_ander",
        posted_at: "2001-01-01T00:00:00.000Z",
        proved_at: "2001-01-01T00:00:00.000Z",
        html: "<script>x</script>",
        isProved: true,
      }),
    );
    expect(id).not.toBe("cmt_gekozen");
    const row = await people.row(id);
    expect(row).toMatchObject({ state: "waiting_for_address", number: null, proved_at: null });
    expect(row["posted_at"]).not.toMatch(/^2001/u);
    expect(row["body_html"]).not.toContain("script");
  });

  test("in an object or a list where text is asked for is refused, and nothing is kept", async () => {
    const before = await people.count("comments");
    for (const change of [
      { body: { $gt: "" } },
      { name: ["a"] },
      { email: { toString: "x" } },
      { article: [SLUG] },
    ])
      expect((await post(change)).status).toBe(422);
    expect(await people.count("comments")).toBe(before);
  });
});

describe("an article that is not named", () => {
  test.for([undefined, "", null, "*", "%", "../", "//kwaad.example", SLUG.toUpperCase()])(
    "%s never means any of them, nor leads elsewhere",
    async (article) => {
      const before = await people.count("comments");
      const fields = { article: article ?? "", name: "Noor", email: "a@voorbeeld.nl", body: "x", key: "k" };
      const answer = await house.post("/api/comments", fields);
      expect([404, 422]).toContain(answer.status);
      expect(answer.headers.get("location")).toBeNull();
      expect(await people.count("comments")).toBe(before);
    },
  );
});

describe("what is said under a text that is not on the site", () => {
  test("is in no feed, no search, no list of newest comments, and can't be reported", async () => {
    const json = { slug: "tijdelijk", title: "Tijdelijk", body: "Zin." };
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json }));
    const publish = { method: "POST", headers: { "if-match": '"1"' } };
    await house.admin(`articles/${id}/publish`, publish);
    const who = await people.come({ article: "tijdelijk", body: "Verborgenwoord hier." });
    await people.approve(who.id);
    expect(await (await house.fetch("/comments/feed/")).text()).toContain("Verborgenwoord");
    const asked = { method: "POST", headers: { "if-match": '"2"' } };
    const unpublished = await house.admin(`articles/${id}/unpublish`, asked);
    expect(unpublished.status).toBe(200);
    for (const path of ["/comments/feed/", "/", "/zoeken/?q=Verborgenwoord", "/sitemap.xml", "/llms.txt"])
      expect(await (await house.fetch(path)).text()).not.toContain("Verborgenwoord hier");
    const below = [
      "",
      "feed/",
      "reacties/nieuwste/",
      `reacties/${who.id}/`,
      `?antwoord=${who.id}`,
      `?reactie=${who.id}`,
    ];
    for (const path of [...below.map((rest) => `tijdelijk/${rest}`), `melden/${who.id}`, "melden/tijdelijk/"])
      expect((await house.fetch(`/${path}`, { headers: who.headers })).status).toBeGreaterThanOrEqual(404);
  });
});

describe("a link from an email", () => {
  test("does only what it is for: not one kind opens or does what another is for", async () => {
    const who = await people.come({ notify: true, body: "Voor de links." });
    const mails = await house.mails();
    const ask = mails.find(({ to, text }) => to.includes(who.email) && (text ?? "").includes("/bevestig/"));
    const judge = await house.waitForMail(
      ({ text }) => (text ?? "").includes("Voor de links.") && /modereer/u.test(text ?? ""),
    );
    const [confirm = ""] = linksIn(ask?.text, "bevestig");
    const [moderate = ""] = linksIn(judge.text, "modereer");
    const token = (path: string) => path.split("/").at(-1) ?? "";
    for (const path of [
      `/modereer/${token(confirm)}`,
      `/mijn/${token(confirm)}`,
      `/bevestig/${token(moderate)}`,
      `/mijn/${token(moderate)}`,
      `/afmelden/${token(moderate)}`,
      `/afmelden/${token(confirm)}`,
    ]) {
      expect((await house.fetch(path)).status).toBe(410);
      const pressed = await house.post(path, {});
      expect(pressed.headers.get("set-cookie")).toBeNull();
      expect([303, 410]).toContain(pressed.status);
    }
    expect((await people.row(who.id))["state"]).toBe("held");
  });

  test("to stop is of that person and that conversation alone, and opening it stops nothing", async () => {
    const [noor, sam] = [await people.come({ notify: true }), await people.come({ notify: true })];
    for (const { id } of [noor, sam]) await people.approve(id);
    const news = await people.come({ body: "Nieuw voor beiden." });
    await people.approve(news.id);
    const mail = await house.waitForMail(
      ({ to, text }) => to.includes(noor.email) && (text ?? "").includes("Nieuw voor beiden"),
    );
    const [stop = ""] = linksIn(mail.text, "afmelden");
    await house.fetch(stop);
    expect(await people.count("subscriptions where pace = 'never'")).toBe(0);
    await house.post(stop, {});
    expect(await people.count("subscriptions where pace = 'never'")).toBe(1);
  });
});

describe("an address", () => {
  test("of somebody trusted gives a browser that proved nothing no trust", async () => {
    const noor = await people.come();
    await people.approve(noor.id);
    const { id } = await readJson<{ id: string }>(post({ email: noor.email }));
    expect((await people.row(id))["state"]).toBe("waiting_for_address");
  });

  test.for(["redactie@ontsecretaressen.eu", "REDACTIE@ontsecretaressen.eu"])(
    "of the organisers, %s, gives none either",
    async (email) => {
      const { id } = await readJson<{ id: string }>(post({ email, name: "Redactie" }));
      expect((await people.row(id))["state"]).toBe("waiting_for_address");
    },
  );

  test("with a wildcard in it is only itself", async () => {
    await people.come();
    const asked = await house.post("/mijn/", { email: "mens%@voorbeeld.nl" }, { headers: people.from() });
    expect(asked.headers.get("location")).toBe("/mijn/?link=gestuurd");
    await house.post("/mijn/", { email: "mens_@voorbeeld.nl" }, { headers: people.from() });
    expect(await people.count("emails where kind = 'person_link'")).toBe(0);
  });

  test.for([
    "a@b.nl\r\nBcc: c@d.nl",
    '"a b"@b.nl',
    "a@b.nl,c@d.nl",
    "<a@b.nl>",
    "a@[127.0.0.1]",
    "a@b.nl\u0000",
  ])("such as %j is refused, for it could be more than one", async (email) => {
    expect((await post({ email })).status).toBe(422);
  });
});

describe("a name that tries to become a header", () => {
  test("is refused with a line end, and in a subject turns nothing around", async () => {
    expect((await post({ name: "Noor\r\nBcc: x@y.nl" })).status).toBe(422);
    const who = await people.come({ name: "Noor \u202Ern.live\u202C", body: "Onderwerp." });
    const mail = await house.waitForMail(
      ({ text }) => (text ?? "").includes("Onderwerp.") && /modereer/u.test(text ?? ""),
    );
    expect(mail.subject).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    expect(who.id).toMatch(/^cmt_/u);
  });
});

describe("where a request comes from", () => {
  test("is what the edge says: a header of the sender's own making moves no limit", async () => {
    await clearOf(600);
    const own = { "cf-connecting-ip": "192.0.2.77" };
    const statuses: number[] = [];
    for (let count = 0; count < 45; count += 1) {
      const forged = {
        "x-forwarded-for": `10.0.0.${count}`,
        "x-real-ip": `10.0.1.${count}`,
        forwarded: `for=10.0.2.${count}`,
      };
      statuses.push((await post({}, { ...own, ...forged })).status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});

describe("a page that the edge keeps", () => {
  test("is the same for who is known and who is not, and what is private is never kept", async () => {
    const noor = await people.come({ body: "Alleen van mij." });
    const [known, stranger] = await Promise.all([
      house.fetch(`/${SLUG}/`, { headers: noor.headers }),
      house.fetch(`/${SLUG}/`),
    ]);
    const withoutKey = async (answer: Response) =>
      (await answer.text()).replaceAll(/name="key" value="[^"]*"/gu, "");
    expect(await withoutKey(known)).toBe(await withoutKey(stranger));
    const own = await house.fetch(`/${SLUG}/?reactie=${noor.id}`, { headers: noor.headers });
    expect(own.headers.get("cache-control")).toBe("no-store");
    expect(await own.text()).toContain("Alleen van mij.");
    const shared = await house.fetch(`/${SLUG}/?reactie=${noor.id}`);
    expect(await shared.text()).not.toContain("Alleen van mij.");
  });
});

describe("a list of the protected endpoint", () => {
  test.for(["1000000000", "-1", "0", "1.5", "NaN", "1e9", ""])(
    "asked for %j rows gives a sane number",
    async (limit) => {
      const answer = await house.admin(`comments?limit=${limit}`);
      const { items = [] } = await readJson<{ items?: unknown[] }>(answer);
      expect([200, 400]).toContain(answer.status);
      expect(items.length > 0).toBe(answer.status === 200);
      expect(items.length).toBeLessThanOrEqual(200);
    },
  );
});

describe("what everybody gets to read about a comment", () => {
  test("is exactly these fields, whatever is kept of it", async () => {
    const answer = await readJson<Record<string, unknown>>(post());
    expect(Object.keys(answer).toSorted()).toEqual(["article", "id", "name", "parent", "state"]);
  });
});
