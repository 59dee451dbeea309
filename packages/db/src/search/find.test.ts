import { readQuery } from "@ontsecretaressen/domain/search";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../client/open.ts";
import { openReader } from "../client/open-reader.ts";
import { searchAll } from "./find.ts";

const NOW = "2027-03-20T10:00:00.000Z";

let database: TestDatabase;
let db: Database;

type Text = { title?: string; standfirst?: string; body?: string; publishedAt?: string; state?: string };

async function addArticle(slug: string, text: Text): Promise<void> {
  const { title = slug, standfirst = "", body = "Tekst.", state = "published" } = text;
  await database.sql.execute({
    sql: `insert into articles (id, kind, slug, title, standfirst, body, body_html, state, is_open_for_comments,
        published_at, created_at, updated_at, version)
      values (?, 'article', ?, ?, ?, ?, '', ?, 1, ?, ?, ?, 1)`,
    args: [`art_${slug}`, slug, title, standfirst, body, state, text.publishedAt ?? NOW, NOW, NOW],
  });
}

async function addComment(article: string, number: number, name: string, body: string, state = "visible") {
  await database.sql.execute({
    sql: `insert into comments (id, article_id, number, name, body, body_html, wants_notice, state, submission, posted_at)
      values (?, ?, ?, ?, ?, '', 0, ?, ?, ?)`,
    args: [
      `cmt_${article}_${number}`,
      `art_${article}`,
      number,
      name,
      body,
      state,
      `${article} ${number}`,
      NOW,
    ],
  });
}

const find = async (typed: string) => await searchAll(db, readQuery(typed).terms, NOW);
const slugs = async (typed: string) => (await find(typed)).articles.map(({ slug }) => slug);

beforeAll(async () => {
  database = await startDatabase();
  db = openReader({ url: database.url, token: undefined }).db;
  await addArticle("rondetafel", {
    title: "Aan de rondetafelbijeenkomst",
    body: "Léontine schonk café noir. Het was druk.",
  });
  await addArticle("ai-op-kantoor", { title: "AI op kantoor", body: "Een mail van het systeem." });
  await addArticle("later", {
    title: "Wat later",
    body: `${"Vooraf. ".repeat(60)}Nu is er AI bij. Foto’s ook.`,
  });
  await addArticle("vergaderen-in-de-tekst", { body: "Over vergaderen, en dat het korter kan." });
  await addArticle("vergaderen-onder-de-titel", { standfirst: "Over vergaderen, en dat het korter kan." });
  await addArticle("vergaderen-in-de-titel", { title: "Beter vergaderen" });
  await addArticle("oud", { title: "Zomerborrel", publishedAt: "2011-06-01T10:00:00.000Z" });
  await addArticle("nieuw", {
    title: "Zomerborrel",
    body: "Een wat langere tekst.",
    publishedAt: "2026-06-01T10:00:00.000Z",
  });
  await addArticle("concept", { title: "Nog geen rondetafel", state: "draft" });
  await addComment("oud", 1, "Sam", "Wie neemt de gitaar mee? <b>Ik</b> niet.");
  await addComment("oud", 2, "Bep", "Ik heb een gitaar over.", "held");
  await addComment("concept", 1, "Sam", "Een gitaar die niemand ziet.");
});

afterAll(() => database.stop());

test("a word that begins with what was asked comes before one that has it inside", async () => {
  await addArticle("controle-op-orde", {
    title: "Controle op orde",
    body: "Over controle, controle en controle.",
  });
  await addArticle("van-rol-wisselen", {
    title: "Wisselen van plek",
    body: "Een keer rollen in plaats van taken.",
  });
  await addArticle("rollen-en-taken", { title: "Rollen en taken", body: "Kort." });
  expect((await slugs("rol"))[0]).toBe("rollen-en-taken");
});

describe("what is found", () => {
  test.for([
    ["a part of a compound", "tafel", ["rondetafel"]],
    ["without its accents", "leontine cafe", ["rondetafel"]],
    ["with accents that aren't there", "tàfel", ["rondetafel"]],
    ["in capitals", "RONDETAFEL", ["rondetafel"]],
    ["letters and accents typed apart", "Le\u0301ontine", ["rondetafel"]],
    ["words from title and text, all of them", "tafel druk", ["rondetafel"]],
    ["nothing when one word is missing", "tafel gitaar", []],
    ["a phrase as it stands", '"café noir"', ["rondetafel"]],
    ["no phrase in another order", '"noir café"', []],
    ["a word of two letters, at a beginning or inside", "AI", ["ai-op-kantoor", "later"]],
    ["either kind of apostrophe", "foto's", ["later"]],
    ["nothing of a draft", "nog geen", []],
    ["without the small words", "de tafel en het of", ["rondetafel"]],
  ] as const)("%s: %s", async ([, typed, expected]) => {
    expect(new Set(await slugs(typed))).toEqual(new Set(expected));
  });

  test("comes in the order title, standfirst, text", async () => {
    expect(await slugs("vergaderen")).toEqual([
      "vergaderen-in-de-titel",
      "vergaderen-onder-de-titel",
      "vergaderen-in-de-tekst",
    ]);
  });

  test("comes newest first where the words are worth nearly the same", async () => {
    expect(await slugs("zomerborrel")).toEqual(["nieuw", "oud"]);
  });

  test("shows the place where it stands, however far down, and where it is in the title", async () => {
    const { articles } = await find("foto's");
    expect(articles[0]?.excerpt).toMatch(
      /^…(?:Vooraf\.| |[Vorafo.]+)+ Nu is er AI bij\. \uE000Foto’s\uE001 ook\.$/u,
    );
    expect((await find("vergaderen")).articles[0]?.title).toBe("Beter \uE000vergaderen\uE001");
  });

  test("is every visible comment of what is published, with its article", async () => {
    const { comments } = await find("gitaar");
    expect(comments).toEqual([
      {
        id: "cmt_oud_1",
        name: "Sam",
        postedAt: NOW,
        excerpt: "Wie neemt de \uE000gitaar\uE001 mee? <b>Ik</b> niet.",
        article: { slug: "oud", title: "Zomerborrel" },
      },
    ]);
  });

  test("is no more than fits on a page, and says so", async () => {
    await Promise.all(
      Array.from({ length: 27 }, (_, index) => addArticle(`veel-${index}`, { body: "Overvloed." })),
    );
    const { articles, hasMore } = await find("overvloed");
    expect([articles.length, hasMore]).toEqual([25, true]);
    expect((await find("tafel")).hasMore).toBe(false);
  });
});

const HOSTILE = `
"
""
"""
'
*
^
tafel*
NEAR(tafel, druk)
-tafel
tafel OR druk
AND
NOT tafel
title:tafel
{title}: tafel
(tafel
tafel)
%
_
👩‍👩‍👧
🎸 tafel
; drop table x
tafel + druk
^tafel
a b c
日本
ﷺ
\\
--
/* */`;

const LONG = ["\0", "tafel\0druk", "\ud800", "x".repeat(10_000), "tafel ".repeat(2000), '"tafel '.repeat(50)];

test.for(
  [...HOSTILE.split("\n"), ...LONG].map((typed) => ({
    typed,
    name: typed.slice(0, 20),
    length: typed.length,
  })),
)("$name, $length long, is answered calmly", async ({ typed }) => {
  await expect(find(typed)).resolves.toHaveProperty("articles");
});

test("the whole of a refused language is only words", async () => {
  expect(await slugs("NEAR(tafel, druk)")).toEqual(["rondetafel"]);
  expect(await slugs("tafel* -druk ^noir")).toEqual(["rondetafel"]);
});
