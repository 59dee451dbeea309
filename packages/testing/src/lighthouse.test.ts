// Lighthouse's four scores on the pages that most people see. Everything stays on this machine: it reports to nobody.
import { freePort } from "@ontsecretaressen/infra/local/ports";
import lighthouse, { desktopConfig } from "lighthouse";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type House, startHouse } from "./house.ts";
import { ARTICLE } from "./public-pages.ts";

let house: House;
let browser: Browser;
let port: number;

beforeAll(async () => {
  port = await freePort();
  [house, browser] = await Promise.all([
    startHouse({ content: true, uncounted: true, edge: true }),
    openBrowser([`--remote-debugging-port=${port}`]),
  ]);
});

afterAll(() => Promise.all([browser.close(), house.stop()]));

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FULL = Object.fromEntries(CATEGORIES.map((name) => [name, 100]));
const TRIES = 3;

/** The four scores, and whatever cost a point, so that a fall explains itself. */
async function scoresOf(path: string, config: typeof desktopConfig | undefined) {
  // Simulated: what a slow phone on a slow line would do is reckoned from what was loaded.
  const flags = {
    port,
    onlyCategories: CATEGORIES,
    throttlingMethod: "simulate",
    logLevel: "silent",
  } as const;
  const run = await lighthouse(house.url + path, flags, config);
  const { categories = {}, audits = {} } = run?.lhr ?? {};
  const scores = Object.entries(categories).map(([name, { score }]) => [
    name,
    Math.round((score ?? 0) * 100),
  ]);
  const lost = Object.values(audits)
    .filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative",
    )
    .map(({ id, displayValue = "" }) => `${id} ${displayValue}`.trim());
  return { ...Object.fromEntries(scores), lost };
}

test.for([
  ["home on a phone", "/", undefined],
  ["an article on a phone", ARTICLE, undefined],
  ["the programme on a phone", "/programma/", undefined],
  ["an article at a desk", ARTICLE, desktopConfig],
] as const)("%s scores 100 four times", { timeout: 240_000 }, async ([, path, config]) => {
  let scores = await scoresOf(path, config);
  // A machine that is busy with other tests makes a page slow that is not: what counts is the best of three.
  for (let turn = 1; turn < TRIES && scores["performance"] !== 100; turn += 1)
    scores = await scoresOf(path, config);
  expect(scores).toMatchObject(FULL);
});
