// The proof of freshness: whatever anybody writes, in whatever order, no page that the edge gives is another page than the
// one the site would make now. What only time changes, and a seat that was taken, may be as old as the page's age.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, startHouse } from "./house.ts";
import { readJson } from "./read-json.ts";
import { type Act, chanceFrom, shuffle } from "./walk/act.ts";
import { commentActs } from "./walk/comments.ts";
import { pictureActs } from "./walk/pictures.ts";
import { planActs } from "./walk/plan.ts";
import { MISSED, siteActs, textActs } from "./walk/texts.ts";
import { actOfWrite, listWrites } from "./walk/writes.ts";

// Every act once, and then so many more, in an order that chance has; `WALK_SEED` walks another way.
const MORE = 6;
const SEED = Number(process.env["WALK_SEED"] ?? 20_261_126);
const AT_ONCE = 8;

let house: House;
let acts: Record<string, Act>;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
  const inRoom = (room: "articles" | "pages") =>
    Object.fromEntries(
      Object.entries(textActs(house, room))
        // A page names no writer and no subject, and closes no conversation.
        .filter(([name]) => room === "articles" || !["arrange", "close", "sign"].includes(name))
        .map(([name, act]) => [`${name} ${room}`, act]),
    );
  acts = {
    ...inRoom("articles"),
    ...inRoom("pages"),
    ...siteActs(house),
    ...planActs(house),
    ...pictureActs(house),
    ...commentActs(house),
  };
});

afterAll(() => house.stop());

// A signup form has a key of its own each time; nothing else may differ.
const withoutKey = (html: string) => html.replaceAll(/name="key" value="[^"]*"/gu, "");

type Answer = { bytes: string; isKept: boolean };

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await house.fetch(path, { headers });
  return {
    bytes: `${answer.status} ${answer.headers.get("location")} ${withoutKey(await answer.text())}`,
    isKept: answer.headers.get("cf-cache-status") !== "BYPASS",
  };
}

/** What the site itself would answer now: the edge keeps nothing for who shows a token. */
const askSite = async (path: string) => (await ask(path, { authorization: "Bearer past-the-edge" })).bytes;

/** Asks for some addresses, a few at once; answers in their order. */
async function askAll<T>(paths: Iterable<string>, each: (path: string) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  const all = [...paths];
  for (let from = 0; from < all.length; from += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map((path) => each(path)))));
  return answers;
}

const BESIDES = [
  `/${MISSED}/`,
  "/sitemap.xml",
  "/llms.txt",
  "/feed/",
  "/feed/atom/",
  "/feed.json",
  "/comments/feed/",
  "/agenda.ics",
];

/** What an address gave from the edge, and what the site itself would answer. */
type Seen = Map<string, { edge: string; site: string }>;

const linksIn = (html: string) =>
  [...html.matchAll(/ href="(\/[^"#?]*)/gu)].flatMap(([, href = ""]) =>
    href.startsWith("/beheer") ? [] : [href],
  );

/**
 * Every address that the edge keeps, of those that were known and that readers can come to from there. Asked through the
 * edge, which holds them all from then on.
 */
async function look(known: Iterable<string>): Promise<Seen> {
  const seen: Seen = new Map();
  const asked = new Set<string>(["/", ...BESIDES, ...known]);
  for (let paths = [...asked]; paths.length > 0;) {
    const answers = await askAll(paths, (path) => ask(path));
    const kept = paths.filter((_, index) => answers[index]?.isKept);
    const bySite = new Map(await askAll(kept, async (path) => [path, await askSite(path)] as const));
    for (const [index, { bytes }] of answers.entries()) {
      const path = paths[index] ?? "";
      const site = bySite.get(path);
      if (site !== undefined) seen.set(path, { edge: bytes, site });
    }
    const links = answers.flatMap(({ bytes }) => linksIn(bytes));
    paths = [...new Set(links)].filter((path) => !asked.has(path));
    for (const path of paths) asked.add(path);
  }
  return seen;
}

const staleIn = (seen: Seen) => [...seen].flatMap(([path, { edge, site }]) => (edge === site ? [] : [path]));

const changedIn = (seen: Seen, before: Seen) =>
  [...seen].flatMap(([path, { site }]) => (before.get(path)?.site === site ? [] : [path]));

test("every write there is has an act that makes it, or is known to change no page", async () => {
  expect(await listWrites(house)).toEqual(Object.keys(actOfWrite).toSorted());
  const made = Object.values(actOfWrite).filter((act) => act !== null);
  expect(made.filter((act) => !(act in acts))).toEqual([]);
});

test("a seat that is taken and a session that begins are told within seconds, without a purge", async () => {
  const { items } = await readJson<{ items: { id: string; slug: string }[] }>(house.admin("sessions"));
  const [begins, fills] = items;
  const soon = new Date(Date.now() + 10_000).toISOString();
  await house.sql.batch(
    [
      { sql: "update sessions set starts_at = ? where id = ?", args: [soon, begins?.id ?? ""] },
      { sql: "update sessions set capacity = 1 where id = ?", args: [fills?.id ?? ""] },
    ],
    "write",
  );
  await house.cron("api");
  const known = [...(await look([])).keys()];
  const json = { session: fills?.slug, name: "Noor", email: "noor@voorbeeld.nl", consent: true, key: "k" };
  expect((await house.fetch("/api/signups", { json })).status).toBe(201);
  expect(staleIn(await look(known))).not.toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(soon) - Date.now())));
  await expect.poll(async () => staleIn(await look(known)), { timeout: 60_000, interval: 2000 }).toEqual([]);
});

describe("after any act of an organiser or a reader", () => {
  test("no address gives an older page than the site would make", { timeout: 600_000 }, async () => {
    const chance = chanceFrom(SEED);
    const names = shuffle(Object.keys(acts), chance);
    const walk = [...names, ...Array.from({ length: MORE }, () => names[chance(names.length)] ?? "")];
    const idle = new Set(names);
    let before = await look([]);
    for (const [turn, name] of walk.entries()) {
      const lookAgain = async () => {
        const seen = await look(before.keys());
        expect([SEED, turn, name, staleIn(seen)]).toEqual([SEED, turn, name, []]);
        const isChanged = changedIn(seen, before).length > 0;
        before = seen;
        return isChanged;
      };
      await acts[name]?.(chance, turn, lookAgain);
      if (await lookAgain()) idle.delete(name);
    }
    expect(before.size).toBeGreaterThan(60);
    expect([SEED, ...idle]).toEqual([SEED]);
  });

  test("a purge that was left out is found", async () => {
    await house.sql.execute("drop trigger forget_comment_changed");
    const known = await look([]);
    await acts["approve"]?.(chanceFrom(7), 999, () => look([]));
    expect(staleIn(await look(known.keys()))).not.toEqual([]);
  });
});
