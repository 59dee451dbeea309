import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openBeside } from "./client/open.ts";
import { type ExportPart, exportParts, readPart } from "./export.ts";

/** What a Worker may ask of others in one request on Cloudflare's free plan. */
const ASKS_MAX = 50;
/** Who asks for the export, and the row that says so. */
const OTHER_ASKS = 2;

const LONG_AGO = "2026-01-01T00:00:00.000Z";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await startDatabase();
  db = openBeside({ url: database.url, token: undefined }).db;
  await database.sql.execute(
    `insert into articles (id, kind, slug, title, standfirst, body, body_html, state, is_open_for_comments, created_at, updated_at, version)
      values ('art_1', 'article', 'a', 'A', '', '', '', 'draft', 1, '${LONG_AGO}', '${LONG_AGO}', 1)`,
  );
});

afterAll(() => database.stop());

const many = (count: number, insert: string) =>
  `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count}) ${insert} from n`;

/** So many comments after this number, each with this text. */
const comments = (count: number, after: number, body: string) =>
  many(
    count,
    `insert into comments (id, article_id, name, body, body_html, wants_notice, state, submission, posted_at)
      select printf('cmt_%026d', ${after} + i), 'art_1', 'Naam', ${body}, '', 0, 'held', ${after} + i, '${LONG_AGO}'`,
  );

async function readAll(name: ExportPart) {
  const pages: string[][] = [];
  for (let after: string | null = ""; after !== null;) {
    const page: Awaited<ReturnType<typeof readPart>> = await readPart(db, name, after);
    pages.push(page.rows);
    after = page.next;
  }
  return pages;
}

const bytes = (rows: string[]) => new TextEncoder().encode(rows.join("")).length;

describe("everything to take along", () => {
  test("is 200,000 rows and more in fewer asks than one request may make", async () => {
    await database.sql.batch(
      [
        many(
          40_000,
          `insert into people (id, email_key, email, name, created_at)
          select printf('per_%026d', i), 'naam.nummer.' || i || '@voorbeeld.nl', 'naam.nummer.' || i || '@voorbeeld.nl',
            'Naam van iemand ' || i, '${LONG_AGO}'`,
        ),
        many(
          90_000,
          `insert into emails (id, kind, to_address, subject, html, text, state, attempts, due_at, created_at, sent_at)
          select printf('eml_%026d', i), 'session_tomorrow', 'naam.nummer.' || (i % 40000) || '@voorbeeld.nl',
            'Morgen: een rondetafel over werk dat verandert', 'h', 't', 'sent', 1, '${LONG_AGO}', '${LONG_AGO}', '${LONG_AGO}'`,
        ),
        many(
          50_000,
          `insert into audit (id, at, admin_id, admin_name, act, subject)
          select printf('aud_%026d', i), '${LONG_AGO}', 'tok_1', 'Noor van de redactie', 'comment.approve', printf('cmt_%026d', i)`,
        ),
        comments(20_000, 0, "printf('%.*c', 600, 'x')"),
      ],
      "write",
    );
    let [asks, rows] = [OTHER_ASKS, 0];
    for (const name of Object.keys(exportParts) as ExportPart[]) {
      const pages = await readAll(name);
      asks += pages.length;
      rows += pages.flat().length;
    }
    expect(rows).toBeGreaterThanOrEqual(200_000);
    expect(asks).toBeLessThan(ASKS_MAX);
  });

  test("of which much is long comes in pieces that the server answers, each row once and in order", async () => {
    await database.sql.execute(comments(3000, 50_000, `replace(printf('%.*c', 2500, 'x'), 'x', 'é"')`));
    const pages = await readAll("comments");
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(bytes(page)).toBeLessThan(4_100_000);
    const ids = pages.flat().map((row) => (JSON.parse(row) as { id: string }).id);
    expect([ids.length, new Set(ids).size]).toEqual([23_000, 23_000]);
    expect(ids).toEqual(ids.toSorted());
  });
});
