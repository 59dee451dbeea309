import { readFileSync } from "node:fs";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { childrenOf, type Element, readXml, textOf } from "@ontsecretaressen/testing/read-xml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ATOM = "{http://www.w3.org/2005/Atom}";
const CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded";
const CREATOR = "{http://purl.org/dc/elements/1.1/}creator";
const REPLY = "{http://purl.org/syndication/thread/1.0}in-reply-to";
const RFC822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/u;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;
const TAG_URI = /^tag:ontsecretaressen\.eu,2011:\w+$/u;

const hostile = (unknown: string) => `Vijandig ]]> & <b>"x"</b> ${unknown} 'y' 👩‍👩‍👧`;
const HOSTILE = hostile("\u0001\u000b\uFFFF");
const HOSTILE_READ = hostile("");

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
  await house.sql.execute({
    sql: `insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id, state,
        is_open_for_comments, published_at, created_at, updated_at, version)
      select 'art_vijandig', 'article', 'vijandig', :text, :text, 'x', :html, (select id from authors where slug = 'redactie'),
        (select id from categories where slug = 'jouw-rol'), 'published', 1, :at, :at, :at, 1`,
    args: {
      text: HOSTILE,
      html: '<p>]]> &amp; \u0001 &lt;b&gt; <a href="/over-ons/">wij</a></p>',
      at: "2026-10-31T23:59:59.999Z",
    },
  });
  await house.sql.executeMultiple(`
    insert into article_authors select id, author_id, 1 from articles where id = 'art_vijandig';
    insert into categories (id, slug, title) values ('cat_boven', 'boven', 'Boven');
    update categories set parent_id = 'cat_boven' where slug = 'samen-leren';
    insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id,
        state, is_open_for_comments, published_at, created_at, updated_at, version, idempotency_key)
      select 'art_terug', kind, 'teruggetrokken', title, '', '', '', null, null, 'draft', 1,
      null, created_at, updated_at, 1, null from articles limit 1;
    insert into comments (id, article_id, parent_id, number, name, email, body, body_html, wants_notice, state,
        submission, posted_at, judged_at)
        values ('cmt_terug', 'art_terug', null, 1, 'Iemand', null, 'x', '<p>Bij een concept</p>',
      0, 'visible', 's', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z');`);
});

afterAll(() => house.stop());

const { roundTrips }: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

async function read(path: string): Promise<{ answer: Response; text: string; root: Element }> {
  const answer = await house.fetch(path);
  const text = await answer.text();
  return { answer, text, root: readXml(text) };
}

const channelOf = (root: Element): Element => {
  const [channel] = childrenOf(root, "channel");
  if (channel === undefined) throw new Error("a feed without a channel");
  return channel;
};

const subjectsOf = (item: Element): string[] => childrenOf(item, "category").map(({ text }) => text);

const FEEDS = [
  ["/feed/", "/feed/", "application/rss+xml"],
  ["/feed/atom/", "/feed/atom/", "application/atom+xml"],
  ["/feed.json", "/feed.json", "application/feed+json"],
  ["/categorie/{slug}/feed/", "/categorie/jouw-rol/feed/", "application/rss+xml"],
  ["/auteur/{slug}/feed/", "/auteur/redactie/feed/", "application/rss+xml"],
  ["/tag/{slug}/feed/", "/tag/rollen/feed/", "application/rss+xml"],
  ["/comments/feed/", "/comments/feed/", "application/rss+xml"],
  ["/{slug}/feed/", "/waarom-de-secretaresse-30-niet-bestaat/feed/", "application/rss+xml"],
] as const;

describe("every feed", () => {
  test.for(FEEDS)("%s takes one round trip and says what it is", async ([route, path, type]) => {
    const { answer, trips } = await house.roundTrips(() => house.fetch(path));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(trips).toEqual({ site: roundTrips[route] });
  });

  test.for(FEEDS)("%s is not sent again to who has it", async ([, path]) => {
    const first = await house.fetch(path);
    const [etag, modified] = [first.headers.get("etag") ?? "", first.headers.get("last-modified") ?? ""];
    expect(modified).toMatch(RFC822);
    const ask = async (headers: Record<string, string>) => (await house.fetch(path, { headers })).status;
    expect(await ask({ "if-none-match": etag })).toBe(304);
    expect(await ask({ "if-none-match": `"oud", W/${etag}` })).toBe(304);
    expect(await ask({ "if-none-match": '"oud"' })).toBe(200);
    expect(await ask({ "if-modified-since": modified })).toBe(304);
    expect(await ask({ "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT" })).toBe(200);
    expect(await ask({ "if-modified-since": modified, "if-none-match": '"oud"' })).toBe(200);
    expect(await ask({ "if-modified-since": "gisteren" })).toBe(200);
  });

  test.for([
    "/categorie/nergens/feed/",
    "/auteur/nergens/feed/",
    "/nergens/feed/",
    "/Hoofd/feed/",
    "/tag/nergens/feed/",
  ])("%s is not there", async (path) => {
    expect((await house.fetch(path)).status).toBe(404);
  });

  test("is named in the heads of the pages it belongs to", async () => {
    const headOf = async (path: string) => (await (await house.fetch(path)).text()).split("<body>")[0];
    const link = (title: string, path: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}"/>`;
    expect(await headOf("/")).toContain(link("Artikelen", "/feed/"));
    const home = await headOf("/");
    expect(home).toContain('type="application/atom+xml" title="Artikelen (Atom)" href="/feed/atom/"');
    expect(home).toContain('type="application/feed+json" title="Artikelen (JSON)" href="/feed.json"');
    expect(await headOf("/over-ons/")).toContain(link("Artikelen", "/feed/"));
    expect(await headOf("/wat-is-intervisie/")).toContain(link("Reacties", "/wat-is-intervisie/feed/"));
    expect(await headOf("/nergens/")).not.toContain("alternate");
  });

  test("is asked for without its slash too", async () => {
    const answer = await house.fetch("/categorie/jouw-rol/feed");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/categorie/jouw-rol/feed/"]);
  });
});

describe("the articles as RSS 2.0", () => {
  test("are a channel with all it must have, and what it is called by itself", async () => {
    const { root, text } = await read("/feed/");
    expect([root.name, root.attributes["version"]]).toEqual(["rss", "2.0"]);
    const channel = channelOf(root);
    expect(textOf(channel, "title")).toBe("Ontsecretaressen");
    expect(textOf(channel, "link")).toBe(`${house.url}/`);
    expect(textOf(channel, "description")).not.toBe("");
    expect(textOf(channel, "language")).toBe("nl");
    expect(textOf(channel, "lastBuildDate")).toMatch(RFC822);
    const [self] = childrenOf(channel, `${ATOM}link`);
    expect(self?.attributes).toMatchObject({ rel: "self", href: `${house.url}/feed/` });
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/u);
  });

  test("are whole, newest first, each with an id, a date, a writer and its subject", async () => {
    const items = childrenOf(channelOf((await read("/feed/")).root), "item");
    expect(items).toHaveLength(8);
    const dates = items.map((item) => Date.parse(textOf(item, "pubDate")));
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    for (const item of items) {
      expect(textOf(item, "guid")).toMatch(TAG_URI);
      expect(textOf(item, "pubDate")).toMatch(RFC822);
      expect(textOf(item, CREATOR)).not.toBe("");
      expect(subjectsOf(item)[0]).not.toBe("");
      expect((await house.fetch(textOf(item, "link").replace(house.url, ""))).status).toBe(200);
    }
    expect(new Set(items.map((item) => textOf(item, "guid"))).size).toBe(8);
    expect(textOf(items.at(-2) ?? channelOf((await read("/feed/")).root), CONTENT)).toContain("<p>");
  });

  test("survive text that XML would choke on, with links that lead to us", async () => {
    const [item] = childrenOf(channelOf((await read("/feed/")).root), "item");
    if (item === undefined) throw new Error("an empty feed");
    expect(textOf(item, "title")).toBe(HOSTILE_READ);
    expect(textOf(item, CONTENT)).toBe(
      `<p>]]> &amp;  &lt;b&gt; <a href="${house.url}/over-ons/">wij</a></p>`,
    );
    expect(textOf(item, "description")).toContain("]]&gt; &amp; &lt;b&gt;");
  });

  test("of a category or a writer are theirs alone", async () => {
    const subject = channelOf((await read("/categorie/samen-leren/feed/")).root);
    expect(textOf(subject, "title")).toBe("Ontsecretaressen: Samen leren");
    expect(childrenOf(subject, "item").map((item) => subjectsOf(item)[0])).toEqual([
      "Samen leren",
      "Samen leren",
    ]);
    const above = channelOf((await read("/categorie/boven/feed/")).root);
    expect(childrenOf(above, "item").map((item) => textOf(item, "guid"))).toEqual(
      childrenOf(subject, "item").map((item) => textOf(item, "guid")),
    );
    const writer = channelOf((await read("/auteur/leontine-de-koning/feed/")).root);
    expect(childrenOf(writer, "item").map((item) => textOf(item, CREATOR))).toEqual(["Léontine de Koning"]);
  });
});

test("the articles as Atom have all that RFC 4287 asks", async () => {
  const { root } = await read("/feed/atom/");
  expect(root.name).toBe(`${ATOM}feed`);
  expect(textOf(root, `${ATOM}id`)).toMatch(TAG_URI);
  expect(textOf(root, `${ATOM}updated`)).toMatch(RFC3339);
  const rels = childrenOf(root, `${ATOM}link`).map(({ attributes }) => [
    attributes["rel"],
    attributes["href"],
  ]);
  expect(rels).toContainEqual(["self", `${house.url}/feed/atom/`]);
  const entries = childrenOf(root, `${ATOM}entry`);
  expect(entries).toHaveLength(8);
  for (const entry of entries) {
    expect(textOf(entry, `${ATOM}id`)).toMatch(TAG_URI);
    expect(textOf(entry, `${ATOM}title`)).not.toBe("");
    expect(textOf(entry, `${ATOM}updated`)).toMatch(RFC3339);
    expect(childrenOf(entry, `${ATOM}content`)[0]?.attributes["type"]).toBe("html");
    expect(childrenOf(entry, `${ATOM}author`)).toHaveLength(1);
  }
  expect(textOf(entries[0] ?? root, `${ATOM}title`)).toBe(HOSTILE_READ);
});

test("the articles as JSON Feed have all that version 1.1 asks", async () => {
  const feed = await readJson<{
    version: string;
    title: string;
    feed_url: string;
    items: {
      id: string;
      url: string;
      title: string;
      content_html: string;
      date_published: string;
      tags: string[];
    }[];
  }>(house.fetch("/feed.json"));
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect([feed.title, feed.feed_url]).toEqual(["Ontsecretaressen", `${house.url}/feed.json`]);
  expect(feed.items).toHaveLength(8);
  for (const item of feed.items) {
    expect(item.id).toMatch(TAG_URI);
    expect(item.date_published).toMatch(RFC3339);
    expect(item.content_html).not.toBe("");
  }
  expect(feed.items[0]).toMatchObject({ title: HOSTILE, tags: ["Jouw rol"] });
});

describe("the comments", () => {
  const ARTICLE = "/waarom-de-secretaresse-30-niet-bestaat/";

  test("of an article tell who answers whom", async () => {
    const channel = channelOf((await read(`${ARTICLE}feed/`)).root);
    expect(textOf(channel, "title")).toBe("Reacties op Waarom de secretaresse 3.0 niet bestaat");
    const items = childrenOf(channel, "item");
    const [marijke, carmen, sam] = items;
    if (marijke === undefined || carmen === undefined || sam === undefined) throw new Error("too few");
    expect(items).toHaveLength(3);
    expect(textOf(marijke, "title")).toMatch(/^Marijke in antwoord op Carmen, bij Waarom/u);
    const [answered] = childrenOf(marijke, REPLY);
    expect(answered?.attributes).toEqual({
      ref: textOf(carmen, "guid"),
      href: textOf(carmen, "link"),
      type: "text/html",
    });
    const articles = childrenOf(channelOf((await read("/feed/")).root), "item");
    const about = articles.find((item) => textOf(item, "link") === house.url + ARTICLE);
    expect(childrenOf(sam, REPLY)[0]?.attributes["ref"]).toBe(
      about === undefined ? "" : textOf(about, "guid"),
    );
    expect(textOf(sam, "link")).toMatch(/\/reacties\/cmt_\w+\/$/u);
  });

  test("of all articles stand together, newest first", async () => {
    const items = childrenOf(channelOf((await read("/comments/feed/")).root), "item");
    expect(items).toHaveLength(9);
    expect(textOf(items[0] ?? channelOf((await read("/feed/")).root), "title")).toBe(
      "Petra bij Als de agenda zichzelf plant",
    );
  });

  test("of what is no longer published are in no feed", async () => {
    expect((await read("/comments/feed/")).text).not.toContain("Bij een concept");
    expect((await house.fetch("/teruggetrokken/feed/")).status).toBe(404);
  });

  test("that wait for an organiser are in no feed", async () => {
    await house.post("/api/comments", {
      article: ARTICLE.slice(1, -1),
      name: "Wacht",
      email: "wacht@voorbeeld.nl",
      body: "Nog niet te zien.",
      key: "k",
    });
    expect((await read("/comments/feed/")).text).not.toContain("Nog niet te zien");
    expect((await read(`${ARTICLE}feed/`)).text).not.toContain("Nog niet te zien");
  });
});
