// Every kind of page in a real browser: no fault that axe knows of, on a phone and at a desk, light and dark; nothing wider
// than 320 px or lost at twice the text size; and a way through with the keyboard alone.
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type House, startHouse } from "./house.ts";
import type { ShownPage } from "./private-pages.ts";
import { ARTICLE, publicPages } from "./public-pages.ts";
import { workplacePages } from "./workplace-pages.ts";

let house: House;
let browser: Browser;
let pages: ShownPage[];

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
  pages = [...(await publicPages(house)), ...(await workplacePages(house))];
});

afterAll(() => Promise.all([browser.close(), house.stop()]));

/** Shows a page; one that answers a form gets there as a visitor does: by sending it. */
async function show(page: Page, { path, post, cookie }: ShownPage): Promise<void> {
  await page.context().clearCookies();
  const [name = "", value = ""] = cookie?.split("=") ?? [];
  if (name !== "") await page.context().addCookies([{ name, value, url: house.url }]);
  if (post === undefined) {
    await page.goto(house.url + path);
    return;
  }
  const fields = Object.entries(post).map(([name, value]) => `<input name="${name}" value="${value}">`);
  await page.goto(`${house.url}/robots.txt`);
  await page.setContent(`<form method="post" action="${house.url}${path}">${fields.join("")}</form>`);
  await Promise.all([page.waitForNavigation(), page.evaluate("document.forms[0].submit()")]);
}

const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

async function violationsOf(page: Page): Promise<string[]> {
  // Past the page's own policy: what is measured may not change because of who measures.
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(RULES)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 120))))`);
}

describe.for([
  ["light", 360],
  ["dark", 360],
  ["light", 1280],
  ["dark", 1280],
] as const)("%s, %i px wide", ([colorScheme, width]) => {
  test("no page has a fault that axe knows of", async () => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    const found: string[] = [];
    for (const one of pages) {
      await show(page, one);
      for (const violation of await violationsOf(page)) found.push(`${one.name}: ${violation}`);
    }
    await page.close();
    expect(found).toEqual([]);
  });
});

test("no page is wider than a phone of 320 px, nor at twice the text size", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const found: string[] = [];
  for (const one of pages) {
    await show(page, one);
    for (const size of ["100%", "200%"]) {
      await page.evaluate(`document.documentElement.style.fontSize = "${size}"`);
      const extra = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      if (extra !== 0) found.push(`${one.name} at ${size}: ${extra} px too wide`);
    }
  }
  await page.close();
  expect(found).toEqual([]);
});

test("with the keyboard alone one skips to the text, sees where one is, and reaches every field of the form", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(house.url + ARTICLE);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe("Naar de inhoud");
  expect(await page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
  await page.keyboard.press("Enter");
  const reached: unknown[] = [];
  for (let step = 0; step < 80 && !reached.includes("BUTTON:"); step += 1) {
    await page.keyboard.press("Tab");
    const { name, isSeen } = await page.evaluate<{ name: string; isSeen: boolean }>(`(() => {
      const { tagName, name = "" } = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { name: tagName + ":" + name, isSeen: outlineStyle !== "none" && outlineWidth !== "0px" };
    })()`);
    expect([name, isSeen]).toEqual([name, true]);
    reached.push(name);
  }
  expect(reached.filter((name) => !String(name).startsWith("A:"))).toEqual([
    "TEXTAREA:body",
    "INPUT:name",
    "INPUT:email",
    "INPUT:notify",
    "BUTTON:",
  ]);
  await page.close();
});
