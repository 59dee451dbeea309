import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

type Text = { id: string; slug: string; version: number; openDays: number | null };

/** A text that came out so many days ago and is open for a week. */
async function published(daysAgo: number, openDays: number | null = 7): Promise<Text> {
  const slug = `open-${(turn += 1)}`;
  const json = { slug, title: `Open ${turn}`, body: "Zin.", authors: ["redactie"], openDays };
  const text = await readJson<Text>(house.admin("articles", { json }));
  await house.admin(`articles/${text.id}/publish`, { method: "POST", headers: { "if-match": '"1"' } });
  const then = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  await house.sql.execute({
    sql: "update articles set published_at = ? where id = ?",
    args: [then, text.id],
  });
  return text;
}

const comment = async (slug: string) => {
  const json = { article: slug, name: "Noor", email: "noor@voorbeeld.nl", body: "Tekst", key: slug };
  return (await house.fetch("/api/comments", { json })).status;
};

const page = async (slug: string) => (await house.fetch(`/${slug}/`)).text();

describe("a conversation that is open for some days", () => {
  test("takes comments until then; from then on they are refused, also before the page says so", async () => {
    const [early, late, always] = [await published(6.9), await published(7.1), await published(4000, null)];
    expect([await comment(early.slug), await comment(late.slug), await comment(always.slug)]).toEqual([
      201, 409, 201,
    ]);
  });

  test("is closed by the clock, and the edge forgets the page that had a form", async () => {
    const { slug } = await published(7.1);
    expect(await page(slug)).toContain("<form");
    expect(await house.cron("api")).toBe("ok");
    expect(await page(slug)).not.toContain("<form");
    const other = await published(6.9);
    await house.cron("api");
    expect(await page(other.slug)).toContain("<form");
  });

  test("keeps its days with every save, and with the version that is taken back", async () => {
    const { id, slug, openDays } = await published(0);
    expect(openDays).toBe(7);
    const json = { slug, title: "Anders", body: "Zin.", openDays: 30 };
    const saved = await readJson<Text>(
      house.admin(`articles/${id}`, { method: "PUT", json, headers: { "if-match": '"2"' } }),
    );
    expect(saved.openDays).toBe(30);
    const restored = await readJson<Text>(
      house.admin(`articles/${id}/restore?version=1`, { method: "POST", headers: { "if-match": '"3"' } }),
    );
    expect(restored.openDays).toBe(7);
  });

  test.for([0, -1, 1.5, 4000, "zeven"])("for %s days is refused", async (openDays) => {
    const json = { slug: `fout-${(turn += 1)}`, title: "T", body: "Zin.", openDays };
    expect((await house.admin("articles", { json })).status).toBe(422);
  });
});
