import type { Client } from "@libsql/client/http";

const PER_BATCH = 10_000;

const WORDS =
  "agenda vergadering collega rol team werk kantoor tijd klant plan vraag antwoord week samen leren rondetafel";

/** Fills an empty database with made-up articles, one an hour, and comments spread over them, by SQL alone. */
export async function fillDatabase(sql: Client, size: { articles: number; comments: number }): Promise<void> {
  await sql.batch(
    [
      ...many(
        20,
        (i) =>
          `insert into authors (id, slug, name, bio) values ('aut_${i}', 'schrijver-${i}', 'Schrijver ${i}', '')`,
      ),
      ...many(
        20,
        (i) => `insert into categories (id, slug, title) values ('cat_${i}', 'thema-${i}', 'Thema ${i}')`,
      ),
      ...many(
        50,
        (i) => `insert into tags (id, slug, title) values ('tag_${i}', 'onderwerp-${i}', 'Onderwerp ${i}')`,
      ),
    ],
    "write",
  );
  for (let from = 1; from <= size.articles; from += PER_BATCH)
    await sql.batch(articlesFrom(from, Math.min(size.articles, from + PER_BATCH - 1)), "write");
  for (let from = 1; from <= size.comments; from += PER_BATCH)
    await sql.batch([commentsFrom(from, Math.min(size.comments, from + PER_BATCH - 1), size)], "write");
}

const many = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index + 1));

const numbers = (from: number, to: number) =>
  `with recursive n(i) as (select ${from} union all select i + 1 from n where i < ${to})`;

// A word of the list by a number that looks random and is not.
const words = WORDS.split(" ");
const word = (of: string) =>
  `case abs(${of}) % ${words.length} ${words.map((one, index) => `when ${index} then '${one}'`).join(" ")} end`;

const sentence = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((turn) => word(`i * ${turn * 7919} / ${turn + 2}`))
  .join(" || ' ' || ");

// One an hour from June 2011 on.
const moment = (i: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', '2011-06-01', '+' || (${i}) || ' hours')`;

function articlesFrom(from: number, to: number): string[] {
  return [
    `${numbers(from, to)} insert into articles (id, kind, slug, title, standfirst, body, body_html, author_id, category_id,
        state, is_open_for_comments, published_at, created_at, updated_at, version)
      select printf('art_%08d', i), 'article', 'artikel-' || i, 'Artikel ' || i || ' over ' || ${word("i * 31")}, ${sentence},
        ${sentence} || iif(i % 25000 = 7, ' zeldzaam ', ' ') || ${sentence}, '<p>' || ${sentence} || '</p>', 'aut_' || (i % 20 + 1),
        'cat_' || (i % 20 + 1), 'published', 1, ${moment("i")}, ${moment("i")}, ${moment("i")}, 1 from n`,
    `${numbers(from, to)} insert into article_authors select printf('art_%08d', i), 'aut_' || (i % 20 + 1), 1 from n`,
    `${numbers(from, to)} insert into article_tags select printf('art_%08d', i), 'tag_' || (i % 50 + 1) from n`,
  ];
}

function commentsFrom(from: number, to: number, { articles }: { articles: number }): string {
  return `${numbers(from, to)} insert into comments (id, article_id, number, name, body, body_html, wants_notice, state,
      submission, posted_at, judged_at)
    select printf('cmt_%08d', i), printf('art_%08d', (i - 1) % ${articles} + 1), (i - 1) / ${articles} + 1, 'Naam ' || (i % 500),
      ${sentence}, '<p>' || ${sentence} || '</p>', 0, 'visible', i, ${moment("i / 10")}, ${moment("i / 10")} from n`;
}
