import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Ids = { items: { id: string }[]; next: string | null };

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const as = (token: string, path: string, init: { json?: unknown } = {}) =>
  house.fetch(`/api/admin/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}` },
  });

async function makeToken(roles: string[], name = "Iemand"): Promise<{ id: string; token: string }> {
  const answer = await house.admin("tokens", { json: { name, roles } });
  expect(answer.status).toBe(201);
  return readJson<{ id: string; token: string }>(answer);
}

const text = (change: Record<string, unknown> = {}) => ({
  slug: "een-nieuw-artikel",
  title: "Een nieuw artikel",
  standfirst: "Waar het over gaat.",
  body: "## Kop\n\nTekst met **nadruk** en [een link](https://voorbeeld.nl).",
  author: "redactie",
  ...change,
});

describe("who may come in", () => {
  test.for([
    ["no token", {}],
    ["an unknown token", { authorization: "Bearer aaaaaaaaaaaaaaaaaaaaaaaa" }],
    ["another scheme", { authorization: "Basic YWRtaW46YWRtaW4=" }],
  ] as const)("with %s: 401, on every address, and nothing is told", async ([, headers]) => {
    for (const path of ["articles", "openapi.json", "nergens"]) {
      const answer = await house.fetch(`/api/admin/${path}`, { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(await answer.json()).toMatchObject({ error: { code: "not_signed_in" } });
    }
  });

  test("with a role that is not enough: 403, and nothing is done", async () => {
    const { token } = await makeToken(["moderator"]);
    expect((await as(token, "comments")).status).toBe(200);
    for (const path of ["articles", "signups", "emails", "tokens", "audit"]) {
      expect((await as(token, path)).status).toBe(403);
    }
    const slug = "mag-niet";
    expect((await as(token, "articles", { json: text({ slug }) })).status).toBe(403);
    expect((await house.fetch(`/${slug}/`)).status).toBe(404);
  });

  test("with a token that was ended, or is past: 401", async () => {
    const ended = await makeToken(["owner"]);
    expect((await as(ended.token, "me")).status).toBe(200);
    expect((await house.admin(`tokens/${ended.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await as(ended.token, "me")).status).toBe(401);
    const past = await makeToken(["owner"]);
    await house.sql.execute({
      sql: "update admin_tokens set expires_at = '2020-01-01T00:00:00.000Z' where id = ?",
      args: [past.id],
    });
    expect((await as(past.token, "me")).status).toBe(401);
  });

  test("tokens are kept as hashes and listed without them", async () => {
    const { token } = await makeToken(["editor"], "Lijst");
    const { rows } = await house.sql.execute({
      sql: "select 1 from admin_tokens where token_hash = ?",
      args: [token],
    });
    expect(rows).toEqual([]);
    const list = await (await house.admin("tokens")).text();
    expect(list).toContain("Lijst");
    expect(list).not.toMatch(/hash/iu);
  });
});

describe("a browser's sign-in", () => {
  test("ends in 12 hours, and trading it again does not make it longer", async () => {
    const trade = (token: string) =>
      readJson<{ token: string; expiresAt: string }>(
        house.fetch("/api/admin/sign-ins", { method: "POST", headers: { authorization: `Bearer ${token}` } }),
      );
    const first = await trade(house.adminToken);
    const hours = (Date.parse(first.expiresAt) - Date.now()) / 3_600_000;
    expect(Math.abs(hours - 12)).toBeLessThan(0.1);
    expect((await trade(first.token)).expiresAt).toBe(first.expiresAt);
    expect((await as(first.token, "me")).status).toBe(200);
  });
});

describe("an article", () => {
  test("starts as a draft nobody sees, is published, and reads as it was written", async () => {
    const made = await house.admin("articles", { json: text() });
    expect(made.status).toBe(201);
    expect(made.headers.get("etag")).toBe('"1"');
    const { id, state } = await readJson<{ id: string; state: string }>(made);
    expect(state).toBe("draft");
    expect((await house.fetch("/een-nieuw-artikel/")).status).toBe(404);
    expect((await house.admin(`articles/${id}/publish`, { method: "POST" })).status).toBe(200);
    const html = await (await house.fetch("/een-nieuw-artikel/")).text();
    expect(html).toContain("<strong>nadruk</strong>");
    expect(await (await house.fetch("/")).text()).toContain("Een nieuw artikel");
  });

  test("taken off the site is a draft again with its date, and can come back", async () => {
    const slug = "heen-en-weer";
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json: text({ slug }) }));
    const act = (name: string) =>
      readJson<{ publishedAt: string }>(house.admin(`articles/${id}/${name}`, { method: "POST" }));
    const { publishedAt } = await act("publish");
    await act("unpublish");
    expect((await house.fetch(`/${slug}/`)).status).toBe(404);
    expect((await act("publish")).publishedAt).toBe(publishedAt);
    expect((await house.fetch(`/${slug}/`)).status).toBe(200);
  });

  test("shows HTML and scripts in every field as text, and makes no link that runs", async () => {
    const nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'";
    const slug = "nare-tekst";
    const body = `${nasty}\n\n[klik](javascript:alert(1)) <a href="javascript:alert(1)">x</a>\n\n<iframe src=//x>`;
    const { id } = await readJson<{ id: string }>(
      house.admin("articles", { json: text({ slug, title: nasty, standfirst: nasty, body }) }),
    );
    await house.admin(`articles/${id}/publish`, { method: "POST" });
    const html = await (await house.fetch(`/${slug}/`)).text();
    expect(html).not.toMatch(/<script>(?!if\(self\.body\))|<img src=x|<iframe|href="javascript:/iu);
    expect(html).toContain("&lt;script&gt;");
  });

  test("is saved over the version that was read, and never over another: 412, and nothing is lost", async () => {
    const slug = "twee-schrijvers";
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json: text({ slug }) }));
    const save = (version: string | null, title: string) =>
      house.admin(`articles/${id}`, {
        method: "PUT",
        json: text({ slug, title }),
        headers: version === null ? {} : { "if-match": version },
      });
    expect((await save(null, "Zonder")).status).toBe(428);
    const first = await save('"1"', "De eerste");
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"2"']);
    expect((await save('"1"', "De tweede")).status).toBe(412);
    expect(await (await house.admin(`articles/${id}`)).json()).toMatchObject({
      title: "De eerste",
      version: 2,
    });
  });

  test("saved by many at once keeps one of them and refuses the others", async () => {
    const slug = "veel-schrijvers";
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json: text({ slug }) }));
    const saves = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        house.admin(`articles/${id}`, {
          method: "PUT",
          json: text({ slug, title: `T${index}` }),
          headers: { "if-match": '"1"' },
        }),
      ),
    );
    expect(saves.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(saves.filter(({ status }) => status === 412)).toHaveLength(7);
  });

  test("leaves as a list of keys that are meant to leave, its category by the address that a save takes", async () => {
    const draft = text({ slug: "alleen-dit", category: "samen-leren" });
    const made = await readJson<Record<string, unknown>>(
      house.admin("articles", { json: draft, headers: { "idempotency-key": "alleen" } }),
    );
    const keys = `authors body bodyHtml category createdAt id isOpenForComments kind openDays picture publishAt
      publishedAt slug standfirst state tags title trashedAt updatedAt version`;
    expect(Object.keys(made).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(keys.split(/\s+/u));
    expect(made["category"]).toBe("samen-leren");
  });

  test("with the same Idempotency-Key is made once, with the same answer", async () => {
    const init = { json: text({ slug: "een-keer" }), headers: { "idempotency-key": "abc" } };
    const [first, second] = [await house.admin("articles", init), await house.admin("articles", init)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.text()).toBe(await first.text());
  });

  test.for([
    ["an address that is taken", { slug: "over-ons" }, 409, "slug_taken"],
    ["an unknown author", { slug: "vrij-1", author: "niemand" }, 409, "unknown_author"],
    ["an unknown tag", { slug: "vrij-1", tags: ["nergens"] }, 409, "unknown_tag"],
    ["an address of the site itself", { slug: "programma" }, 422, "invalid_body"],
    ["no title", { slug: "vrij-2", title: "" }, 422, "invalid_body"],
  ] as const)("with %s is refused", async ([, change, status, code]) => {
    const answer = await house.admin("articles", { json: text(change) });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });

  test("keeps its tags in the same write, shows them back, and a save replaces them", async () => {
    const tags = ["een", "twee", "drie"].map((slug) => ({ slug, title: slug }));
    await house.admin("import", { json: { tags } });
    const draft = text({ slug: "met-tags", tags: ["twee", "een", "een"] });
    const made = await readJson<{ id: string; tags: string[] }>(house.admin("articles", { json: draft }));
    expect(made.tags.toSorted()).toEqual(["een", "twee"]);
    const save = (version: number, slugs: string[]) =>
      house.admin(`articles/${made.id}`, {
        method: "PUT",
        json: text({ slug: "met-tags", tags: slugs }),
        headers: { "if-match": `"${version}"` },
      });
    expect((await save(1, ["twee", "drie"])).status).toBe(200);
    expect([(await save(2, ["nergens"])).status, (await save(1, ["een"])).status]).toEqual([409, 412]);
    const { tags: kept } = await readJson<{ tags: string[] }>(house.admin(`articles/${made.id}`));
    expect(kept.toSorted()).toEqual(["drie", "twee"]);
  });

  test("in a body that is not JSON, or by a wrong method, is refused", async () => {
    expect((await house.admin("articles", { method: "POST", body: "{" })).status).toBe(400);
    const answer = await house.admin("articles", { method: "PATCH" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });
});

describe("lists", () => {
  test("take limit and cursor, and give every row once", async () => {
    const all = (await readJson<Ids>(house.admin("articles?limit=200"))).items.map(({ id }) => id);
    const seen: string[] = [];
    let cursor = "";
    do {
      const page: Ids = await readJson<Ids>(
        house.admin(`articles?limit=3${cursor === "" ? "" : `&cursor=${cursor}`}`),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? "";
    } while (cursor !== "");
    expect(seen).toEqual(all);
  });

  test("of emails never hold their text or a link that acts", async () => {
    await house.fetch("/api/comments", {
      json: {
        article: "waarom-de-secretaresse-30-niet-bestaat",
        name: "A",
        email: "a@b.nl",
        body: "Tekst",
        key: "1",
      },
    });
    const list = await (await house.admin("emails")).text();
    expect(list).toContain("comment_confirm");
    expect(list).not.toMatch(/"html"|"text"|"token"|bevestig\//u);
  });
});

describe("what organisers do", () => {
  test("is written down in the same batch: who, what, when", async () => {
    const { token, id } = await makeToken(["editor"], "Petra");
    const made = await readJson<{ id: string }>(
      as(token, "articles", { json: text({ slug: "door-petra" }) }),
    );
    const { items } = await readJson<{ items: object[] }>(house.admin("audit"));
    expect(items[0]).toMatchObject({
      adminId: id,
      adminName: "Petra",
      act: "article.create",
      subject: made.id,
    });
  });
});

describe("the import", () => {
  test("leaves what stands at an address as it is, and refuses an answer to a later comment", async () => {
    const article = {
      ...text({ slug: "over-ons", title: "Anders" }),
      publishedAt: "2020-01-01T00:00:00.000Z",
    };
    expect((await house.admin("import", { json: { articles: [article] } })).status).toBe(201);
    expect(await (await house.fetch("/over-ons/")).text()).not.toContain("Anders");
    const comment = (ref: string, answers: string | null) => ({
      ref,
      answers,
      name: "A",
      body: "B",
      postedAt: "2020-01-01T00:00:00.000Z",
    });
    const comments = [comment("1", "2"), comment("2", null)];
    const broken = await house.admin("import", { json: { articles: [{ ...article, slug: "x", comments }] } });
    expect(broken.status).toBe(422);
  });
});
