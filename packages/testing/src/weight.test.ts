import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type House, startHouse } from "./house.ts";

const ARTICLE_BYTES = 6000;
const PATH = "/waarom-de-secretaresse-30-niet-bestaat/";

// What is another each time would make the weight another, by some twenty bytes.
const URL = "http://127.0.0.1:20155";
const KEY = "mwxtpyyx.dIznJ1iadnst";
const IDS = ["01m8ce8pwtvh0zdja36dyqtq6e", "01m8ce8pwttdw5fhhrm0hwasp9", "01m8ce8pwtrghke2dnzkdazeav"];

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
});

afterAll(() => Promise.all([house.stop(), browser.close()]));

/** The page with the same address, form key and ids of comments each time, as long as they were. */
function steadied(html: string): string {
  const ids = [...new Set(html.match(/(?<=cmt_)\w{26}/gu))];
  expect(ids).toHaveLength(IDS.length);
  const same = ids
    .reduce((text, id, at) => text.replaceAll(id, IDS[at] ?? ""), html)
    .replaceAll(house.url, URL)
    .replace(/(?<=name="key" value="[^"]* )\w{8}\.[\w/+]{12}(?=")/u, KEY);
  expect([same.length, same.includes(KEY)]).toEqual([html.length, true]);
  return same;
}

const weigh = (html: string) => brotliCompressSync(steadied(html)).length;

test("an article with three comments and the form is one request of at most 6.0 kB, compressed", async () => {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (answer) => {
    if (!answer.url().startsWith("data:")) bodies.push(answer.body());
  });
  await page.goto(house.url + PATH, { waitUntil: "networkidle" });
  expect(await page.locator(".talk article").count()).toBe(3);
  expect(await page.locator("form textarea").count()).toBe(1);
  const [body, ...others] = (await Promise.all(bodies)).map(String);
  expect(others).toEqual([]);
  const weight = weigh(body ?? "");
  expect(weight).toBeLessThanOrEqual(ARTICLE_BYTES);
  expect(weigh(await (await house.fetch(PATH)).text())).toBe(weight);
});
