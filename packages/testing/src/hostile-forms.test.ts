// The ways by which a text gets in beside the comment form, and the ways by which it is given back: see hostile.test.ts.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, press } from "./browser.ts";
import { type Commenters, commentersOf } from "./commenters.ts";
import { hostilePieces, hostileTexts } from "./hostile-texts.ts";
import { startHouse, type House } from "./house.ts";
import { readJson } from "./read-json.ts";
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

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let browser: Browser;
let people: Commenters;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
  people = commentersOf(house, SLUG);
});

afterAll(() => Promise.all([house.stop(), browser.close()]));

// Of many at once the rules make spam, and spam gets no mail.
const SOME = hostilePieces.slice(0, 2).join("\n\n");

const everyNth = (nth: number) => hostilePieces.filter((_, index) => index % nth === 0);

/** What a link's page or form does with a text: it may run nothing, and ask nothing elsewhere. */
async function inPage(act: (page: Page) => Promise<void>): Promise<void> {
  const { page, ran } = await watchedIn(browser, house.url);
  await act(page);
  expect(await page.evaluate(HAS_RUN)).toBe(false);
  expect(ran).toEqual([]);
  await page.context().close();
}

function expectSame(said: Said | undefined, typed: string): void {
  for (const element of said?.elements ?? ["nothing"]) expect(element).toMatch(ALLOWED);
  expect(letters(said?.text ?? "")).toBe(letters(typed));
  expect(said?.name).toBe(keptNameOf(typed));
}

/** Where the link with this label in the organisers' email about a comment leads. */
async function linkFor(body: string, label: string): Promise<string> {
  const mail = await house.waitForMail(
    ({ text }) => (text ?? "").includes(body) && (text ?? "").includes(label),
  );
  return new RegExp(`${label}:\\nhttps?://[^/]+(/\\S+)`, "u").exec(mail.text ?? "")?.[1] ?? "";
}

describe("texts that try to become more", () => {
  test("that come with an import stay text", async () => {
    const article = { slug: "ingelezen", title: "Ingelezen", body: "Zin.", authors: ["redactie"] };
    const moment = "2020-01-01T10:00:00.000Z";
    const comments = hostileTexts.map((body, index) => {
      return { ref: String(index), name: nameOf(body), body, postedAt: moment };
    });
    const json = { articles: [{ ...article, publishedAt: moment, comments }] };
    expect((await house.admin("import", { json })).status).toBe(201);
    await inPage(async (page) => {
      const found: Said[] = [];
      for (let number = 1; found.length < comments.length && number < 20; number += 1) {
        await page.goto(`${house.url}/ingelezen/${number === 1 ? "" : `reacties/${number}/`}`);
        expect(await page.evaluate(HAS_RUN)).toBe(false);
        found.push(...(await page.evaluate<Said[]>(READ_SAID)));
      }
      expect(found).toHaveLength(comments.length);
      // An answer stands below what it answers, so they are told apart by their words.
      const byWords = new Map(found.map((said) => [letters(said.text) + said.name, said]));
      for (const { body } of comments) expectSame(byWords.get(letters(body) + keptNameOf(body)), body);
    });
  });

  test("come back letter for letter in a comment form that is refused, above what it answers", async () => {
    const parent = await people.come({ body: SOME, name: nameOf(SOME) });
    await people.approve(parent.id);
    await inPage(async (page) => {
      for (const piece of everyNth(4)) {
        await page.goto(`${house.url}/${SLUG}/?antwoord=${parent.id}`);
        await page.fill("textarea", piece);
        await page.fill("[name=name]", nameOf(piece));
        await page.fill("[name=email]", piece);
        await press(page, "text=Plaats je reactie");
        expect(await page.title()).toContain("Je reactie staat er nog niet");
        expect(await page.inputValue("textarea")).toBe(piece);
        expect(await page.inputValue("[name=name]")).toBe(nameOf(piece));
        expect(await page.inputValue("[name=email]")).toBe(piece);
        expect(await page.evaluate(HAS_RUN)).toBe(false);
      }
    });
  });

  test("come back letter for letter in a report that is refused", async () => {
    const about = await people.come({ body: SOME });
    await people.approve(about.id);
    await inPage(async (page) => {
      for (const piece of everyNth(4)) {
        await page.goto(`${house.url}/melden/${about.id}`);
        await page.fill("textarea", piece);
        await page.fill("[name=email]", piece);
        await press(page, "text=Meld deze reactie");
        expect(await page.inputValue("textarea")).toBe(piece);
        expect(await page.inputValue("[name=email]")).toBe(piece);
        expect(await page.evaluate(HAS_RUN)).toBe(false);
      }
    });
  });

  test("stay text on the page that proves an address, and in an organiser's answer by email", async () => {
    for (const [index, piece] of everyNth(8).entries()) {
      const email = `antwoord${index}@voorbeeld.nl`;
      const body = `${piece}\n\nNummer ${index} van velen.`;
      const json = { article: SLUG, name: nameOf(piece), email, body, key: `a${index}` };
      await house.fetch("/api/comments", { json, headers: people.from() });
      const asked = await house.waitForMail(({ to }) => to.includes(email));
      const confirm = /\/bevestig\/[\w-]+/u.exec(asked.text ?? "")?.[0] ?? "";
      await inPage(async (page) => {
        await page.goto(house.url + confirm);
        expect(letters((await page.textContent("blockquote")) ?? "")).toBe(letters(body));
      });
      await house.post(confirm, {});
      const answer = await linkFor(`Nummer ${index} van velen`, "Plaats en antwoord");
      await inPage(async (page) => {
        await page.goto(house.url + answer);
        await page.fill("textarea", "x".repeat(5001) + piece);
        await page.fill("[name=name]", nameOf(piece));
        await press(page, "main button");
        expect(await page.inputValue("textarea")).toBe("x".repeat(5001) + piece);
        await page.fill("textarea", `${piece}\n\nAntwoord ${index}.`);
        await press(page, "main button");
        await page.goto(`${house.url}/${SLUG}/`);
        const said = await page.evaluate<Said[]>(READ_SAID);
        const found = said.find(({ text }) => text.includes(`Antwoord ${index}.`));
        for (const element of found?.elements ?? ["nothing"]) expect(element).toMatch(ALLOWED);
        expect(letters(found?.text ?? "")).toBe(letters(`${piece}Antwoord ${index}.`));
        expect(found?.name).toBe(keptNameOf(piece));
      });
    }
  });

  test("stay text in every email, and lead nowhere: not a comment's, not a report's, not a decision's", async () => {
    for (const [index, piece] of everyNth(6).entries()) {
      const who = await people.come({ body: piece, name: nameOf(piece), notify: true });
      await people.approve(who.id);
      const email = `melder${index}@voorbeeld.nl`;
      const report = { comment: who.id, reason: "other", explanation: piece, email, key: `m${index}` };
      await house.fetch("/api/reports", { json: report, headers: people.from() });
      const { items } = await readJson<{ items: { id: string }[] }>(
        house.admin("reports?state=open&limit=1"),
      );
      const decided = await house.admin(`reports/${items[0]?.id}/uphold`, { json: { reason: piece } });
      expect(decided.status).toBe(200);
      await house.waitForMail(({ to, subject }) => to.includes(email) && /staat niet meer/u.test(subject));
    }
    const kinds = new Set<string>();
    await inPage(async (page) => {
      for (const { html, subject } of await house.mails()) {
        kinds.add(subject.split(" ", 2).join(" "));
        expect(subject).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
        await page.setContent(html ?? "");
        expect(await page.evaluate(HAS_RUN)).toBe(false);
        const leads = await page.locator("a").evaluateAll((links) => links.map((link) => String(link)));
        for (const address of leads) expect(address.startsWith(house.url)).toBe(true);
        expect(await page.locator("script, iframe, object, embed, img, form, base, link, svg").count()).toBe(
          0,
        );
      }
    });
    expect(kinds.size).toBeGreaterThan(4);
  });
});
