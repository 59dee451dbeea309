import { readJson } from "@ontsecretaressen/testing/read-json";
import { readFileSync } from "node:fs";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let session = "";

beforeAll(async () => {
  house = await startHouse({ content: true });
  const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
  session = items[0]?.slug ?? "";
});

afterAll(() => house.stop());

const budgets: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../infra/budgets.json", import.meta.url), "utf8"),
);

const PATHS = {
  "/": "/",
  "/{slug}/": "/waarom-de-secretaresse-30-niet-bestaat/",
  "/{page}/": "/over-ons/",
  "/artikelen/": "/artikelen/",
  "/categorie/{slug}/": "/categorie/jouw-rol/",
  "/tag/{slug}/": "/tag/rollen/",
  "/auteur/{slug}/": "/auteur/redactie/",
  "/archief/{yyyy}/{mm}/": "/archief/2011/07/",
  "/programma/": "/programma/",
  "/programma/{step}/": "/programma/rondetafel/",
} as const;

describe("every public page", () => {
  test.for(Object.entries(PATHS))(
    "%s answers 200 in Dutch, with no script but our own, in one round trip",
    async ([route, path]) => {
      const { answer, trips } = await house.roundTrips(() => house.fetch(path));
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("cache-control")).not.toBeNull();
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.get("set-cookie")).toBeNull();
      const html = await answer.text();
      expect(html).toContain('<html lang="nl">');
      expect(html).not.toMatch(
        /<script(?! type="application\/ld\+json">|>if\(self\.body\))|https?:\/\/(?!127\.0\.0\.1)[^"]*\.(?:js|css|woff2?)/u,
      );
      expect(html.match(/<h1[ >]/gu)).toHaveLength(1);
      expect(trips).toEqual({ site: budgets.roundTrips[route] });
    },
  );

  test("/inschrijven/{session}/ shows date, place and seats in one round trip", async () => {
    const { answer, trips } = await house.roundTrips(() => house.fetch(`/inschrijven/${session}/`));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/nog \d+ plekken/u);
    expect(trips).toEqual({ site: budgets.roundTrips["/inschrijven/{session}/"] });
  });

  test("has its stylesheet's hash in the content policy", async () => {
    for (const path of [...Object.values(PATHS), `/inschrijven/${session}/`, "/nergens/"]) {
      const answer = await house.fetch(path);
      const style = /<style>([\s\S]*?)<\/style>/u.exec(await answer.text())?.[1] ?? "";
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
      const hash = Buffer.from(digest).toString("base64");
      expect(style.length).toBeGreaterThan(100);
      expect(answer.headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
    }
  });

  test("answers HEAD as GET, without a body", async () => {
    const answer = await house.fetch("/programma/", { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});

describe("an address where nothing is", () => {
  test.for([
    "/nergens/",
    "/programma/nergens/",
    "/inschrijven/nergens/",
    "/a/b/c/",
    "/%00/",
    "/..%2f/",
    "/nergens.php",
    "/Hoofdletters/",
  ])("%s is answered 404 with a calm page and a way on", async (path) => {
    const answer = await house.fetch(path);
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain("<h1>");
    expect(html).toContain('href="/"');
  });

  test("is answered with the texts whose addresses look like it, and the words to search with", async () => {
    const { answer, trips } = await house.roundTrips(() => house.fetch("/wat-is-intervissie/"));
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toMatch(/Zocht je dit\?.*<a href="\/wat-is-intervisie\/">Wat is intervisie, en/u);
    expect(html).toContain('name="q" value="wat is intervissie"');
    expect(trips).toEqual({ site: budgets.roundTrips["404 /{slug}/"] });
  });

  test("that only a draft has is unknown too", async () => {
    await house.admin("articles", { json: { slug: "nog-niet", title: "Nog niet", body: "Tekst" } });
    expect((await house.fetch("/nog-niet/")).status).toBe(404);
  });
});

describe("an address without its slash", () => {
  test.for(["/over-ons", "/programma", "/programma/rondetafel", "/inschrijven/wat-dan-ook"])(
    "%s leads on: 301",
    async (path) => {
      const answer = await house.fetch(`${path}?q=1&utm_source=x`);
      expect([answer.status, answer.headers.get("location")]).toEqual([301, `${path}/?q=1`]);
    },
  );
});

describe("an address that looks like another site's", () => {
  test.for(["//kwaad.example/", "///kwaad.example/", "/\\kwaad.example/", "//kwaad.example/page/2/"])(
    "%s leads nowhere but here",
    async (path) => {
      const answer = await house.fetch(`${house.url}${path}?utm_source=x`);
      const to = new URL(answer.headers.get("location") ?? "/", house.url);
      expect(to.origin).toBe(house.url);
    },
  );
});

describe("an address of the site that this one took over", () => {
  test.for([
    ["/category/nieuws/jouw-rol/", "/categorie/jouw-rol/"],
    ["/author/redactie", "/auteur/redactie/"],
    ["/2011/07/", "/archief/2011/07/"],
    ["/page/2/", "/artikelen/pagina/2/"],
    ["/feed/rss2/", "/feed/"],
  ] as const)("%s leads to %s: 301", async ([old, now]) => {
    const answer = await house.fetch(old);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, now]);
  });
});

describe("an article that moves", () => {
  test("is led to from every address it ever had: 301, in one step, never in a circle", async () => {
    const json = { slug: "eerst", title: "Eerst", body: "Tekst" };
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json }));
    await house.admin(`articles/${id}/publish`, { method: "POST" });
    const move = async (slug: string, version: number) => {
      const headers = { "if-match": String(version) };
      const answer = await house.admin(`articles/${id}`, { method: "PUT", json: { ...json, slug }, headers });
      expect(answer.status).toBe(200);
    };
    const placeOf = async (slug: string) => (await house.fetch(`/${slug}/`)).headers.get("location");
    await move("daarna", 2);
    await move("nu", 3);
    expect([await placeOf("eerst"), await placeOf("daarna"), await placeOf("nu")]).toEqual([
      "/nu/",
      "/nu/",
      null,
    ]);
    await move("eerst", 4);
    expect([await placeOf("eerst"), await placeOf("daarna"), await placeOf("nu")]).toEqual([
      null,
      "/eerst/",
      "/eerst/",
    ]);
  });
});

describe("a write to a page", () => {
  test.for(["POST", "PUT", "DELETE"])(
    "by %s is refused with 405 that names the right ones",
    async (method) => {
      const answer = await house.fetch("/over-ons/", { method });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    },
  );
});

describe("while the database is stopped", () => {
  test("every page is a calm 503 that says when to come back, and reading works again after", async () => {
    await house.stopDatabase();
    const answers = await Promise.all(Object.values(PATHS).map((path) => house.fetch(path)));
    await house.startDatabase();
    for (const answer of answers) {
      expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual(
        [503, "30", "no-store"],
      );
      expect(await answer.text()).toContain("We zijn er zo weer");
    }
    expect((await house.fetch("/")).status).toBe(200);
  });
});
