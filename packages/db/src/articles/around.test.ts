import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findArticlePage } from "./find.ts";
import { openReader } from "../client/open-reader.ts";

let database: TestDatabase;

const article = (
  slug: string,
  category: string | null,
  published: string,
  kind = "article",
  title = slug.toUpperCase(),
) => ({
  sql: `insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id,
        state, is_open_for_comments, published_at, created_at, updated_at, version, idempotency_key)
    values (?, ?, ?, ?, '', '', '', null, ?, 'published', 1, ?, '', '', 1, null)`,
  args: [slug, kind, slug, title, category, published],
});

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.batch(
    [
      "insert into categories (id, slug, title, parent_id) values ('werk', 'werk', 'Werk', null), ('rol', 'rol', 'Rol', 'werk'), ('taak', 'taak', 'Taak', 'werk'), ('los', 'los', 'Los', null)",
      "insert into tags (id, slug, title) values ('tijd', 'tijd', 'Tijd'), ('geld', 'geld', 'Geld')",
      article("zelf", "rol", "2020-01-05"),
      article("zelfde-rol", "rol", "2020-01-01"),
      article("zus", "taak", "2020-01-09"),
      article("beide-tags", "los", "2020-01-02"),
      article("een-tag", "los", "2020-01-03"),
      article("nieuwste", "los", "2020-01-10"),
      article("even-oud", null, "2020-01-05"),
      article("over-ons", null, "2020-01-06", "page"),
      "insert into article_tags values ('zelf', 'tijd'), ('zelf', 'geld'), ('beide-tags', 'tijd'), ('beide-tags', 'geld'), ('een-tag', 'geld'), ('zus', 'tijd')",
    ],
    "write",
  );
});

afterAll(() => database.stop());

const around = async (slug: string) => {
  const found = await findArticlePage(openReader({ url: database.url, token: undefined }).db, slug, "2027");
  return found?.around;
};

test("related is what shares most: more tags first, then the same category, never just the newest", async () => {
  const related = (await around("zelf"))?.related;
  expect(related?.map(({ slug }) => slug)).toEqual(["beide-tags", "zus", "zelfde-rol"]);
});

test("an article that shares nothing has nothing related", async () => {
  expect((await around("even-oud"))?.related).toEqual([]);
});

describe("articles that share words and no subject", () => {
  const relatedTo = async (slug: string) => (await around(slug))?.related.map((one) => one.slug);

  beforeAll(async () => {
    const rows = [
      ["eigen-tempo", "Vergaderen in je eigen tempo"],
      ["vergadering", 'De "vergadering" die niemand mist: over tempo/ritme'],
      ["tempo", "Tempo"],
      ["waarom", "Waarom niemand zonder vergaderverslag hoeft"],
      ["hoort-er-niet-bij", "Notuleren"],
    ] as const;
    const published = rows.map(([slug, title], at) =>
      article(slug, null, `2019-01-0${at + 1}`, "article", title),
    );
    await database.sql.batch(published, "write");
  });

  afterAll(() => database.sql.execute("delete from articles where published_at like '2019%'"));

  test("are found by them: who shares more first, whatever stands around a word, and never by words that all have", async () => {
    expect(await relatedTo("eigen-tempo")).toEqual(["vergadering", "waarom", "tempo"]);
    expect(await relatedTo("hoort-er-niet-bij")).toEqual([]);
  });

  test("a new title brings others near", async () => {
    await database.sql.execute(
      "update articles set title = 'Notuleren in een vergadering' where id = 'hoort-er-niet-bij'",
    );
    expect(await relatedTo("hoort-er-niet-bij")).toContain("vergadering");
    await database.sql.execute("update articles set state = 'draft' where id = 'vergadering'");
    expect(await relatedTo("hoort-er-niet-bij")).not.toContain("vergadering");
  });

  test("a word that very many have relates nobody", async () => {
    const many = Array.from({ length: 51 }, (_, at) =>
      article(`overal-${at}`, null, `2019-02-01T${at}`, "article", "Zeldzaamheid"),
    );
    await database.sql.batch(many, "write");
    expect(await relatedTo("overal-7")).toEqual([]);
  });
});

test("going on to what is older passes every article once, no page, and back the same way", async () => {
  const walk = async (from: string, side: "newer" | "older") => {
    const seen = [from];
    for (let link = (await around(from))?.[side]; link; link = (await around(link.slug))?.[side])
      seen.push(link.slug);
    return seen;
  };
  const older = await walk("nieuwste", "older");
  expect(older).toEqual(["nieuwste", "zus", "zelf", "even-oud", "een-tag", "beide-tags", "zelfde-rol"]);
  expect(await walk("zelfde-rol", "newer")).toEqual(older.toReversed());
  expect(await around("over-ons")).toEqual({ related: [], newer: null, older: null });
});

test("an article tells of the first session ahead: never of one that is past or cancelled", async () => {
  const session = (slug: string, startsAt: string, state = "planned") => ({
    sql: `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
        place, address, city, guides, capacity, state, created_at)
      values (?, ?, 'stp', 'Samen', '', '2027-05-01T19:00', '2027-05-01T21:00', 'Europe/Amsterdam', ?, '2030', '', '', 'Ede',
        '', 1, ?, '')`,
    args: [slug, slug, startsAt, state],
  });
  await database.sql.batch(
    [
      `insert into steps (id, slug, position, title, summary, body, body_html) values ('stp', 'stap', 1, 'Stap', '', '', '')`,
      session("voorbij", "2026-12-31"),
      session("gaat-niet-door", "2027-02-01", "cancelled"),
      session("later", "2027-06-01"),
      session("eerste", "2027-05-01"),
    ],
    "write",
  );
  const { db } = openReader({ url: database.url, token: undefined });
  expect((await findArticlePage(db, "zelf", "2027"))?.next).toEqual({
    slug: "eerste",
    title: "Samen",
    city: "Ede",
    startsLocal: "2027-05-01T19:00",
    endsLocal: "2027-05-01T21:00",
    startsAt: "2027-05-01",
  });
});
