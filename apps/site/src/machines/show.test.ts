import { readFileSync } from "node:fs";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { childrenOf, readXml, textOf } from "@ontsecretaressen/testing/read-xml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSitemapIndex } from "./write-sitemap.ts";
import { writeLlms, writeSecurity } from "./write-texts.ts";

const SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const { roundTrips }: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

test.for([
  ["/sitemap.xml", "application/xml"],
  ["/robots.txt", "text/plain"],
  ["/.well-known/security.txt", "text/plain"],
  ["/llms.txt", "text/plain"],
] as const)("%s keeps to its round trips and is not sent twice", async ([path, type]) => {
  const { answer, trips } = await house.roundTrips(() => house.fetch(path));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, `${type}; charset=utf-8`]);
  expect(trips["site"] ?? 0).toBe(roundTrips[path]);
  const again = await house.fetch(path, { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

describe("the sitemap", () => {
  test("names addresses that are all there, each once", async () => {
    const root = readXml(await (await house.fetch("/sitemap.xml")).text());
    expect(root.name).toBe(`${SITEMAP}urlset`);
    const locations = childrenOf(root, `${SITEMAP}url`).map((url) => textOf(url, `${SITEMAP}loc`));
    expect(locations.length).toBeGreaterThan(25);
    expect(new Set(locations).size).toBe(locations.length);
    const answers = await Promise.all(
      locations.map(async (address) => [address, (await fetch(address, { redirect: "manual" })).status]),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    for (const modified of root.children.flatMap((url) => childrenOf(url, `${SITEMAP}lastmod`))) {
      expect(new Date(modified.text).toISOString()).toBe(modified.text);
    }
  });

  test("can be had in parts, and has no part that is empty", async () => {
    expect(await (await house.fetch("/sitemap-1.xml")).text()).toBe(
      await (await house.fetch("/sitemap.xml")).text(),
    );
    for (const part of ["2", "0", "01", "100", "-1", "x"]) {
      expect([part, (await house.fetch(`/sitemap-${part}.xml`)).status]).toEqual([part, 404]);
    }
  });

  test("has a list of its parts when there are many", () => {
    const root = readXml(writeSitemapIndex(2, "https://voorbeeld.nl"));
    expect(root.name).toBe(`${SITEMAP}sitemapindex`);
    expect(root.children.map((part) => textOf(part, `${SITEMAP}loc`))).toEqual([
      "https://voorbeeld.nl/sitemap-1.xml",
      "https://voorbeeld.nl/sitemap-2.xml",
    ]);
  });
});

test("robots.txt names the sitemap and closes what is one person's", async () => {
  const lines = (await (await house.fetch("/robots.txt")).text()).split("\n");
  expect(lines[0]).toBe("User-agent: *");
  expect(lines).toContain(`Sitemap: ${house.url}/sitemap.xml`);
  for (const path of ["/api/", "/beheer/", "/mijn/", "/bevestig/", "/zoeken/"]) {
    expect(lines).toContain(`Disallow: ${path}`);
  }
});

describe("security.txt", () => {
  test("has the fields of RFC 9116", async () => {
    const text = await (await house.fetch("/.well-known/security.txt")).text();
    const fields = Object.fromEntries(
      text
        .trim()
        .split("\n")
        .map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
    );
    expect(fields).toEqual({
      Contact: "mailto:redactie@ontsecretaressen.eu",
      Expires: expect.stringMatching(/^\d{4}-\d\d-01T00:00:00\.000Z$/u),
      "Preferred-Languages": "nl, en",
      Canonical: `${house.url}/.well-known/security.txt`,
    });
  });

  test.for([
    ["2027-01-01T00:00:00.000Z", "2027-07-01T00:00:00.000Z"],
    ["2027-08-31T23:59:59.999Z", "2028-02-01T00:00:00.000Z"],
    ["2027-12-31T12:00:00.000Z", "2028-06-01T00:00:00.000Z"],
  ])("of %s holds until %s, well within a year", ([now = "", expires]) => {
    expect(writeSecurity("https://voorbeeld.nl", now)).toContain(`\nExpires: ${expires}\n`);
  });
});

describe("llms.txt", () => {
  test("has a title, a summary and links that lead somewhere", async () => {
    const text = await (await house.fetch("/llms.txt")).text();
    expect(text).toMatch(/^# Ontsecretaressen\n\n> .+\n/u);
    const links = Array.from(text.matchAll(/\]\((http[^)]+)\)/gu), ([, address = ""]) => address);
    expect(links.length).toBeGreaterThan(15);
    for (const address of links) expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  });

  test("keeps a title on one line, and a link", () => {
    const line = { path: "/a/", title: "Een [titel]\n## niet echt", summary: "" };
    const text = writeLlms({ articles: [line], pages: [], steps: [] }, "https://voorbeeld.nl");
    expect(text).toContain("\n- [Een \\[titel\\] ## niet echt](https://voorbeeld.nl/a/)\n");
  });
});
