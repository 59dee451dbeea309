// Every address that answers a GET says how it may be kept. The addresses are read from the rooms themselves, so that a new
// one can't be forgotten here.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Commenter, commentersOf } from "./commenters.ts";
import { type House, startHouse } from "./house.ts";
import { ARTICLE } from "./public-pages.ts";
import { readJson } from "./read-json.ts";

const apps = join(import.meta.dirname, "../../../apps");

/** Where each route of each room that answers a GET is written, as it is written. */
const written = globSync("*/src/**/*.{ts,tsx}", { cwd: apps })
  .filter((file) => !file.includes(".test."))
  .flatMap((file) =>
    [
      ...readFileSync(join(apps, file), "utf8").matchAll(/(?:Routes|Pages|app)\.get\(\s*["`]([^"`]+)["`]/gu),
    ].map(([, path = ""]) => path),
  );

type Kind = "kept" | "own" | "forever";

type Sample = { path: string; kind: Kind };

let house: House;
let noor: Commenter;
let session: string;
let picture: string;
let card: string;

beforeAll(async () => {
  house = await startHouse({ content: true });
  noor = await commentersOf(house, ARTICLE.slice(1, -1)).come();
  const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
  session = items[0]?.slug ?? "";
  // Without a picture of its own it has one that is drawn.
  const bare = { slug: "kaal", title: "Kaal", body: "Zin." };
  const { id } = await readJson<{ id: string }>(house.admin("articles", { json: bare }));
  await house.admin(`articles/${id}/publish`, { method: "POST", headers: { "if-match": '"1"' } });
  card = /\/kaal\/deel-\w+\.png/u.exec(await (await house.fetch("/kaal/")).text())?.[0] ?? "";
  picture =
    /\/media\/[\w/.-]+/u.exec(await (await house.fetch("/van-takenlijst-naar-rol/")).text())?.[0] ?? "";
});

afterAll(() => house.stop());

const byEdge = ["public, max-age=0", expect.stringMatching(/^max-age=\d+, .*stale-if-error=\d/u)];

const says: Record<Kind, unknown[]> = {
  kept: byEdge,
  own: [expect.stringMatching(/no-store|private/u), null],
  forever: [expect.stringContaining("immutable"), null],
};

const kept = (path: string): Sample => ({ path, kind: "kept" });
const own = (path: string): Sample => ({ path, kind: "own" });

/** One address of each route. `kept` is the edge's to keep, `own` is nobody's. */
const samples = (): Record<string, Sample> => ({
  "/": kept("/"),
  "/:slug/": kept(ARTICLE),
  "/:slug/feed/": kept(`${ARTICLE}feed/`),
  "/:slug/reacties/nieuwste/": kept(`${ARTICLE}reacties/nieuwste/`),
  "/:slug/reacties/nieuwste/:page{[1-9]\\\\d{0,4}}/": kept(`${ARTICLE}reacties/nieuwste/9/`),
  "/:slug/reacties/:page{[1-9]\\\\d{0,4}}/": kept(`${ARTICLE}reacties/9/`),
  "/:slug/reacties/:id{cmt_[0-9a-z]+}/": kept(`${ARTICLE}reacties/cmt_x/`),
  "${path}pagina/:number/": kept("/artikelen/pagina/9/"),
  "/programma/": kept("/programma/"),
  "/programma/:step/": kept("/programma/rondetafel/"),
  "/inschrijven/:session/": kept(`/inschrijven/${session}/`),
  "/agenda/": kept("/agenda/"),
  "/agenda.ics": kept("/agenda.ics"),
  "/sitemap.xml": kept("/sitemap.xml"),
  "/:part{sitemap-[1-9][0-9]?\\\\.xml}": kept("/sitemap-1.xml"),
  "/robots.txt": kept("/robots.txt"),
  "/.well-known/security.txt": kept("/.well-known/security.txt"),
  "/llms.txt": kept("/llms.txt"),
  "/zoeken/": kept("/zoeken/"),
  "/feed/": kept("/feed/"),
  "/feed/atom/": kept("/feed/atom/"),
  "/feed.json": kept("/feed.json"),
  "/comments/feed/": kept("/comments/feed/"),
  "/categorie/:slug/feed/": kept("/categorie/jouw-rol/feed/"),
  "/auteur/:slug/feed/": kept("/auteur/redactie/feed/"),
  "/tag/:slug/feed/": kept("/tag/rollen/feed/"),
  "/:id{(?:med|art)_[0-9a-z]{26}}/:file": { path: picture, kind: "forever" },
  "/:slug/:card{deel-.+}": { path: card, kind: "forever" },
  "*": own("/media/nergens"),
  "/api/health": own("/api/health"),
  "/openapi.json": own("/api/admin/openapi.json"),
  "/bevestig/:token": own("/bevestig/x"),
  "/bevestig/:claim{sgn_[^/]+}": own("/bevestig/sgn_x.1.x"),
  "/bewijs/:claim{sgn_[^/]+}/": own("/bewijs/sgn_x/"),
  "/mijn/agenda/:file{per_[^/]+\\\\.ics}": own("/mijn/agenda/per_x.ics"),
  "/bevestig/:claim{wsh_[^/]+}": own("/bevestig/wsh_x.1.x"),
  "/modereer/:token": own("/modereer/x"),
  "/voorbeeld/:token": own("/voorbeeld/x"),
  "/afmelden/:token": own("/afmelden/x"),
  "/afmelden/:token{per_[0-9a-z]+\\\\.new\\\\..+}": own("/afmelden/per_x.new.x"),
  "/volgen/": own("/volgen/"),
  "/melden/": own("/melden/?gemeld=x"),
  "/melden/:slug{[a-z0-9-]+}/": own(`/melden${ARTICLE}`),
  "/melden/:id{cmt_[0-9a-z]+}": own(`/melden/${noor.id}`),
  "/mijn/": own("/mijn/"),
  "/mijn/:claim": own("/mijn/onbekend"),
  "/mijn/adres/": own("/mijn/adres/"),
  "/mijn/wis/": own("/mijn/wis/"),
  "/mijn/gegevens.json": own("/mijn/gegevens.json"),
  "/mijn/reacties/:id{cmt_[0-9a-z]+}/": own(`/mijn/reacties/${noor.id}/`),
  "/beheer": own("/beheer"),
  "/beheer/": own("/beheer/"),
  "/beheer/inloggen": own("/beheer/inloggen"),
  "/beheer/reacties/": own("/beheer/reacties/"),
  "/beheer/meldingen/": own("/beheer/meldingen/"),
  "/beheer/mails/": own("/beheer/mails/"),
  "/beheer/mails/:id{eml_[0-9a-z]+}/": own("/beheer/mails/eml_x/"),
  "/beheer/journaal/": own("/beheer/journaal/"),
  "/beheer/bijeenkomsten/:id{ses_[0-9a-z]+}/:paper": own("/beheer/bijeenkomsten/ses_x/presentielijst"),
  "/beheer/instellingen/": own("/beheer/instellingen/"),
  "/beheer/mails/voorbeelden/": own("/beheer/mails/voorbeelden/"),
  "/beheer/mails/voorbeelden/:kind/": own("/beheer/mails/voorbeelden/person_link/"),
  "/beheer/mails/voorbeelden/:kind/mail": own("/beheer/mails/voorbeelden/person_link/mail"),
});

test("every route has an address here, and every address here is a route", () => {
  expect([...new Set(written)].toSorted()).toEqual(Object.keys(samples()).toSorted());
});

describe.for([...new Set(written)].map((route) => [route] as const))("%s", ([route]) => {
  const sampleOf = () => samples()[route] ?? { path: "", kind: "own" };
  const ask = (method = "GET", headers: Record<string, string> = {}) =>
    house.fetch(sampleOf().path, { method, headers: { ...noor.headers, ...headers } });

  test("says how it may be kept: by the edge, by nobody, or for ever", async () => {
    const { kind } = sampleOf();
    const { headers, status } = await ask();
    expect(status).toBeLessThan(500);
    expect([headers.get("cache-control"), headers.get("cloudflare-cdn-cache-control")]).toEqual(says[kind]);
    // What everybody may keep must not be made for one.
    const isForOne = headers.has("set-cookie") || (headers.get("vary") ?? "").includes("ookie");
    expect(isForOne && kind !== "own").toBe(false);
  });

  test("answers HEAD as GET, without the body", async () => {
    const [get, head] = [await ask(), await ask("HEAD")];
    expect([head.status, await head.text()]).toEqual([get.status, ""]);
    for (const name of ["cache-control", "cloudflare-cdn-cache-control", "content-type", "cache-tag"])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
  });

  test("answers 304 to who has it, where it can be kept", async () => {
    const get = await ask();
    const etag = get.headers.get("etag");
    const again = await ask("GET", { "if-none-match": etag ?? '"x"' });
    const isKept = ["kept", "forever"].includes(sampleOf().kind);
    expect(again.status).toBe(get.status === 200 && isKept ? 304 : get.status);
  });
});
