import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertArticle, updateArticle } from "./write.ts";
import { openWriter } from "../client/open.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
  await database.sql.execute(
    "insert into tags (id, slug, title) values ('tag_1', 'een', 'Een'), ('tag_2', 'twee', 'Twee')",
  );
});

afterAll(() => database.stop());

const AT = "2027-03-20T10:00:00.000Z";

const by = (auditId: string) => ({
  key: null,
  at: AT,
  auditId,
  admin: { id: "adm_1", name: "Petra", roles: ["editor" as const], endsAt: null },
});

const text = (slug: string, title: string, tags: string[]) => ({
  slug,
  title,
  tags,
  standfirst: "",
  body: "Tekst",
  bodyHtml: "<p>Tekst</p>",
  authors: [],
  category: null,
  isOpenForComments: true,
  openDays: null,
  picture: null,
  figures: [],
});

const start = (id: string) =>
  insertArticle(
    openWriter({ url: database.url, token: undefined }),
    { ...text(id, "Eerst", ["een"]), id, kind: "article" },
    by(`aud_${id}`),
  );

const save = (id: string, title: string, tags: string[], auditId: string) =>
  updateArticle(
    openWriter({ url: database.url, token: undefined }),
    { ...text(id, title, tags), id, version: 1 },
    by(auditId),
  );

test("of two saves in the same millisecond one is kept, and the other changes nothing, its tags included", async () => {
  expect((await start("art_1"))?.tags).toEqual(["een"]);
  expect(await save("art_1", "De eerste", ["een"], "aud_1")).toMatchObject({
    title: "De eerste",
    version: 2,
  });
  expect(await save("art_1", "De tweede", ["twee"], "aud_2")).toBeNull();
  const { rows } = await database.sql.execute(
    `select title, (select group_concat(tag_id) from article_tags where article_id = a.id) as tags,
      (select group_concat(id) from audit where act = 'article.save') as audit from articles a`,
  );
  expect(rows[0]).toMatchObject({ title: "De eerste", tags: "tag_1", audit: "aud_1" });
});

test("a save whose answer got lost is answered the same when it comes again", async () => {
  await start("art_2");
  const first = await save("art_2", "Opnieuw", ["twee"], "aud_3");
  expect(first).toMatchObject({ title: "Opnieuw", version: 2, tags: ["twee"] });
  expect(await save("art_2", "Opnieuw", ["twee"], "aud_3")).toEqual(first);
});
