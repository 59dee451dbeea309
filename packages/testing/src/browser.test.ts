import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { startHouse, type House } from "./house.ts";

let browser: Browser;
let house: House;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), startHouse()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), house.stop()]);
});

test("a real browser reads the site, in its own fonts", async () => {
  const page = await browser.newPage();
  const answer = await page.goto(house.url);
  expect(answer?.status()).toBe(200);
  const heading = page.locator("h1").first();
  expect((await heading.boundingBox())?.height).toBeGreaterThan(10);
});
