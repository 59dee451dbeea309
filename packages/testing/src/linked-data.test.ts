// What pages say to machines about themselves is true to schema.org, and to what Google asks; and each rule finds a fault.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, startHouse } from "./house.ts";
import { ARTICLE } from "./public-pages.ts";
import { readJson } from "./read-json.ts";
import { linkedDataRules, readLinkedData } from "./specs/linked-data.ts";
import { breachesOf } from "./specs/rule.ts";

const SITE = "https://www.ontsecretaressen.eu";

const PATHS = {
  home: "/",
  article: ARTICLE,
  pictured: "/van-takenlijst-naar-rol/",
  author: "/auteur/redactie/",
  category: "/categorie/jouw-rol/",
  programme: "/programma/",
  step: "/programma/workshops/",
};

let house: House;
let session: string;

beforeAll(async () => {
  house = await startHouse({ content: true, bindings: { SITE_URL: SITE } });
  const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
  session = `/inschrijven/${items[0]?.slug ?? ""}/`;
});

afterAll(() => house.stop());

const pageAt = async (path: string) => (await house.fetch(path)).text();

function breachesIn(html: string): string[] | null {
  const said = readLinkedData(html);
  return said === null ? null : breachesOf(linkedDataRules, said);
}

test.for(Object.entries(PATHS))("%s says nothing that breaks a rule", async ([, path]) => {
  expect(breachesIn(await pageAt(path)) ?? []).toEqual([]);
});

test("a session says nothing that breaks a rule", async () => {
  expect(breachesIn(await pageAt(session))).toEqual([]);
});

test("an article, an author, a step and its dates say what they are", async () => {
  const types = async (path: string) => [
    ...new Set([...(await pageAt(path)).matchAll(/"@type":"(\w+)"/gu)].map(([, type]) => type)),
  ];
  expect(await types(ARTICLE)).toEqual(
    expect.arrayContaining(["Article", "Person", "Comment", "BreadcrumbList"]),
  );
  expect(await types(PATHS.author)).toContain("Person");
  expect(await types("/")).toContain("Organization");
  expect(await types(session)).toContain("Event");
});

describe("a fault that is planted is found", () => {
  test.for<[path: string, clause: string, from: RegExp, to: string]>([
    [ARTICLE, "context", /https:\/\/schema\.org/u, "http://schema.example"],
    [ARTICLE, "types", /"@type":"Article"/u, '"@type":"Artikel"'],
    [ARTICLE, "properties", /"headline":/u, '"kop":'],
    [ARTICLE, "values", /"datePublished":"[^"]*"/u, '"datePublished":"gisteren"'],
    [ARTICLE, "Article: what it recommends", /"dateModified":"[^"]*",?/u, ""],
    [ARTICLE, "Comment: what it requires", /"text":/u, '"description":'],
    [ARTICLE, "BreadcrumbList", /"position":2/u, '"position":7'],
    ["session", "Event: what it requires", /"startDate":"[^"]*",?/u, ""],
    ["session", "Event: ends after", /"endDate":"\d{4}/u, '"endDate":"1999'],
  ])("%s: %s", async ([path, clause, from, to]) => {
    const html = await pageAt(path === "session" ? session : path);
    const broken = html.replace(from, to);
    expect(broken).not.toBe(html);
    expect((breachesIn(broken) ?? []).filter((breach) => breach.includes(clause))).not.toEqual([]);
  });
});
