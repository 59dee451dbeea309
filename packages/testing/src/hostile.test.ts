import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, press } from "./browser.ts";
import { type Commenters, commentersOf } from "./commenters.ts";
import { hostilePieces, hostileTexts } from "./hostile-texts.ts";
import { startHouse, type House } from "./house.ts";
import { publicPages } from "./public-pages.ts";
import { readJson } from "./read-json.ts";
import { childrenOf, readXml } from "./read-xml.ts";
import {
  ALLOWED,
  HAS_RUN,
  keptNameOf,
  letters,
  nameOf,
  READ_SAID,
  type Said,
  watchedIn,
} from "./watched-page.ts";

// Runs in the page: all that a text was made into.
const ELEMENTS = `[...document.body.querySelectorAll("*")].map((one) =>
  [one.localName, ...[...one.attributes].map(({ name }) => name)].join(" "))`;

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";
const EMAIL = "heel.geheim@voorbeeld.nl";

let house: House;
let browser: Browser;
let people: Commenters;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
  people = commentersOf(house, SLUG);
});

afterAll(() => Promise.all([house.stop(), browser.close()]));

/** Posts one after another, each from another network; answers the ids. */
async function post(texts: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, body] of texts.entries()) {
    const json = { article: SLUG, name: nameOf(body), email: `${index}.${EMAIL}`, body, key: `h${index}` };
    const { id } = await readJson<{ id: string }>(
      house.fetch("/api/comments", { json, headers: people.from() }),
    );
    ids.push(id);
  }
  return ids;
}

async function approve(ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 25) {
    const comments = ids.slice(at, at + 25).map((id) => ({ id }));
    const answer = await house.admin("comments/judgements", { json: { act: "approve", comments } });
    expect(answer.status).toBe(201);
  }
}

describe("texts that try to become more", () => {
  test("in a comment and in a name stay text: nothing runs, nothing escapes, and every letter comes back", async () => {
    const ids = await post(hostileTexts);
    expect(ids.length).toBeGreaterThan(150);
    await approve(ids);
    const { page, ran } = await watchedIn(browser, house.url);
    const found = new Map<string, Said>();
    const last = Math.ceil((ids.length + 3) / 50);
    for (let number = 1; number <= last; number += 1) {
      await page.goto(`${house.url}/${SLUG}/${number === 1 ? "" : `reacties/${number}/`}`);
      for (const said of await page.evaluate<Said[]>(READ_SAID)) found.set(said.id, said);
      expect(await page.evaluate(HAS_RUN)).toBe(false);
    }
    for (const [index, id] of ids.entries()) {
      const typed = hostileTexts[index] ?? "";
      const said = found.get(id);
      for (const element of said?.elements ?? ["nothing"]) expect(element).toMatch(ALLOWED);
      expect(letters(said?.text ?? "")).toBe(letters(typed));
      expect(said?.name).toBe(keptNameOf(typed));
    }
    expect(ran).toEqual([]);
    await page.context().close();
  });

  test("stay text where a writer changes her comment, and in the form that comes back", async () => {
    const { page, ran } = await watchedIn(browser, house.url);
    for (const [index, piece] of hostilePieces.entries()) {
      if (index % 6 !== 0) continue;
      const who = await people.come();
      const [name = "", value = ""] = who.headers.cookie.split("=");
      await page.context().addCookies([{ name, value, domain: "127.0.0.1", path: "/" }]);
      await page.goto(`${house.url}/mijn/reacties/${who.id}/`);
      await page.fill("textarea", piece);
      await press(page, "text=Bewaar");
      const shown = (await page.evaluate<Said[]>(READ_SAID)).find(({ id }) => id === who.id);
      for (const element of shown?.elements ?? ["nothing"]) expect(element).toMatch(ALLOWED);
      expect(letters(shown?.text ?? "")).toBe(letters(piece));
      await page.goto(`${house.url}/mijn/reacties/${who.id}/`);
      expect(await page.inputValue("textarea")).toBe(piece);
      await page.fill("textarea", "x".repeat(5001) + piece);
      await press(page, "text=Bewaar");
      expect(await page.inputValue("textarea")).toBe("x".repeat(5001) + piece);
      expect(await page.evaluate(HAS_RUN)).toBe(false);
    }
    expect(ran).toEqual([]);
    await page.context().close();
  });

  test("stay text in the feeds, for whoever shows them without our content policy", async () => {
    const { page, ran } = await watchedIn(browser, house.url);
    const newest = hostilePieces.slice(0, 10).map((piece) => `${piece} in de feed`);
    await approve(await post(newest));
    for (const path of ["/comments/feed/", `/${SLUG}/feed/`]) {
      const feed = readXml(await (await house.fetch(path)).text());
      const items = childrenOf(feed, "channel").flatMap((channel) => childrenOf(channel, "item"));
      expect(items.filter(({ text }) => text.includes("in de feed"))).toHaveLength(newest.length);
      for (const { text } of items.flatMap((item) => childrenOf(item, "description"))) {
        await page.setContent(text);
        for (const element of await page.evaluate<string[]>(ELEMENTS)) expect(element).toMatch(ALLOWED);
        expect(await page.evaluate(HAS_RUN)).toBe(false);
      }
    }
    expect(ran).toEqual([]);
    await page.context().close();
  });

  test("stay text in reports and sign-ups, and on the organisers' pages that show them", async () => {
    const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
    const who = await people.come();
    await people.approve(who.id);
    for (const [index, piece] of hostilePieces.entries()) {
      const reported = await house.fetch("/api/reports", {
        json: { comment: who.id, reason: "other", explanation: piece, key: `r${index}` },
        headers: people.from(),
      });
      expect(reported.status).toBe(201);
      const [name, organisation, role, note] = [piece, piece, piece, piece];
      const person = { name, organisation, role, note, email: `s${index}@voorbeeld.nl`, consent: true };
      const signed = await house.fetch("/api/signups", {
        json: { ...person, session: items[0]?.slug, key: `s${index}` },
        headers: people.from(),
      });
      expect(signed.status).toBe(201);
    }
    const signedIn = await house.post("/beheer/inloggen", { token: house.adminToken });
    const [name = "", value = ""] =
      (signedIn.headers.get("set-cookie") ?? "").split(";", 1)[0]?.split("=") ?? [];
    const { page, ran } = await watchedIn(browser, house.url, { name, value, path: "/beheer" });
    for (const path of [
      "/beheer/",
      "/beheer/meldingen/",
      "/beheer/reacties/?stand=visible",
      "/beheer/journaal/",
    ]) {
      await page.goto(house.url + path);
      expect(await page.evaluate(HAS_RUN)).toBe(false);
      expect(
        await page.locator("script, iframe, object, embed, main img, main style, main base").count(),
      ).toBe(0);
    }
    await page.goto(`${house.url}/beheer/meldingen/`);
    const shown = letters((await page.textContent("main")) ?? "");
    for (const piece of hostilePieces.slice(-50)) expect(shown).toContain(letters(piece));
    expect(ran).toEqual([]);
    await page.context().close();
  });

  test("and the addresses of who wrote them are in no byte that everybody can read", async () => {
    const paths = [`/${SLUG}/`, ...[2, 3, 4].map((number) => `/${SLUG}/reacties/${number}/`)];
    paths.push("/", "/comments/feed/", `/${SLUG}/feed/`, "/feed/", "/feed.json", "/sitemap.xml", "/llms.txt");
    paths.push(`/melden/${SLUG}/`, "/zoeken/?q=voorbeeld", "/zoeken/?q=geheim", "/programma/", "/agenda/");
    for (const path of paths) expect((await house.fetch(path)).status).toBe(200);
    const pages = (await publicPages(house)).filter(
      ({ post: typed, cookie }) => typed === undefined && cookie === undefined,
    );
    for (const path of [...paths, ...pages.map((page) => page.path), "/feed/atom/", "/agenda.ics"]) {
      const answer = await house.fetch(path);
      const bytes = (await answer.text()) + JSON.stringify([...answer.headers]);
      expect(bytes.replaceAll("redactie@ontsecretaressen.eu", "")).not.toMatch(
        /@voorbeeld\.nl|heel\.geheim/u,
      );
    }
  });
});
