import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Page = { items: { id: string; slug: string; startsAt: string }[]; next: string | null };

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const ask = (path: string) => readJson<Page>(house.admin(path));

/** Every page of a list, asked with `limit` and each `cursor` that came. */
async function pages(list: string, limit: number): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Page = await ask(`${list}?limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    if (page.items.length > 0) found.push(page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return found;
}

describe.for(["sessions", "steps"])("the list of %s", (list) => {
  test("takes limit and cursor: every row once, in the order of the whole", async () => {
    // Two that begin at the same moment.
    for (const _ of [1, 2]) await people.plan(3);
    const all = (await ask(`${list}?limit=200`)).items.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(2);
    for (const limit of [1, 2]) {
      const found = await pages(list, limit);
      expect(found.every(({ length }) => length <= limit)).toBe(true);
      expect(found.flat()).toEqual(all);
    }
    expect((await ask(`${list}?limit=200`)).next).toBeNull();
    expect(await ask(`${list}?cursor=nergens`)).toEqual({ items: [], next: null });
  });
});

describe("the sessions that organisers still have something to do with", () => {
  test("are asked by how many days ago they ended: of a series its last time counts", async () => {
    const slugs = [await people.plan(3), await people.plan(3), await people.plan(3)];
    const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const end = (slug: string, days: number) =>
      house.sql.execute({
        sql: "update sessions set starts_at = ?, ends_at = ? where slug = ?",
        args: [day(days + 1), day(days), slug],
      });
    const [old = "", late = "", goesOn = ""] = slugs;
    await end(old, 32);
    await end(late, 30);
    await end(goesOn, 90);
    await house.sql.execute({
      sql: `insert into meetings (session_id, position, starts_local, ends_local, starts_at, ends_at)
        select id, 2, '2026-01-01T19:00', '2026-01-01T21:00', ?, ? from sessions where slug = ?`,
      args: [day(2), day(1), goesOn],
    });
    const asked = async (query: string) =>
      (await ask(`sessions?limit=200${query}`)).items
        .map(({ slug }) => slug)
        .filter((slug) => slugs.includes(slug));
    expect(await asked("&past=31")).toEqual([goesOn, late]);
    for (const query of ["", "&past=", "&past=-1", "&past=onzin", "&past=99999999"])
      expect([query, await asked(query)]).toEqual([query, [goesOn, old, late]]);
  });
});
