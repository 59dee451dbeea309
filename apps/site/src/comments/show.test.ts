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
  const rows = [article("lang"), article("druk"), article("stil"), ...threads, late, ...many, ...gone];
  await house.sql.batch(rows, "write");
});

afterAll(() => house.stop());

const read = async (path: string) => {
  const answer = await house.fetch(path);
  return { status: answer.status, html: await answer.text(), answer };
};

const idsIn = (html: string) => [...html.matchAll(/<li id="(cmt_\w+)">/gu)].map(([, id]) => id);

describe("a long conversation", () => {
  test("stands on pages of fifty threads, none left out and none twice, and says how many there are in all", async () => {
    const pages = ["/lang/", "/lang/reacties/2/", "/lang/reacties/3/"];
    const found = await Promise.all(pages.map(read));
    expect(found.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(found.map(({ html }) => idsIn(html).length)).toEqual([51, 50, 20]);
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
    expect(await led("cmt_t50")).toBe("/lang/#cmt_t50");
    expect(await led("cmt_t51")).toBe("/lang/reacties/2/#cmt_t51");
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

  test("of a thousand comments costs a reader at most 60 kB a page", async () => {
    for (const path of ["/druk/", "/druk/reacties/7/"]) {
      const { html } = await read(path);
      expect(idsIn(html).length).toBeGreaterThan(90);
      expect(brotliCompressSync(html).length).toBeLessThanOrEqual(60_000);
    }
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
