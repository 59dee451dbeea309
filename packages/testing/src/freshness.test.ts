// The proof of freshness: whatever organisers do, in whatever order, no page that the edge gives is another page than
// the one the site would make now. A seat that was taken is the one thing left out: it may be old for some seconds.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pngOf } from "./draw-picture.ts";
import { type House, startHouse } from "./house.ts";
import { readJson } from "./read-json.ts";

const STEPS = 24;
const SEED = 20_261_123;

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

/** A small generator of chance that gives the same walk again from the same seed. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

// A signup form has a key of its own each time; nothing else may differ.
const withoutKey = (html: string) => html.replaceAll(/name="key" value="[^"]*"/gu, "");

async function bytesOf(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await house.fetch(path, { headers });
  return `${answer.status} ${answer.headers.get("location")} ${withoutKey(await answer.text())}`;
}

/** What the site itself would answer now: the edge keeps nothing for who shows a token. */
const freshBytesOf = (path: string) => bytesOf(path, { authorization: "Bearer past-the-edge" });

/**
 * Every address that readers can come to from the front page, and those that machines know. Asked through the edge, which
 * holds them all from then on.
 */
async function addresses(known: Iterable<string>): Promise<Set<string>> {
  const seen = new Set<string>(["/", ...known]);
  for (const path of seen) {
    for (const [, href] of (await bytesOf(path)).matchAll(/ href="(\/[^"#?]*)/gu)) {
      if (href !== undefined && !href.startsWith("/beheer")) seen.add(href);
    }
  }
  return seen;
}

async function staleAddresses(known: Set<string>): Promise<string[]> {
  const stale: string[] = [];
  for (const path of known) if ((await bytesOf(path)) !== (await freshBytesOf(path))) stale.push(path);
  return stale;
}

type Text = { id: string; slug: string; title: string; state: string; version: number };

async function pick<Row>(path: string, chance: (below: number) => number): Promise<Row | undefined> {
  const { items } = await readJson<{ items: Row[] }>(house.admin(path));
  return items[chance(Math.max(1, items.length))];
}

/** Every act of an organiser that readers can see, and a reader's that an organiser then lets through. */
const acts: Record<string, (chance: (below: number) => number, turn: number) => Promise<unknown>> = {
  async publish(_chance, turn) {
    const json = {
      slug: `nieuw-${turn}`,
      title: `Nieuw ${turn}`,
      standfirst: "Kort.",
      body: "## Kop\n\nTekst.",
      author: "redactie",
    };
    const { id } = await readJson<Text>(house.admin("articles", { json }));
    return house.admin(`articles/${id}/publish`, { method: "POST" });
  },
  async edit(chance, turn) {
    const found = await pick<Text>("articles?limit=200", chance);
    return save(found, { title: `Anders ${turn}` });
  },
  async rename(chance, turn) {
    const found = await pick<Text>("articles?limit=200", chance);
    return save(found, { slug: `verhuisd-${turn}` });
  },
  async unpublish(chance) {
    const found = await pick<Text>("articles?limit=200", chance);
    return found === undefined ? null : house.admin(`articles/${found.id}/unpublish`, { method: "POST" });
  },
  async sign(chance, turn) {
    const authors = turn % 2 === 0 ? ["leontine-de-koning", "redactie"] : ["redactie"];
    return save(await pick<Text>("articles?limit=200", chance), { authors });
  },
  async schedule(_chance, turn) {
    const json = { slug: `gepland-artikel-${turn}`, title: `Gepland ${turn}`, body: "Tekst." };
    const { id } = await readJson<Text>(house.admin("articles", { json }));
    await house.admin(`articles/${id}/schedule`, { json: { at: "2090-01-01T09:00" } });
    await house.sql.execute(
      "update articles set publish_at = '2026-11-01T00:00:00.000Z' where publish_at is not null",
    );
    return house.cron("api");
  },
  async trash(chance) {
    const found = await pick<Text>("articles?limit=200", chance);
    return found === undefined ? null : house.admin(`articles/${found.id}/trash`, { method: "POST" });
  },
  async untrash() {
    const { items } = await readJson<{ items: Text[] }>(house.admin("articles/trash"));
    if (items[0] === undefined) return null;
    await house.admin(`articles/${items[0].id}/untrash`, { method: "POST" });
    return house.admin(`articles/${items[0].id}/publish`, { method: "POST" });
  },
  async renameAuthor(chance, turn) {
    const found = await pick<Text>("authors", chance);
    return rename("authors", found, { name: `Naam ${turn}`, bio: `Schrijft ${turn}.` });
  },
  async renameTag(chance, turn) {
    return rename("tags", await pick<Text>("tags", chance), { title: `Onderwerp ${turn}` });
  },
  async moveCategory(_chance, turn) {
    const { items } = await readJson<{ items: Text[] }>(house.admin("categories"));
    const found = items.find(({ slug }) => slug === "samen-leren");
    return rename("categories", found, {
      title: `Thema ${turn}`,
      parent: turn % 2 === 0 ? "werk-in-beweging" : null,
    });
  },
  async menu(_chance, turn) {
    const found = await house.admin("menu");
    const { header, footer } = await readJson<{ header: object[]; footer: object[] }>(found);
    return house.admin("menu", {
      method: "PUT",
      json: {
        header: header.slice(0, 3),
        footer: [...footer.slice(0, 4), { label: `Extra ${turn}`, path: "/agenda/" }],
      },
      headers: { "if-match": found.headers.get("etag") ?? "" },
    });
  },
  redirect(_chance, turn) {
    return house.admin("redirects", { json: { from: `vroeger-${turn}`, to: "over-ons" } });
  },
  async editPage(chance, turn) {
    const found = await pick<Text>("pages?limit=200", chance);
    return save(found, { standfirst: `Bijgewerkt ${turn}` }, "pages");
  },
  async approve(chance, turn) {
    const article = await pick<Text>("articles?limit=200", chance);
    const json = {
      article: article?.slug,
      name: "Noor",
      email: "n@x.nl",
      body: `Reactie ${turn}`,
      key: String(turn),
    };
    const { id } = await readJson<{ id?: string }>(house.fetch("/api/comments", { json }));
    return id === undefined ? null : house.admin(`comments/${id}/approve`, { method: "POST" });
  },
  async reject(chance) {
    const comment = await pick<{ id: string }>("comments?state=visible", chance);
    return comment === undefined ? null : house.admin(`comments/${comment.id}/reject`, { method: "POST" });
  },
  plan(_chance, turn) {
    const [startsLocal, endsLocal] = ["2026-12-01T19:00", "2026-12-01T21:30"].map((wall) =>
      wall.replace("2026", String(2060 + turn)),
    );
    return house.admin("sessions", {
      json: {
        slug: `gepland-${turn}`,
        step: "rondetafel",
        title: `Gepland ${turn}`,
        startsLocal,
        endsLocal,
        place: "Zaal",
        city: "Utrecht",
        capacity: 9,
      },
    });
  },
  async picture(chance, turn) {
    const found = await pick<Text>("articles?limit=200", chance);
    const media = await readJson<{ id: string }>(
      house.admin(`media?alt=Steen%20${turn}`, {
        method: "POST",
        body: pngOf(90 + turn, 60, () => [turn, 90, 90]),
      }),
    );
    return save(found, { picture: media.id, body: `Tekst.\n\n![](media:${media.id})` });
  },
  async describe(chance, turn) {
    const media = await pick<{ id: string; version: number }>("media?limit=2", chance);
    return house.admin(`media/${media?.id}`, {
      method: "PUT",
      json: { alt: `Anders gezegd ${turn}`, caption: `Bijschrift ${turn}` },
      headers: { "if-match": String(media?.version) },
    });
  },
  import(_chance, turn) {
    const comments = [{ ref: "1", name: "Sam", postedAt: "2020-01-01T00:00:00.000Z", body: "Van vroeger" }];
    const article = {
      slug: `oud-${turn}`,
      title: `Oud ${turn}`,
      body: "Tekst",
      publishedAt: "2020-01-01T00:00:00.000Z",
      comments,
    };
    return house.admin("import", { json: { articles: [article] } });
  },
};

async function rename(room: string, found: Text | undefined, change: object): Promise<Response | null> {
  if (found === undefined) return null;
  return house.admin(`${room}/${found.id}`, { method: "PUT", json: { slug: found.slug, ...change } });
}

async function save(found: Text | undefined, change: object, room = "articles"): Promise<Response | null> {
  if (found === undefined) return null;
  const text = await readJson<Text & { standfirst: string; body: string; picture: string | null }>(
    house.admin(`${room}/${found.id}`),
  );
  const json = {
    slug: text.slug,
    title: text.title,
    standfirst: text.standfirst,
    body: text.body,
    picture: text.picture,
    ...change,
  };
  return house.admin(`${room}/${found.id}`, {
    method: "PUT",
    json,
    headers: { "if-match": String(text.version) },
  });
}

describe("after any act of an organiser", () => {
  test("no address gives an older page than the site would make", async () => {
    const chance = chanceFrom(SEED);
    const names = Object.keys(acts);
    let known = await addresses([]);
    for (let turn = 0; turn < STEPS; turn += 1) {
      const name = turn < names.length ? (names[turn] ?? "") : (names[chance(names.length)] ?? "");
      await acts[name]?.(chance, turn);
      expect([turn, name, await staleAddresses(known)]).toEqual([turn, name, []]);
      known = await addresses(known);
    }
    expect(known.size).toBeGreaterThan(20);
  }, 120_000);

  test("a purge that was left out is found", async () => {
    await house.sql.execute("drop trigger forget_comment_changed");
    const known = await addresses([]);
    await acts["approve"]?.(chanceFrom(7), 999);
    expect(await staleAddresses(known)).not.toEqual([]);
  });
});
