import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../client/open.ts";
import { openReader } from "../client/open-reader.ts";
import { listAddresses } from "./sitemap.ts";

const NOW = "2027-03-20T10:00:00.000Z";

let database: TestDatabase;
let db: Database;

const article = (slug: string, publishedAt: string, more: { kind?: string; state?: string } = {}) => ({
  sql: `insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id, state,
      is_open_for_comments, published_at, created_at, updated_at, version)
    values (:slug, :kind, :slug, 't', '', 'x', '', 'aut_1', 'cat_below', :state, 1, :at, :at, :at, 1)`,
  args: { slug, kind: more.kind ?? "article", state: more.state ?? "published", at: publishedAt },
});

const session = (slug: string, startsAt: string, state = "planned") => ({
  sql: `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
      place, address, city, guides, capacity, state, created_at, idempotency_key)
    values (:slug, :slug, 'stp_1', 't', '', '', '', 'Europe/Amsterdam', :at,
      '2099-01-01T00:00:00.000Z', '', '', '', '', 1, :state, '2026-01-01T00:00:00.000Z', null)`,
  args: { slug, at: startsAt, state },
});

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [
      "insert into authors (id, slug, name, bio) values ('aut_1', 'eva', 'Eva', ''), ('aut_2', 'schreef-niets', 'N', '')",
      `insert into categories (id, slug, title, parent_id)
        values ('cat_above', 'boven', 'B', null), ('cat_below', 'onder', 'O', 'cat_above'), ('cat_empty', 'leeg', 'L', null)`,
      "insert into tags (id, slug, title) values ('tag_1', 'rol', 'Rol'), ('tag_2', 'ongebruikt', 'O')",
      "insert into steps (id, slug, position, title, summary, body, body_html) values ('stp_1', 'rondetafel', 1, 'R', '', '', '')",
      session("straks", "2027-04-01T10:00:00.000Z"),
      session("geweest", "2027-03-01T10:00:00.000Z"),
      session("gaat-niet-door", "2027-04-01T10:00:00.000Z", "cancelled"),
      article("zomernacht", "2011-07-31T22:00:00.000Z"),
      article("winternacht", "2011-12-31T22:59:59.999Z"),
      article("winterochtend", "2011-12-31T23:00:00.000Z"),
      article("oktober", "2012-10-31T22:30:00.000Z"),
      article("concept", "2013-01-01T00:00:00.000Z", { state: "draft" }),
      article("over-ons", "2014-01-01T00:00:00.000Z", { kind: "page" }),
      "insert into article_authors select id, author_id, 1 from articles",
      "insert into article_tags values ('zomernacht', 'tag_1'), ('concept', 'tag_2')",
      `insert into comments (id, article_id, parent_id, number, name, email, body, body_html, wants_notice, state,
        submission, posted_at, judged_at)
        values ('cmt_1', 'zomernacht', null, 1, 'A', null, 'b', '', 0, 'visible', 's',
        '2015-01-01T00:00:00.000Z', '2015-01-02T00:00:00.000Z')`,
    ],
    "write",
  );
  db = openReader({ url: database.url, token: undefined }).db;
});

afterAll(() => database.stop());

test("every public address is named once, and nothing that is empty, over, cancelled or a draft", async () => {
  const { addresses, count } = await listAddresses(db, { now: NOW, limit: 100, offset: 0 });
  expect(addresses.map(({ path }) => path)).toEqual([
    "/",
    "/agenda/",
    "/artikelen/",
    "/programma/",
    "/volgen/",
    "/programma/rondetafel/",
    "/inschrijven/straks/",
    "/oktober/",
    "/over-ons/",
    "/winternacht/",
    "/winterochtend/",
    "/zomernacht/",
    "/categorie/boven/",
    "/categorie/onder/",
    "/tag/rol/",
    "/auteur/eva/",
    "/archief/2011/08/",
    "/archief/2011/12/",
    "/archief/2012/01/",
    "/archief/2012/10/",
  ]);
  expect(count).toBe(addresses.length);
});

test("a text is as new as its last change or its last comment", async () => {
  const { addresses } = await listAddresses(db, { now: NOW, limit: 100, offset: 0 });
  const modified = new Map(addresses.map((address) => [address.path, address.modified]));
  expect(modified.get("/zomernacht/")).toBe("2015-01-02T00:00:00.000Z");
  expect(modified.get("/oktober/")).toBe("2012-10-31T22:30:00.000Z");
  expect(modified.get("/programma/")).toBeNull();
});

test("part by part they are all of them, in the same order, and each part knows how many there are", async () => {
  const whole = await listAddresses(db, { now: NOW, limit: 100, offset: 0 });
  const parts = await Promise.all(
    [0, 5, 10, 15].map((offset) => listAddresses(db, { now: NOW, limit: 5, offset })),
  );
  expect(parts.flatMap(({ addresses }) => addresses)).toEqual(whole.addresses);
  expect(parts.map(({ count }) => count)).toEqual([20, 20, 20, 20]);
});
