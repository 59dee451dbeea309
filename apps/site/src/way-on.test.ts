import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let comment = "";

beforeAll(async () => {
  house = await startHouse();
  await house.admin("import", {
    json: {
      authors: [{ slug: "anna", name: "Anna", bio: "" }],
      categories: [{ slug: "rol", title: "Rol" }],
      tags: [{ slug: "tijd", title: "Tijd" }],
      articles: [
        {
          slug: "oud",
          title: "Oud",
          body: "Tekst",
          author: "anna",
          category: "rol",
          tags: ["tijd"],
          publishedAt: "2020-01-01T00:00:00.000Z",
          comments: [{ ref: "1", name: "Sam", body: "Zo is het.", postedAt: "2020-01-02T00:00:00.000Z" }],
        },
        { slug: "los", title: "Los", body: "Tekst", author: "anna", publishedAt: "2020-01-03T00:00:00.000Z" },
      ],
    },
  });
  const { rows } = await house.sql.execute("select id from comments");
  comment = JSON.stringify(rows[0]?.["id"]).replaceAll('"', "");
  for (const [table, slug] of [
    ["articles", "oud"],
    ["categories", "rol"],
    ["authors", "anna"],
    ["tags", "tijd"],
  ])
    await house.sql.execute(`update ${table} set slug = 'nieuw' where slug = '${slug}'`);
});

afterAll(() => house.stop());

const led = async (path: string) => {
  const { answer, trips } = await house.roundTrips(() => house.fetch(path));
  return { status: answer.status, to: answer.headers.get("location"), trips };
};

describe("below an address that something moved away from", () => {
  test.for([
    ["/oud/feed/", "/nieuw/feed/"],
    ["/oud/reacties/2/", "/nieuw/reacties/2/"],
    ["/oud/reacties/nieuwste/", "/nieuw/reacties/nieuwste/"],
    ["/categorie/rol/feed/", "/categorie/nieuw/feed/"],
    ["/categorie/rol/pagina/2/", "/categorie/nieuw/pagina/2/"],
    ["/auteur/anna/feed/", "/auteur/nieuw/feed/"],
    ["/tag/tijd/feed/", "/tag/nieuw/feed/"],
  ] as const)(
    "%s leads to the same where it stands now, in no more round trips than a page that is not there",
    async ([from, to]) => {
      expect(await led(from)).toEqual({ status: 301, to, trips: { site: 2 } });
    },
  );

  test("a comment's own address leads to it", async () => {
    const at = `/nieuw/reacties/${comment}/`;
    expect(await led(`/oud/reacties/${comment}/`)).toMatchObject({ status: 301, to: at });
    expect(await led(at)).toMatchObject({ status: 301, to: `/nieuw/#${comment}` });
  });

  test.for([
    ["/oud/?reactie=mail", "/nieuw/?reactie=mail"],
    ["/melden/oud/", "/melden/nieuw/"],
    ["/melden/oud/?volgorde=nieuwste", "/melden/nieuw/?volgorde=nieuwste"],
  ] as const)("%s leads on with all that was asked", async ([from, to]) => {
    expect(await led(from)).toMatchObject({ status: 301, to });
  });

  test.for([
    "/nergens/feed/",
    "/nergens/reacties/2/",
    "/nergens/reacties/cmt_x/",
    "/categorie/nergens/feed/",
    "/melden/nergens/",
    "/nieuw/reacties/9/",
  ])("%s, where nothing stood, is not there", async (path) => {
    expect((await led(path)).status).toBe(404);
  });
});

describe("an address of the site before", () => {
  test.for([
    ["/category/nieuw/feed/", "/categorie/nieuw/feed/"],
    ["/category/ouder/nieuw/feed/rss2/", "/categorie/nieuw/feed/"],
    ["/category/ouder/nieuw/page/1/", "/categorie/nieuw/pagina/1/"],
    ["/author/nieuw/feed/", "/auteur/nieuw/feed/"],
    ["/author/nieuw/page/1/", "/auteur/nieuw/pagina/1/"],
    ["/tag/nieuw/feed/atom/", "/tag/nieuw/feed/"],
    ["/feed/rdf/", "/feed/"],
    ["/feed/rss2", "/feed/"],
    ["/comments/feed/rss2/", "/comments/feed/"],
    ["/nieuw/feed/atom/", "/nieuw/feed/"],
    ["/?feed=rss2", "/feed/"],
    ["/?feed=atom", "/feed/atom/"],
    ["/?feed=comments-rss2", "/comments/feed/"],
    ["/?s=ronde+tafel&submit=Zoek", "/zoeken/?q=ronde+tafel"],
  ] as const)("%s leads to %s, and that is there", async ([from, to]) => {
    expect(await led(from)).toEqual({ status: 301, to, trips: {} });
    const answer = await house.fetch(to, { redirect: "follow" });
    expect([answer.status, (await answer.text()).length > 0]).toEqual([200, true]);
  });

  test.for(["//elders.example/feed/rss2/", "//elders.example/x/feed/atom/"])(
    "%s leads nowhere else",
    async (path) => {
      const answer = await fetch(`${house.url}${path}`, { redirect: "manual" });
      expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
    },
  );
});

test("a tag has a feed of what is under it and of nothing else, and its page says where", async () => {
  const feed = await house.fetch("/tag/nieuw/feed/");
  expect(feed.headers.get("content-type")).toContain("application/rss+xml");
  const xml = await feed.text();
  expect(xml).toMatch(/<title>Ontsecretaressen: Tijd<\/title>.*<title>Oud<\/title>/su);
  expect(xml).not.toContain("<title>Los</title>");
  expect(await (await house.fetch("/feed/")).text()).toContain("<title>Los</title>");
  expect(await (await house.fetch("/tag/nieuw/")).text()).toContain('href="/tag/nieuw/feed/"');
});
