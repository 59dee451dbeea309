import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

const lead = (from: string, to: string) => house.admin("redirects", { json: { from, to } });

const placeOf = async (slug: string) => {
  const answer = await house.fetch(`/${slug}/`);
  return [answer.status, answer.headers.get("location")];
};

describe("a way from an old address", () => {
  test("leads there at once, also when the edge held the page that said there was nothing; and can be ended", async () => {
    expect(await placeOf("oude-naam")).toEqual([404, null]);
    expect((await lead("oude-naam", "over-ons")).status).toBe(201);
    expect(await placeOf("oude-naam")).toEqual([301, "/over-ons/"]);
    expect((await house.admin("redirects/oude-naam", { method: "DELETE" })).status).toBe(204);
    expect(await placeOf("oude-naam")).toEqual([404, null]);
    expect((await house.admin("redirects/oude-naam", { method: "DELETE" })).status).toBe(404);
  });

  test("never chains and never circles", async () => {
    await lead("een", "contact");
    await lead("twee", "een");
    expect(await placeOf("twee")).toEqual([301, "/contact/"]);
    expect((await lead("een", "twee")).status).toBe(201);
    expect(await placeOf("een")).toEqual([301, "/contact/"]);
  });

  test.for([
    ["2011/07/een-oud-stuk", "privacy"],
    ["stappenplan", "programma"],
    ["plan/stap-2", "/programma/workshops/"],
    ["oude/plek", "stappenplan"],
  ] as const)(
    "from %s, of as many words as it had, leads to %s, a page of the site's own too",
    async ([from, to]) => {
      expect((await lead(from, to)).status).toBe(201);
      const end = to === "stappenplan" ? "programma" : to.replaceAll(/^\/|\/$/gu, "");
      expect(await placeOf(from)).toEqual([301, `/${end}/`]);
      expect((await house.fetch(`/${end}/`)).status).toBe(200);
      expect(
        (await house.admin(`redirects/${encodeURIComponent("plan/stap-2")}`, { method: "DELETE" })).status,
      ).toBe(from === "plan/stap-2" ? 204 : 404);
    },
  );

  test.for([
    ["to a text that is not there", "hier", "nergens", 409],
    ["from where a text stands", "privacy", "contact", 409],
    ["from itself", "kring", "kring", 409],
    ["to another site", "weg", "https://elders.example", 422],
    ["from the site's own address", "beheer", "contact", 422],
    ["from below it", "programma/oud", "contact", 422],
    ["from no address that a page could have", "../wp-admin.php", "contact", 422],
    ["to what is not for everybody", "weg", "beheer/reacties", 422],
    ["to another site by way of ours", "weg", "programma//elders", 422],
  ] as const)("%s is refused", async ([, from, to, status]) => {
    expect((await lead(from, to)).status).toBe(status);
  });
});

describe("an address that people miss", () => {
  const misses = async () =>
    (await readJson<{ items: { id: string; count: number }[] }>(house.admin("misses"))).items;

  test("is counted, without who asked, until a way leads on from it", async () => {
    const headers = { "cf-connecting-ip": "203.0.113.77", authorization: "past-the-edge" };
    for (let turn = 0; turn < 3; turn += 1) await house.fetch("/gemist-adres/", { headers });
    await vi.waitFor(async () =>
      expect(await misses()).toContainEqual(expect.objectContaining({ id: "gemist-adres", count: 3 })),
    );
    const { rows } = await house.sql.execute("select * from misses");
    expect(JSON.stringify(rows)).not.toContain("203.0.113");
    await lead("gemist-adres", "contact");
    expect((await misses()).map(({ id }) => id)).not.toContain("gemist-adres");
  });

  test("is counted too when it has several words", async () => {
    await house.fetch("/2011/07/gemist-stuk/");
    await vi.waitFor(async () =>
      expect((await misses()).map(({ id }) => id)).toContain("2011/07/gemist-stuk"),
    );
  });

  test("is one of at most five hundred on a day, however many a robot tries", async () => {
    await clearOf(86400);
    const day = new Date().toISOString().slice(0, 10);
    await house.sql
      .execute(`insert into misses with recursive n(i) as (select 1 union all select i + 1 from n where i < 600)
      select '${day}', 'robot-' || i, 1 from n where i <= 500 - (select count(*) from misses where day = '${day}')`);
    await house.fetch("/nog-een-adres/");
    await house.fetch("/robot-1/");
    await vi.waitFor(async () => {
      const { rows } = await house.sql.execute("select count from misses where slug = 'robot-1'");
      expect(rows[0]?.["count"]).toBe(2);
    });
    const { rows } = await house.sql.execute("select count(*) as n from misses");
    expect(rows[0]?.["n"]).toBe(500);
  });

  test("that is no address a text could have is not counted", async () => {
    await house.sql.execute("delete from misses");
    for (const path of [
      "/wp-login.php",
      "/Hoofd/",
      "/wp/admin.php",
      "/programma/wp-hoofd/",
      "/agenda/wp-hoofd/",
      "/bode/",
    ])
      await house.fetch(path);
    await vi.waitFor(async () => expect((await misses()).map(({ id }) => id)).toContain("bode"));
    expect((await misses()).map(({ id }) => id)).toEqual(["bode"]);
  });
});

describe("the menu", () => {
  type Menu = { header: { label: string; path: string }[]; footer: object[] };

  const save = (menu: unknown, version: string) =>
    house.admin("menu", { method: "PUT", json: menu, headers: { "if-match": version } });

  test("is on every page at once when it is saved, marked where one is, and costs no round trip", async () => {
    const found = await house.admin("menu");
    const menu = await readJson<Menu>(found);
    const header = [...menu.header, { label: "Agenda & meer", path: "/agenda/" }];
    const saved = await save({ ...menu, header }, found.headers.get("etag") ?? "");
    expect([saved.status, saved.headers.get("etag")]).toEqual([200, '"2"']);
    for (const path of ["/", "/agenda/", "/zoeken/", "/nergens/", "/bevestig/onbekend", "/a/b/c/"])
      expect([path, (await (await house.fetch(path)).text()).includes("Agenda &amp; meer")]).toEqual([
        path,
        true,
      ]);
    expect(await (await house.fetch("/agenda/")).text()).toMatch(/href="\/agenda\/" aria-current="page"/u);
    const { trips } = await house.roundTrips(() =>
      house.fetch("/privacy/", { headers: { authorization: "x" } }),
    );
    expect(trips).toEqual({ site: 1 });
    expect((await save(menu, '"1"')).status).toBe(412);
  });

  test.for([
    ["a script", { header: [{ label: "X", path: "javascript:alert(1)" }], footer: [] }],
    ["another site without https", { header: [{ label: "X", path: "//elders.example" }], footer: [] }],
    ["no label", { header: [{ label: "", path: "/" }], footer: [] }],
    [
      "eight links above",
      { header: Array.from({ length: 8 }, () => ({ label: "X", path: "/" })), footer: [] },
    ],
  ])("with %s is refused", async ([, menu]) => {
    expect((await save(menu, '"2"')).status).toBe(422);
  });

  test("is the one that we began with while the database is down", async () => {
    await house.stopDatabase();
    const html = await (await house.fetch("/nieuw-adres/")).text();
    await house.startDatabase();
    expect(html).toContain('href="/programma/"');
  });
});
