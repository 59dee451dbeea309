import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../client/open.ts";
import { openReader } from "../client/open-reader.ts";
import { selectNear } from "./near.ts";

const SLUGS = [
  "terugblik-eerste-rondetafel",
  "waarom-de-secretaresse-30-niet-bestaat",
  "wat-is-intervisie",
  "wat-een-netwerkorganisatie-van-je-vraagt",
  "over-ons",
  "ai",
];

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [...SLUGS, "wat-is-intervisie-nu"].map((slug) => ({
      sql: `insert into articles (id, kind, slug, title, standfirst, body, body_html, state, is_open_for_comments,
          published_at, created_at, updated_at, version)
        values (:slug, 'article', :slug, :slug, '', 'x', '', :state, 1, 't', 't', 't', 1)`,
      args: { slug, state: SLUGS.includes(slug) ? "published" : "draft" },
    })),
    "write",
  );
  db = openReader({ url: database.url, token: undefined }).db;
});

afterAll(() => database.stop());

test.for([
  ["a letter too many", "wat-is-intervissie", "wat-is-intervisie"],
  ["two letters swapped", "over-nos", "over-ons"],
  ["words left out", "secretaresse-30-bestaat-niet", "waarom-de-secretaresse-30-niet-bestaat"],
  [
    "the old address with a date",
    "2011-waarom-de-secretaresse-3-0-niet-bestaat",
    "waarom-de-secretaresse-30-niet-bestaat",
  ],
  ["cut off", "terugblik-eerste-ronde", "terugblik-eerste-rondetafel"],
] as const)("an address with %s is near: %s", async ([, asked, expected]) => {
  expect((await selectNear(db, asked))[0]?.slug).toBe(expected);
});

test.for(["wp-admin", "xmlrpc", "phpmyadmin", "contactformulier", "x", "a".repeat(120), "wat"])(
  "nothing is near %s",
  async (asked) => {
    expect(await selectNear(db, asked)).toEqual([]);
  },
);

test("a draft is near nothing", async () => {
  expect((await selectNear(db, "wat-is-intervisie-nu")).map(({ slug }) => slug)).toEqual([
    "wat-is-intervisie",
  ]);
});

test("the likest comes first, and a few at most", async () => {
  expect((await selectNear(db, "wat-een-is-intervisie-van-je-vraagt")).map(({ slug }) => slug)).toEqual([
    "wat-is-intervisie",
    "wat-een-netwerkorganisatie-van-je-vraagt",
  ]);
});
