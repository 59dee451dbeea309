import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

type One = { id: string; slug: string; title: string; bio: string; parent: string | null; version: number };
type Listed = { items: One[] };

const draft = (subject: string, slug: string, title: string) =>
  subject === "authors" ? { slug, name: title } : { slug, title };

async function find(subject: string, slug: string): Promise<One> {
  const { items } = await readJson<Listed>(house.admin(subject));
  const found = items.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`There is none at ${slug} among the ${subject}.`);
  return found;
}

const put = (subject: string, id: string, json: object, version?: number) =>
  house.admin(`${subject}/${id}`, {
    method: "PUT",
    json,
    headers: version === undefined ? {} : { "if-match": `"${version}"` },
  });

async function move(subject: string, from: string, to: string): Promise<number> {
  const { id, title, version } = await find(subject, from);
  return (await put(subject, id, draft(subject, to, title), version)).status;
}

const lead = async (path: string) => {
  const answer = await house.fetch(path);
  return [answer.status, answer.headers.get("location")];
};

describe.for([
  ["categories", "categorie", "jouw-rol"],
  ["tags", "tag", "rollen"],
  ["authors", "auteur", "redactie"],
] as const)("when one of the %s gets another address", ([subject, path, slug]) => {
  test("the old one leads on, also after a second move, and never in a circle", async () => {
    expect((await house.fetch(`/${path}/${slug}/`)).status).toBe(200);
    expect(await move(subject, slug, "tweede")).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([301, `/${path}/tweede/`]);
    expect((await house.fetch(`/${path}/tweede/`)).status).toBe(200);
    expect(await move(subject, "tweede", "derde")).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([301, `/${path}/derde/`]);
    expect(await lead(`/${path}/tweede/`)).toEqual([301, `/${path}/derde/`]);
    expect(await move(subject, "derde", slug)).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([200, null]);
    expect(await lead(`/${path}/derde/`)).toEqual([301, `/${path}/${slug}/`]);
  });

  test("an address that never was is not found, and a text's address is not meant", async () => {
    expect(await lead(`/${path}/nooit-geweest/`)).toEqual([404, null]);
    expect(await lead(`/derde/`)).toEqual([404, null]);
  });
});

describe.for([
  ["authors", "redactie"],
  ["categories", "samen-leren"],
  ["tags", "rollen"],
] as const)("one of the %s", ([subject, slug]) => {
  test("is saved over the version that was read: 428 without one, 412 for another, and nothing is lost", async () => {
    const { id, version } = await find(subject, slug);
    const read = await house.admin(`${subject}/${id}`);
    expect([read.status, read.headers.get("etag")]).toEqual([200, `"${version}"`]);
    expect(await read.json()).toMatchObject({ id, slug, version });

    expect((await put(subject, id, draft(subject, slug, "Zonder"))).status).toBe(428);
    expect((await put(subject, id, draft(subject, slug, "Een oude"), version + 998)).status).toBe(412);
    const saved = await put(subject, id, draft(subject, slug, "De eerste"), version);
    expect([saved.status, saved.headers.get("etag")]).toEqual([200, `"${version + 1}"`]);
    expect((await put(subject, id, draft(subject, slug, "De tweede"), version)).status).toBe(412);
    expect(await find(subject, slug)).toMatchObject({ title: "De eerste", version: version + 1 });
    const { items } = await readJson<{ items: object[] }>(house.admin("audit?limit=1"));
    expect(items[0]).toMatchObject({ act: `${subject}.change`, about: "De eerste" });
  });

  test("saved by many at once keeps one of them and refuses the others", async () => {
    const { id, version } = await find(subject, slug);
    const saves = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => put(subject, id, draft(subject, slug, `Naam ${turn}`), version)),
    );
    expect(saves.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(saves.filter(({ status }) => status === 412)).toHaveLength(5);
  });

  test("that is nobody's is not found, and one at another's address is refused", async () => {
    const { id, version } = await find(subject, slug);
    const unknown = `${id.slice(0, -4)}0000`;
    expect((await house.admin(`${subject}/${unknown}`)).status).toBe(404);
    expect((await put(subject, unknown, draft(subject, slug, "Niemand"), 1)).status).toBe(404);
    await house.admin(subject, { json: draft(subject, "al-bezet", "Een ander") });
    expect((await put(subject, id, draft(subject, "al-bezet", "Daar"), version)).status).toBe(409);
    expect(await find(subject, slug)).toMatchObject({ id, version });
  });
});

describe("what a save leaves out", () => {
  test("of an author, her few words, stays as it is; said empty it goes", async () => {
    const made = await readJson<One>(
      house.admin("authors", { json: { slug: "met-woorden", name: "Iemand", bio: "Schrijft over werk." } }),
    );
    await put("authors", made.id, { slug: "met-woorden", name: "Iemand anders" }, 1);
    expect(await find("authors", "met-woorden")).toMatchObject({
      title: "Iemand anders",
      bio: "Schrijft over werk.",
    });
    await put("authors", made.id, { slug: "met-woorden", name: "Iemand anders", bio: "" }, 2);
    expect(await find("authors", "met-woorden")).toMatchObject({ bio: "" });
  });

  test("of a category, its parent, stays as it is; said null it goes", async () => {
    const parent = "werk-in-beweging";
    const made = await readJson<One>(
      house.admin("categories", { json: { slug: "eronder", title: "Eronder", parent } }),
    );
    await put("categories", made.id, { slug: "eronder", title: "Nog eronder" }, 1);
    expect(await find("categories", "eronder")).toMatchObject({ title: "Nog eronder", parent });
    await put("categories", made.id, { slug: "eronder", title: "Nog eronder", parent: null }, 2);
    expect(await find("categories", "eronder")).toMatchObject({ parent: null });
  });
});

describe.for([
  ["authors", "auteur", { authors: ["weg-authors"] }],
  ["categories", "categorie", { category: "weg-categories" }],
  ["tags", "tag", { tags: ["weg-tags"] }],
] as const)("one of the %s that was made by mistake", ([subject, path, names]) => {
  const slug = `weg-${subject}`;
  const make = () => readJson<One>(house.admin(subject, { json: draft(subject, slug, "Bij vergissing") }));
  const remove = (id: string) => house.admin(`${subject}/${id}`, { method: "DELETE" });

  test("is removed with the ways that led to it, and the edge forgets its page at once", async () => {
    const { id } = await make();
    expect(await move(subject, slug, `${slug}-2`)).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([301, `/${path}/${slug}-2/`]);
    await house.fetch(`/${path}/${slug}-2/`);
    expect((await remove(id)).status).toBe(204);
    expect(await lead(`/${path}/${slug}-2/`)).toEqual([404, null]);
    expect(await lead(`/${path}/${slug}/`)).toEqual([404, null]);
    expect((await remove(id)).status).toBe(404);
    const { items } = await readJson<{ items: { act: string; subject: string }[] }>(house.admin("audit"));
    expect(items[0]).toMatchObject({ act: `${subject}.delete`, subject: id });
  });

  test("stays while a text names it, one in the trash too, and which text is told", async () => {
    const { id } = await make();
    const json = { slug: `noemt-${subject}`, title: "Noemt", body: "Tekst.", ...names };
    const text = await readJson<One>(house.admin("articles", { json }));
    await house.admin(`articles/${text.id}/trash`, { method: "POST" });
    const answer = await remove(id);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: "in_use", message: expect.stringContaining(`/noemt-${subject}/`) },
    });
    expect(await find(subject, slug)).toMatchObject({ id });
  });
});

test("a category with another below it, or that a reader follows or asked to follow, is not removed", async () => {
  const made = async (slug: string, parent: string | null) =>
    readJson<One>(house.admin("categories", { json: { slug, title: slug, parent } }));
  const above = await made("boven", null);
  await made("onder", "boven");
  const asked = await made("gevraagd", null);
  const followed = await made("gevolgd", null);
  const reader = await somebody();
  await house.sql.batch(
    [
      {
        sql: `insert into subscriber_asks (hash, person_id, categories, submission, made_at, expires_at)
          values ('h', ?, ?, 's', '2026-11-26T10:00:00.000Z', '2026-11-27T10:00:00.000Z')`,
        args: [reader, JSON.stringify([asked.id])],
      },
      {
        sql: "insert into subscribers (person_id, categories, since) values (?, ?, '2026-11-26T10:00:00.000Z')",
        args: [reader, JSON.stringify([followed.id])],
      },
    ],
    "write",
  );
  for (const { id } of [above, asked, followed])
    expect((await house.admin(`categories/${id}`, { method: "DELETE" })).status).toBe(409);
});

async function somebody(): Promise<string> {
  await house.sql.execute(`insert into people (id, email_key, email, name, created_at)
    values ('per_1', 'iemand@voorbeeld.nl', 'iemand@voorbeeld.nl', 'Iemand', '2026-11-26T10:00:00.000Z')`);
  return "per_1";
}
