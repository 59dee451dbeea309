// What organisers do with articles and pages.
import type { House } from "../house.ts";
import { readJson } from "../read-json.ts";
import { type Act, type Chance, pick } from "./act.ts";

export type Text = { id: string; slug: string; title: string; state: string; version: number };

export type Room = "articles" | "pages";

/** A text of the site, of those that stand there when there are any. */
export async function pickText(house: House, room: Room, chance: Chance): Promise<Text | undefined> {
  const { items } = await readJson<{ items: Text[] }>(house.admin(`${room}?limit=200`));
  const published = items.filter(({ state }) => state === "published");
  const among = published.length > 0 ? published : items;
  return among[chance(Math.max(1, among.length))];
}

/** Saves a change over the version that stands there. */
export async function save(
  house: House,
  room: Room,
  found: Text | undefined,
  change: object,
): Promise<Response | null> {
  if (found === undefined) return null;
  const text = await readJson<Record<string, unknown>>(house.admin(`${room}/${found.id}`));
  const { slug, title, standfirst, body, picture, authors, category, tags, openDays, version } = text;
  return house.admin(`${room}/${found.id}`, {
    method: "PUT",
    json: { slug, title, standfirst, body, picture, authors, category, tags, openDays, ...change },
    headers: { "if-match": String(version) },
  });
}

/** Every act with a text of one room that readers can see. */
export function textActs(house: House, room: Room): Record<string, Act> {
  const act = (id: string | undefined, name: string) =>
    id === undefined ? null : house.admin(`${room}/${id}/${name}`, { method: "POST" });

  const draft = async (slug: string, title: string) => {
    const json = {
      slug: `${slug}-${room}`,
      title,
      standfirst: "Kort.",
      body: "## Kop\n\nTekst.",
      author: "redactie",
    };
    return (await readJson<Text>(house.admin(room, { json }))).id;
  };

  return {
    publish: async (_chance, turn) => act(await draft(`nieuw-${turn}`, `Nieuw ${turn}`), "publish"),
    edit: async (chance, turn) =>
      save(house, room, await pickText(house, room, chance), {
        title: `Anders ${turn}`,
        standfirst: `Over ${turn}`,
      }),
    rename: async (chance, turn) =>
      save(house, room, await pickText(house, room, chance), { slug: `verhuisd-${room}-${turn}` }),
    sign: async (chance, turn) => {
      const authors = turn % 2 === 0 ? ["leontine-de-koning", "redactie"] : ["redactie"];
      return save(house, room, await pickText(house, room, chance), { authors });
    },
    arrange: async (chance, turn) => {
      const tag = await pick<Subject>(house, "tags", chance);
      const change = {
        category: turn % 2 === 0 ? "jouw-rol" : "samen-leren",
        tags: turn % 3 === 0 || tag === undefined ? [] : [tag.slug],
      };
      return save(house, room, await pickText(house, room, chance), change);
    },
    async restore(chance, turn) {
      const found = await pickText(house, room, chance);
      await save(house, room, found, { title: `Even anders ${turn}` });
      return house.admin(`${room}/${found?.id}/restore?version=${found?.version}`, {
        method: "POST",
        headers: { "if-match": String((found?.version ?? 0) + 1) },
      });
    },
    unpublish: async (chance) => act((await pickText(house, room, chance))?.id, "unpublish"),
    async schedule(_chance, turn) {
      const id = await draft(`gepland-${turn}`, `Gepland ${turn}`);
      await house.admin(`${room}/${id}/schedule`, { json: { at: "2090-01-01T09:00" } });
      await house.sql.execute({
        sql: "update articles set publish_at = '2026-11-01T00:00:00.000Z' where id = ?",
        args: [id],
      });
      return house.cron("api");
    },
    trash: async (chance) => act((await pickText(house, room, chance))?.id, "trash"),
    async untrash(chance, _turn, look) {
      const found = await pickText(house, room, chance);
      await act(found?.id, "trash");
      await look();
      await act(found?.id, "untrash");
      return act(found?.id, "publish");
    },
    async close(chance) {
      const found = await pickText(house, room, chance);
      await save(house, room, found, { openDays: 1 });
      await house.sql.execute({
        sql: "update articles set published_at = '2026-01-01T00:00:00.000Z' where id = ?",
        args: [found?.id ?? ""],
      });
      return house.cron("api");
    },
  };
}

/** An address where nothing stands, until a way leads on from it. */
export const MISSED = "vroeger-stond-hier-iets";

/** A subject as a list of them shows it. */
export type Subject = { id: string; slug: string; title: string; version: number };

/** Everything else that organisers write and readers see. */
export function siteActs(house: House): Record<string, Act> {
  const change = (room: string, found: Subject | undefined, json: object) =>
    found === undefined
      ? null
      : house.admin(`${room}/${found.id}`, {
          method: "PUT",
          json: { slug: found.slug, ...json },
          headers: { "if-match": String(found.version) },
        });
  const any = (room: string, chance: Chance) => pick<Subject>(house, room, chance);
  // The acts before it may have taken any one text away.
  const leadOn = async (chance: Chance) =>
    house.admin("redirects", {
      json: { from: MISSED, to: (await pickText(house, "articles", chance))?.slug },
    });
  const endRedirect = () => house.admin(`redirects/${MISSED}`, { method: "DELETE" });

  return {
    renameAuthor: async (chance, turn) =>
      change("authors", await any("authors", chance), { name: `Naam ${turn}`, bio: `Schrijft ${turn}.` }),
    renameTag: async (chance, turn) =>
      change("tags", await any("tags", chance), { slug: `onderwerp-${turn}`, title: `Onderwerp ${turn}` }),
    async moveCategory(_chance, turn) {
      const { items } = await readJson<{ items: Subject[] }>(house.admin("categories"));
      const found = items.find(({ slug }) => slug === "samen-leren");
      return change("categories", found, {
        title: `Thema ${turn}`,
        parent: turn % 2 === 0 ? "werk-in-beweging" : null,
      });
    },
    async menu(_chance, turn) {
      const found = await house.admin("menu");
      const { header, footer } = await readJson<{ header: object[]; footer: object[] }>(found);
      const added = { label: `Extra ${turn}`, path: "/agenda/" };
      return house.admin("menu", {
        method: "PUT",
        json: { header: header.slice(0, 3), footer: [...footer.slice(0, 4), added] },
        headers: { "if-match": found.headers.get("etag") ?? "" },
      });
    },
    redirect: async (chance) => {
      await endRedirect();
      return leadOn(chance);
    },
    async endRedirect(chance, _turn, look) {
      await leadOn(chance);
      await look();
      return endRedirect();
    },
    async import(_chance, turn) {
      const comments = [{ ref: "1", name: "Sam", postedAt: "2020-01-01T00:00:00.000Z", body: "Van vroeger" }];
      const publishedAt = "2020-01-01T00:00:00.000Z";
      return house.admin("import", {
        json: {
          articles: [{ slug: `oud-${turn}`, title: `Oud ${turn}`, body: "Tekst", publishedAt, comments }],
        },
      });
    },
  };
}
