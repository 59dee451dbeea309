import { brotliCompressSync } from "node:zlib";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

const POST = `insert into comments (id, article_id, parent_id, number, name, body, body_html, wants_notice, state, submission,
    posted_at, judged_at)
  values (?, ?, ?, ?, ?, ?, '<p>' || ? || '</p>', 0, ?, ?, '2027-01-01T10:00:00.000Z', '2027-01-01T10:00:00.000Z')`;

const said = (
  id: string,
  article: string,
  number: number,
  parent: string | null = null,
  state = "visible",
) => {
  const isGone = state === "deleted";
  const text = isGone
    ? ""
    : `Wat ik over ${number} te zeggen heb, in een paar woorden die nergens anders staan.`;
  return {
    sql: POST,
    args: [id, article, parent, number, isGone ? "" : `Naam ${number}`, text, text, state, id],
  };
};

const article = (slug: string) =>
  `insert into articles (id, kind, slug, title, standfirst, body, body_html, state, is_open_for_comments, published_at,
      created_at, updated_at, version)
    values ('${slug}', 'article', '${slug}', 'Over ${slug}', '', '', '<p>Tekst</p>', 'published', 1,
      '2026-01-01T10:00:00.000Z', '', '2026-01-01T10:00:00.000Z', 1)`;

const THREADS = 120;
const MANY = 1000;

beforeAll(async () => {
  house = await startHouse();
  const threads = Array.from({ length: THREADS }, (_, index) => said(`cmt_t${index + 1}`, "lang", index + 1));
  // An answer in the first thread that came last: its number is high, its page is the first.
  const late = said("cmt_laat", "lang", THREADS + 1, "cmt_t1");
  const many = Array.from({ length: MANY }, (_, index) =>
    said(`cmt_m${index + 1}`, "druk", index + 1, index % 3 === 0 ? null : `cmt_m${index - (index % 3) + 1}`),
  );
  const gone = [
    said("cmt_weg1", "stil", 1, null, "deleted"),
    said("cmt_weg2", "stil", 2, null, "deleted"),
    said("cmt_na2", "stil", 3, "cmt_weg2"),
  ];
  // All of it answers the first, by way of the one before or at once, but for a word at the end.
  const one = Array.from({ length: MANY }, (_, index) =>
    said(`cmt_e${index + 1}`, "een", index + 1, index === 0 ? null : `cmt_e${index % 7 === 0 ? 1 : index}`),
  );
  const after = said("cmt_na", "een", MANY + 1);
  const texts = ["lang", "druk", "stil", "een"].map(article);
  const rows = [...texts, ...threads, late, ...many, ...gone, ...one, after];
  await house.sql.batch(rows, "write");
});

afterAll(() => house.stop());

const read = async (path: string) => {
  const answer = await house.fetch(path);
  return { status: answer.status, html: await answer.text(), answer };
};

const idsIn = (html: string) => [...html.matchAll(/<li id="(cmt_\w+)">/gu)].map(([, id]) => id);

describe("a long conversation", () => {
  test("stands on pages of fifty comments with the rest of their last thread, none left out and none twice, and says how many there are in all", async () => {
    const pages = ["/lang/", "/lang/reacties/2/", "/lang/reacties/3/"];
    const found = await Promise.all(pages.map(read));
    expect(found.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(found.map(({ html }) => idsIn(html).length)).toEqual([50, 50, 21]);
    expect(new Set(found.flatMap(({ html }) => idsIn(html))).size).toBe(THREADS + 1);
    for (const { html } of found) expect(html).toContain(`${THREADS + 1} reacties`);
  });

  test("leads from page to page, and has no page past the last", async () => {
    const [first, second] = await Promise.all([read("/lang/"), read("/lang/reacties/2/")]);
    expect(first.html).toContain('<a href="/lang/reacties/2/" rel="next">Verder</a>');
    expect(second.html).toContain('<a href="/lang/#reacties" rel="prev">Eerder</a>');
    expect(second.html).toContain('<link rel="canonical"');
    expect((await read("/lang/reacties/4/")).status).toBe(404);
    expect((await read("/lang/reacties/99999/")).status).toBe(404);
    expect((await read("/stil/reacties/2/")).status).toBe(404);
    const again = await read("/lang/reacties/1/");
    expect([again.status, again.answer.headers.get("location")]).toEqual([301, "/lang/"]);
  });

  test("can be read from the newest thread on, each thread still in its order", async () => {
    const { html } = await read("/lang/reacties/nieuwste/");
    expect(idsIn(html).slice(0, 2)).toEqual(["cmt_t120", "cmt_t119"]);
    const last = await read("/lang/reacties/nieuwste/3/");
    expect(idsIn(last.html).slice(-2)).toEqual(["cmt_t1", "cmt_laat"]);
    expect(last.html).toContain('<meta name="robots" content="noindex"/>');
  });

  test("every comment has an address that finds its page, answers in an old thread too", async () => {
    const led = async (id: string) => (await house.fetch(`/lang/reacties/${id}/`)).headers.get("location");
    expect(await led("cmt_t49")).toBe("/lang/#cmt_t49");
    expect(await led("cmt_t50")).toBe("/lang/reacties/2/#cmt_t50");
    expect(await led("cmt_t120")).toBe("/lang/reacties/3/#cmt_t120");
    expect(await led("cmt_laat")).toBe("/lang/#cmt_laat");
    for (const id of ["cmt_geen", "cmt_m1"])
      expect((await house.fetch(`/lang/reacties/${id}/`)).status).toBe(404);
    const feed = await (await house.fetch("/lang/feed/")).text();
    expect(feed).toContain("/lang/reacties/cmt_t99/</link>");
  });

  test("a comment on a later page is answered there", async () => {
    const { html } = await read("/lang/reacties/2/?antwoord=cmt_t60");
    expect(html).toContain('<input type="hidden" name="parent" value="cmt_t60"/>');
    expect(html).toContain("Je antwoord op Naam 60");
    expect(/<blockquote[^>]*>(.*?)<\/blockquote>/u.exec(html)?.[1]).toContain("Wat ik over 60 te zeggen heb");
  });

  test("a comment is answered below its article too, on whatever page it stands or has moved on to", async () => {
    const { answer, trips } = await house.roundTrips(() => read("/lang/?antwoord=cmt_t110"));
    expect(answer.html).toContain('<input type="hidden" name="parent" value="cmt_t110"/>');
    expect(idsIn(answer.html)).toContain("cmt_t110");
    expect(trips).toEqual({ site: 1 });
    for (const path of ["/lang/reacties/2/", "/lang/reacties/nieuwste/2/", "/stil/reacties/nieuwste/"]) {
      const moved = await read(`${path}?antwoord=cmt_t5`);
      const to = `/${path.split("/")[1]}/?antwoord=cmt_t5#reageer`;
      expect([moved.status, moved.answer.headers.get("location")]).toEqual([302, to]);
    }
    expect((await read("/stil/?antwoord=cmt_weg2")).status).toBe(200);
    expect((await read("/stil/?antwoord=cmt_t5")).html).not.toContain('name="parent"');
  });

  test("what the old site called a comment page leads to it", async () => {
    const answer = await house.fetch("/lang/comment-page-2/");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/lang/reacties/2/"]);
  });

  test("each of its pages takes one round trip", async () => {
    for (const path of [
      "/druk/",
      "/druk/reacties/2/",
      "/druk/reacties/nieuwste/",
      "/druk/reacties/cmt_m999/",
    ]) {
      const { trips } = await house.roundTrips(() => house.fetch(path));
      expect({ path, trips }).toEqual({ path, trips: { site: 1 } });
    }
  });

  test("of a thousand comments costs a reader at most 60 kB a page, in many threads or in one", async () => {
    for (const path of ["/druk/", "/druk/reacties/7/", "/een/", "/een/reacties/20/"]) {
      const { html } = await read(path);
      expect(idsIn(html).length).toBeGreaterThanOrEqual(50);
      expect(brotliCompressSync(html).length).toBeLessThanOrEqual(60_000);
    }
  });
});

describe("a thread that is longer than a page", () => {
  const pagesOf = (path: string, last: number) =>
    Promise.all(
      Array.from({ length: last }, (_, index) => read(index === 0 ? path : `${path}${index + 1}/`)),
    );

  test.for(["/een/reacties/", "/een/reacties/nieuwste/"])(
    "goes on from page to page at %s: fewer than a hundred comments each, in their order, none left out and none twice",
    async (path) => {
      const pages = await pagesOf(path, path.endsWith("nieuwste/") ? 20 : 21);
      pages[0] = await read(path.replace(/reacties\/$/u, ""));
      expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
      const sizes = pages.map(({ html }) => idsIn(html).length);
      expect(Math.max(...sizes)).toBeLessThan(100);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      const all = pages.flatMap(({ html }) => idsIn(html));
      expect(all.filter((id) => id !== "cmt_na")).toEqual(
        Array.from({ length: MANY }, (_, index) => `cmt_e${index + 1}`),
      );
      expect(all).toHaveLength(MANY + 1);
      expect((await read(`${path}${pages.length + 1}/`)).status).toBe(404);
    },
  );

  test("says on a later page whom somebody answers, and leads to where that stands", async () => {
    const { html } = await read("/een/reacties/2/");
    const first = html.slice(html.indexOf('<li id="cmt_e51">'), html.indexOf('<li id="cmt_e52">'));
    expect(first).toContain('in antwoord op <a href="/een/reacties/cmt_e50/">Naam 50</a>');
    const next = html.slice(html.indexOf('<li id="cmt_e52">'), html.indexOf('<li id="cmt_e53">'));
    expect(next).toContain('in antwoord op <a href="#cmt_e51">Naam 51</a>');
    expect(html).toContain(`${MANY + 1} reacties`);
  });

  test("names nobody there whose comment was taken off the site", async () => {
    const take = (state: string) => `update comments set state = '${state}' where id = 'cmt_e60'`;
    const answer = async () => {
      const { html } = await read("/een/reacties/2/");
      return html.slice(html.indexOf('<li id="cmt_e61">'), html.indexOf('<li id="cmt_e62">'));
    };
    await house.sql.execute(take("rejected"));
    expect(await answer()).toContain("Naam 61");
    expect(await answer()).not.toMatch(/in antwoord op|Naam 60/u);
    await house.sql.execute(take("visible"));
    expect(await answer()).toMatch(/in antwoord op <a [^>]*>Naam 60</u);
  });

  test("finds each of its comments by its address", async () => {
    const led = async (id: string) => (await house.fetch(`/een/reacties/${id}/`)).headers.get("location");
    expect(await led("cmt_e50")).toBe("/een/#cmt_e50");
    expect(await led("cmt_e51")).toBe("/een/reacties/2/#cmt_e51");
    expect(await led("cmt_e1000")).toBe("/een/reacties/20/#cmt_e1000");
    expect(await led("cmt_na")).toBe("/een/reacties/21/#cmt_na");
  });

  test("is reported from the page where it was read, a page at a time", async () => {
    const { html } = await read("/een/reacties/20/");
    expect(html).toContain('href="/melden/een/?pagina=20"');
    const list = await read("/melden/een/?pagina=20");
    expect(list.html).toContain('<li value="1000"><a href="/melden/cmt_e1000">');
    expect(list.html.match(/<li value=/gu)).toHaveLength(50);
    expect((await read("/een/reacties/nieuwste/")).html).toContain('href="/melden/een/?volgorde=nieuwste"');
    expect((await read("/melden/een/?volgorde=nieuwste")).html).toContain('<li value="1001">');
    for (const query of ["pagina=22", "pagina=0", "pagina=x"])
      expect((await read(`/melden/een/?${query}`)).status).toBe(404);
  });
});

test("what was taken away shows only above an answer, and is counted nowhere", async () => {
  const { html } = await read("/stil/");
  expect(idsIn(html)).toEqual(["cmt_weg2", "cmt_na2"]);
  expect(html).toContain("2. Deze reactie is verwijderd.");
  expect(html).toContain("1 reactie<");
  expect(html).toContain('<a href="#cmt_weg2">een verwijderde reactie</a>');
  const feed = await (await house.fetch("/stil/feed/")).text();
  expect(feed.match(/<item>/gu)).toHaveLength(1);
});
