import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type House, startHouse } from "./house.ts";

const ARTICLE_BYTES = 6000;

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
});

afterAll(() => Promise.all([house.stop(), browser.close()]));

test("an article with three comments and the form is one request of at most 6.0 kB, compressed", async () => {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (answer) => {
    if (!answer.url().startsWith("data:")) bodies.push(answer.body());
  });
  await page.goto(`${house.url}/waarom-de-secretaresse-30-niet-bestaat/`, { waitUntil: "networkidle" });
  expect(await page.locator(".talk article").count()).toBe(3);
  expect(await page.locator("form textarea").count()).toBe(1);
  const weights = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length);
  expect(weights).toHaveLength(1);
  expect(weights[0]).toBeLessThanOrEqual(ARTICLE_BYTES);
});
