import { readFileSync } from "node:fs";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

const MOMENT = (day: number) => new Date(Date.UTC(2020, 0, day, 12)).toISOString();

beforeAll(async () => {
  house = await startHouse();
  const articles = Array.from({ length: 45 }, (_, index) => ({
    slug: `artikel-${index}`,
    title: `Artikel ${index}`,
    body: "Tekst",
    author: "anna",
    category: "rol",
    tags: ["tijd"],
    publishedAt: MOMENT(index + 1),
  }));
  await house.admin("import", {
    json: {
      authors: [{ slug: "anna", name: "Anna", bio: "Anna schrijft." }],
      categories: [
        { slug: "rol", title: "Rol", parent: "werk" },
        { slug: "werk", title: "Werk" },
      ],
      tags: [{ slug: "tijd", title: "Tijd" }],
      articles,
    },
  });
});

afterAll(() => house.stop());

const budgets: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

const ARCHIVES = {
  "/artikelen/": ["/artikelen/", 45],
  "/categorie/{slug}/": ["/categorie/werk/", 45],
  "/tag/{slug}/": ["/tag/tijd/", 45],
  "/auteur/{slug}/": ["/auteur/anna/", 45],
  "/archief/{yyyy}/{mm}/": ["/archief/2020/01/", 31],
} as const;

const articlesIn = (html: string) =>
  [...html.matchAll(/<h2><a href="\/(artikel-\d+)\/"/gu)].map(([, slug]) => slug);

describe.for(Object.entries(ARCHIVES))("%s", ([route, [path, count]]) => {
  test("shows all its articles over its pages, each page in one round trip", async () => {
    const last = Math.ceil(count / 20);
    const seen: (string | undefined)[] = [];
    for (let number = 1; number <= last; number += 1) {
      const address = number === 1 ? path : `${path}pagina/${number}/`;
      const { answer, trips } = await house.roundTrips(() => house.fetch(address));
      expect([answer.status, trips]).toEqual([200, { site: budgets.roundTrips[route] }]);
      seen.push(...articlesIn(await answer.text()));
    }
    expect(seen).toEqual(Array.from({ length: count }, (_, index) => `artikel-${count - 1 - index}`));
  });

  test("page 1 is the bare address, and past the last page is nothing", async () => {
    const first = await house.fetch(`${path}pagina/1/`);
    expect([first.status, first.headers.get("location")]).toEqual([301, path]);
    for (const number of ["0", "01", "-1", "99", "x", "1e1", "99999999999"]) {
      expect([number, (await house.fetch(`${path}pagina/${number}/`)).status]).toEqual([number, 404]);
    }
  });
});

test("what nobody knows, and a month without articles, is nothing", async () => {
  for (const path of [
    "/categorie/x/",
    "/tag/x/",
    "/auteur/x/",
    "/archief/2020/05/",
    "/archief/2020/13/",
    "/archief/x/y/",
    "/archief/",
    "/categorie/",
  ]) {
    expect([path, (await house.fetch(path)).status]).toEqual([path, 404]);
  }
});

test("an article says under which category its own stands, to readers and to machines", async () => {
  const html = await (await house.fetch("/artikel-3/")).text();
  expect(html).toContain('<a href="/categorie/werk/">Werk</a><a href="/categorie/rol/">Rol</a></nav>');
  const things = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? "";
  expect(things).toMatch(
    /"position":2,"name":"Werk".*"position":3,"name":"Rol".*"position":4,"name":"Artikel 3"/u,
  );
});
