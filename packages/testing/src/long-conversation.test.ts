import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { startHouse, type House } from "./house.ts";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
  const statements = Array.from({ length: 120 }, (_, index) => ({
    sql: `insert into comments (id, article_id, number, name, body, body_html, wants_notice, state, submission, posted_at, judged_at)
      select ?, id, ?, 'Sam', 'Zin.', '<p>Zin.</p>', 0, 'visible', ?, ?, ? from articles where slug = ?`,
    args: [
      `cmt_lang${index}`,
      index + 10,
      `lang${index}`,
      "2027-01-01T10:00:00.000Z",
      "2027-01-01T10:00:00.000Z",
      SLUG,
    ],
  }));
  await house.sql.batch(statements, "write");
});

afterAll(() => Promise.all([house.stop(), browser.close()]));

test.for(["cmt_lang3", "cmt_lang60", "cmt_lang119"])(
  "the address of %s leads to it on whatever page it stands, and shows which one it is",
  async (id) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${house.url}/${SLUG}/reacties/${id}/`);
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    const outlineOf = (which: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector("${which} > article")).outlineStyle`);
    expect(await outlineOf("li:target")).toBe("solid");
    expect(await outlineOf("li[id^=cmt_lang]:not(:target)")).toBe("none");
    const box = await page.locator(`#${id}`).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(-1);
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
    await page.close();
  },
);
