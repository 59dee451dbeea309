import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

type Text = { id: string; slug: string; version: number; state: string; publishAt: string | null };

const text = (change: object = {}) => {
  const slug = `tekst-${(turn += 1)}`;
  return { slug, title: `Tekst ${turn}`, body: "Eerste zin. Tweede zin.", authors: ["redactie"], ...change };
};

const start = async (change: object = {}) => readJson<Text>(house.admin("articles", { json: text(change) }));

const act = (id: string, name: string, version?: number, json?: unknown) =>
  house.admin(`articles/${id}/${name}`, {
    method: "POST",
    ...(json === undefined ? {} : { json }),
    headers: version === undefined ? {} : { "if-match": `"${version}"` },
  });

const put = (id: string, version: number, json: object, key?: string) =>
  house.admin(`articles/${id}`, {
    method: "PUT",
    json,
    headers: { "if-match": `"${version}"`, ...(key === undefined ? {} : { "idempotency-key": key }) },
  });

const status = async (path: string) => (await house.fetch(path)).status;

const auditOf = async (id: string) => {
  const { items } = await readJson<{ items: { act: string; subject: string; adminName: string }[] }>(
    house.admin("audit"),
  );
  return items.filter(({ subject }) => subject === id).map(({ act: name }) => name);
};

describe("every save", () => {
  test("can be read back, compared and restored; restoring is a save, so nothing is ever lost", async () => {
    const draft = text({ tags: ["rollen"] });
    const { id } = await readJson<Text>(house.admin("articles", { json: draft }));
    await put(id, 1, { ...draft, body: "Eerste zin. Derde zin.", title: "Anders", tags: [] });
    const list = await readJson<{ items: { version: number; adminName: string }[] }>(
      house.admin(`articles/${id}/revisions`),
    );
    expect(list.items.map(({ version, adminName }) => [version, adminName])).toEqual([
      [2, "Testorganisator"],
      [1, "Testorganisator"],
    ]);
    const { changes } = await readJson<{ changes: Record<string, unknown> }>(
      house.admin(`articles/${id}/compare?from=1&to=2`),
    );
    expect(changes["body"]).toEqual([
      { kind: "same", text: "Eerste zin. " },
      { kind: "removed", text: "Tweede" },
      { kind: "added", text: "Derde" },
      { kind: "same", text: " zin." },
    ]);
    expect(Object.keys(changes)).toEqual(["title", "body", "tags"]);
    const back = await readJson<Text & { title: string; body: string; tags: string[] }>(
      act(id, "restore?version=1", 2),
    );
    expect(back).toMatchObject({ version: 3, title: draft.title, body: draft.body, tags: ["rollen"] });
    expect((await act(id, "restore?version=2", 2)).status).toBe(412);
    expect((await act(id, "restore?version=2")).status).toBe(428);
    expect((await act(id, "restore?version=9", 3)).status).toBe(404);
  });

  test("and every act has its version under who did it: putting it on the site, taking it off, the cron", async () => {
    const { id } = await start();
    for (const name of ["publish", "unpublish"]) await act(id, name);
    await house.sql.execute({
      sql: "update articles set publish_at = '2026-11-20T08:00:00.000Z' where id = ?",
      args: [id],
    });
    await house.cron("api");
    const { items } = await readJson<{ items: { version: number; adminName: string | null }[] }>(
      house.admin(`articles/${id}/revisions`),
    );
    expect(items.map(({ version, adminName }) => [version, adminName])).toEqual([
      [4, "Op het geplande moment"],
      [3, "Testorganisator"],
      [2, "Testorganisator"],
      [1, "Testorganisator"],
    ]);
  });

  test("keeps what stood before, also of a text that came by import", async () => {
    const slug = `oud-${(turn += 1)}`;
    const article = { slug, title: "Oud", body: "Van vroeger.", publishedAt: "2020-01-01T00:00:00.000Z" };
    await house.admin("import", { json: { articles: [article] } });
    const { items } = await readJson<{ items: Text[] }>(house.admin("articles?limit=200"));
    const id = items.find((one) => one.slug === slug)?.id ?? "";
    await put(id, 1, { slug, title: "Oud", body: "Nieuw." });
    const { from } = await readJson<{ from: { body: string; adminName: null } }>(
      house.admin(`articles/${id}/compare?from=1&to=2`),
    );
    expect(from).toMatchObject({ body: "Van vroeger.", adminName: null });
  });

  test("whose answer got lost is answered the same when it comes again under its key, and kept once", async () => {
    const draft = text();
    const { id } = await readJson<Text>(house.admin("articles", { json: draft }));
    const change = { ...draft, body: "Bewaard." };
    const answers = [await put(id, 1, change, "k1"), await put(id, 1, change, "k1")];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toEqual(await answers[0]?.json());
    expect((await put(id, 1, change, "k2")).status).toBe(412);
    expect(await auditOf(id)).toEqual(["article.save", "article.create"]);
  });
});

describe("a scheduled text", () => {
  const schedule = (id: string, at: string) => act(id, "schedule", undefined, { at });

  test.for([
    ["2090-03-26T02:30", "2090-03-26T01:30:00.000Z"],
    ["2090-03-26T09:00", "2090-03-26T07:00:00.000Z"],
    ["2090-03-25T09:00", "2090-03-25T08:00:00.000Z"],
    ["2090-10-29T02:30", "2090-10-29T01:30:00.000Z"],
    ["2090-10-29T09:00", "2090-10-29T08:00:00.000Z"],
    ["2090-10-28T09:00", "2090-10-28T07:00:00.000Z"],
  ] as const)(
    "at %s on the clock of Amsterdam comes out at %s, also when that clock changes",
    async ([at, moment]) => {
      const { id } = await start();
      expect((await readJson<Text>(schedule(id, at))).publishAt).toBe(moment);
    },
  );

  test("comes out by the cron, late after an outage too, dated at its moment, once, and is seen at once", async () => {
    const { id, slug } = await start();
    await schedule(id, "2090-01-01T09:00");
    expect([await house.cron("api"), await status(`/${slug}/`)]).toEqual(["ok", 404]);
    const moment = "2026-11-20T08:00:00.000Z";
    await house.sql.execute({ sql: "update articles set publish_at = ? where id = ?", args: [moment, id] });
    await Promise.all([1, 2, 3].map(() => house.cron("api")));
    const kept = await readJson<Text & { publishedAt: string }>(house.admin(`articles/${id}`));
    expect(kept).toMatchObject({ state: "published", publishedAt: moment, publishAt: null });
    expect(await (await house.fetch(`/${slug}/`)).text()).toContain("Tweede zin.");
    expect(await auditOf(id)).toEqual(["article.publish", "article.schedule", "article.create"]);
  });

  test("can still be changed and keeps its moment; it can be called off, and never comes out of the trash", async () => {
    const draft = text();
    const { id, slug } = await readJson<Text>(house.admin("articles", { json: draft }));
    const { version, publishAt } = await readJson<Text>(schedule(id, "2090-01-01T09:00"));
    expect(await readJson<Text>(put(id, version, { ...draft, title: "Anders" }))).toMatchObject({
      publishAt,
    });
    await act(id, "unschedule");
    expect((await readJson<Text>(house.admin(`articles/${id}`))).publishAt).toBeNull();
    await schedule(id, "2090-01-01T09:00");
    await act(id, "trash");
    await house.cron("api");
    expect(await status(`/${slug}/`)).toBe(404);
  });

  test("is refused for a moment that is past, for a text that is out, and with half a time", async () => {
    const { id } = await start();
    expect((await schedule(id, "2020-01-01T09:00")).status).toBe(422);
    expect((await schedule(id, "morgen")).status).toBe(422);
    await act(id, "publish");
    await schedule(id, "2090-01-01T09:00");
    expect((await readJson<Text>(house.admin(`articles/${id}`))).publishAt).toBeNull();
  });
});

describe("a text that is thrown away", () => {
  test("is gone from the site (410, with a way on) and from the lists, and comes back with all it had", async () => {
    const { id, slug } = await start({ tags: ["rollen"] });
    await act(id, "publish");
    const json = { article: slug, name: "A", email: "a@b.nl", body: "Mooi.", key: "x" };
    const comment = await readJson<{ id: string }>(house.fetch("/api/comments", { json }));
    await house.admin(`comments/${comment.id}/approve`, { method: "POST" });
    await act(id, "trash");
    const { answer, trips } = await house.roundTrips(() => house.fetch(`/${slug}/`));
    expect([answer.status, trips]).toEqual([410, { site: 2 }]);
    expect(await answer.text()).toMatch(/<h1>Deze tekst is er niet meer<\/h1>.*action="\/zoeken\/"/su);
    for (const path of ["/", "/artikelen/", "/tag/rollen/", "/feed/", "/sitemap.xml", "/comments/feed/"])
      expect(await (await house.fetch(path)).text()).not.toContain(slug);
    const isIn = async (list: string) =>
      (await readJson<{ items: Text[] }>(house.admin(list))).items.some((one) => one.id === id);
    expect([await isIn("articles"), await isIn("articles/trash")]).toEqual([false, true]);
    await act(id, "untrash");
    expect([await isIn("articles"), await isIn("articles/trash")]).toEqual([true, false]);
    expect(await status(`/${slug}/`)).toBe(404);
    await act(id, "publish");
    const html = await (await house.fetch(`/${slug}/`)).text();
    expect([html.includes("Mooi."), html.includes("/tag/rollen/")]).toEqual([true, true]);
  });

  test("and was never out, is unknown: 404", async () => {
    const { id, slug } = await start();
    await act(id, "trash");
    expect(await status(`/${slug}/`)).toBe(404);
  });

  test("by who read an older version is not: 412, and nothing changes", async () => {
    const { id } = await start();
    await act(id, "publish");
    expect((await act(id, "trash", 1)).status).toBe(412);
    expect((await act("art_nergens", "trash")).status).toBe(404);
    expect((await act(id, "trash", 2)).status).toBe(200);
  });
});

describe("a preview link", () => {
  test("shows a draft as it will look, to who holds it only, and no cache may keep or find it", async () => {
    const { id, slug } = await start({ body: "Nog niet voor iedereen." });
    const { url } = await readJson<{ url: string }>(act(id, "preview-link", undefined, {}));
    const { pathname } = new URL(url);
    const shown = await house.fetch(pathname);
    const html = await shown.text();
    expect([shown.status, shown.headers.get("cache-control"), shown.headers.get("x-robots-tag")]).toEqual([
      200,
      "no-store",
      "noindex",
    ]);
    expect(html).toContain("Nog niet voor iedereen.");
    expect(html).toContain("Dit is een voorbeeld.");
    expect(html).not.toContain("<form");
    expect(await status(`/${slug}/`)).toBe(404);
    expect(await status(`${pathname}x`)).toBe(410);
    const { rows } = await house.sql.execute("select * from previews");
    expect(JSON.stringify(rows)).not.toContain(pathname.split("/")[2]);
  });

  test("ends by itself, and when an organiser ends it", async () => {
    const { id } = await start();
    const made = await Promise.all(
      [1, 2].map(() => readJson<{ url: string }>(act(id, "preview-link", undefined, {}))),
    );
    const [first = "", second = ""] = made.map(({ url }) => new URL(url).pathname);
    await house.admin(`articles/${id}/preview-link`, { method: "DELETE" });
    expect(await status(first)).toBe(410);
    const { url } = await readJson<{ url: string }>(act(id, "preview-link", undefined, { days: 1 }));
    await house.sql.execute("update previews set expires_at = '2020-01-01T00:00:00.000Z'");
    expect([await status(second), await status(new URL(url).pathname)]).toEqual([410, 410]);
    expect((await act("art_nergens", "preview-link", undefined, {})).status).toBe(404);
  });
});

describe("who wrote it", () => {
  test("can be several, in their order, each with a page that lists it; one who is taken off is taken off", async () => {
    const draft = text({ authors: ["leontine-de-koning", "redactie"] });
    const { id, slug } = await readJson<Text>(house.admin("articles", { json: draft }));
    await act(id, "publish");
    const html = await (await house.fetch(`/${slug}/`)).text();
    expect(html).toMatch(/Door <a[^>]*>Léontine de Koning<\/a> en <a[^>]*>Redactie<\/a>/u);
    for (const author of draft.authors)
      expect(await (await house.fetch(`/auteur/${author}/`)).text()).toContain(slug);
    await put(id, 2, { ...draft, authors: ["redactie"] });
    expect(await (await house.fetch("/auteur/leontine-de-koning/")).text()).not.toContain(slug);
    await put(id, 3, { ...draft, authors: ["redactie", "leontine-de-koning"] });
    expect(await (await house.fetch(`/${slug}/`)).text()).toMatch(/Redactie<\/a> en <a[^>]*>Léontine/u);
    expect((await put(id, 4, { ...draft, authors: ["niemand"] })).status).toBe(409);
  });
});

describe("authors, categories and tags", () => {
  test("are made and changed, and every page that names them follows", async () => {
    const made = await readJson<{ id: string }>(
      house.admin("categories", { json: { slug: "nieuw-thema", title: "Nieuw thema" } }),
    );
    const { id, slug } = await start({ category: "nieuw-thema" });
    await act(id, "publish");
    const change = { slug: "nieuw-thema", title: "Ander thema", parent: "werk-in-beweging" };
    const headers = { "if-match": '"1"' };
    const changed = await house.admin(`categories/${made.id}`, { method: "PUT", json: change, headers });
    expect(changed.status).toBe(200);
    expect(await (await house.fetch(`/${slug}/`)).text()).toContain("Ander thema");
    expect(await (await house.fetch("/categorie/werk-in-beweging/")).text()).toContain(slug);
  });

  test.for([
    ["a slug that is taken", "tags", { slug: "rollen", title: "R" }, 409],
    ["a parent that has a parent", "categories", { slug: "x1", title: "X", parent: "jouw-rol" }, 409],
    ["a parent that is nobody", "categories", { slug: "x2", title: "X", parent: "nergens" }, 409],
    ["no name", "authors", { slug: "x3", name: "" }, 422],
  ] as const)("are refused with %s", async ([, room, json, expected]) => {
    expect((await house.admin(room, { json })).status).toBe(expected);
  });

  test("that an import names and nobody has are told, and nothing of it is kept", async () => {
    const article = {
      ...text({ tags: ["nergens"], authors: ["niemand"] }),
      publishedAt: "2020-01-01T00:00:00.000Z",
    };
    const answer = await house.admin("import", { json: { articles: [article] } });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      error: { code: "unknown_names", fields: { "authors:niemand": "unknown", "tags:nergens": "unknown" } },
    });
    expect(await status(`/${article.slug}/`)).toBe(404);
  });
});
