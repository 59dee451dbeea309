// The whole story in a real browser, once without JavaScript and once with it.
import { openBrowser, press } from "./browser.ts";
import { type House, startHouse } from "./house.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
});

afterAll(() => Promise.all([browser.close(), house.stop()]));

const ARTICLE = "/waarom-de-secretaresse-30-niet-bestaat/";

/** Everything that went wrong in the page itself: a refused style, a script that broke, a missing file. */
function listenForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on("console", (line) => line.type() === "error" && trouble.push(line.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("requestfailed", (request) => trouble.push(`${request.url()} ${request.failure()?.errorText}`));
  return trouble;
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
}

describe.for([
  ["without JavaScript", false],
  ["with JavaScript", true],
] as const)("%s", ([, javaScriptEnabled]) => {
  const who = javaScriptEnabled ? "Ada" : "Bep";

  test("a visitor reads, answers Carmen, and an organiser puts it on the site", async () => {
    const visitor = await browser.newPage({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const trouble = listenForTrouble(visitor);
    await visitor.goto(house.url);
    await press(visitor, `a[href="${ARTICLE}"]`);
    expect(await visitor.locator("h1").textContent()).toContain("secretaresse 3.0");

    const carmen = visitor
      .locator("article, li")
      .filter({ hasText: "Carmen" })
      .locator('a[href*="antwoord="]')
      .first();
    await press(visitor, carmen);
    await fill(visitor, {
      name: who,
      email: "half@",
      body: `\n${who} schrijft:\n\n"Precies" & <b>zo</b> 👩‍👩‍👧`,
    });
    await press(visitor, "form[action='/api/comments'] button");
    expect(await visitor.inputValue("[name=body]")).toBe(`\n${who} schrijft:\n\n"Precies" & <b>zo</b> 👩‍👩‍👧`);
    expect(await visitor.locator("[aria-invalid=true]").count()).toBe(1);
    await fill(visitor, { email: `${who}@voorbeeld.nl` });
    await press(visitor, "form[action='/api/comments'] button");
    expect(new URL(visitor.url()).pathname).toBe(ARTICLE);
    expect(await visitor.locator("[role=status]").textContent()).toContain("kijk in je mailbox");

    const mail = await house.waitForMail((sent) => sent.to.includes(`${who}@voorbeeld.nl`));
    await visitor.goto(/https?:\S+\/bevestig\/\S+/u.exec(mail.text ?? "")?.[0] ?? "");
    await press(visitor, "main form button");
    expect(new URL(visitor.url()).pathname).toBe(ARTICLE);
    expect(await visitor.locator(":target").textContent()).toContain("Alleen jij ziet deze reactie");

    const organiser = await browser.newPage({ javaScriptEnabled });
    await organiser.goto(`${house.url}/beheer/`);
    await fill(organiser, { token: house.adminToken });
    await press(organiser, "main button");
    const held = organiser.locator("li").filter({ hasText: `${who} schrijft` });
    await press(organiser, held.getByText("Plaats"));
    expect(await organiser.locator("[role=status]").textContent()).toContain("staat op de site");

    await visitor.goto(house.url + ARTICLE);
    const comment = visitor
      .locator("[id^=cmt_]")
      .filter({ hasText: `${who} schrijft` })
      .last();
    expect(await comment.textContent()).toMatch(/in antwoord op\s+Carmen/u);
    expect(await comment.textContent()).toContain("<b>zo</b> 👩‍👩‍👧");
    expect(trouble).toEqual([
      "Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)",
    ]);
    await Promise.all([visitor.close(), organiser.close()]);
  });

  test("a participant signs up, gets an email, confirms with its button, and sees her place", async () => {
    const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const trouble = listenForTrouble(page);
    await page.goto(house.url);
    await press(page, ".hero a.button");
    await fill(page, { name: who, email: `${who}@deelnemer.nl`, organisation: "Gemeente" });
    await page.check("[name=consent]");
    await press(page, "form[action='/api/signups'] button");
    expect(await page.locator("[role=status]").isVisible()).toBe(true);

    const mail = await house.waitForMail((sent) => sent.to.includes(`${who}@deelnemer.nl`));
    const inbox = await browser.newPage({ javaScriptEnabled });
    await inbox.setContent(mail.html ?? "");
    const link = await inbox.getByRole("link", { name: "Bevestig je plek" }).getAttribute("href");
    await page.goto(link ?? "");
    await press(page, "main form button");
    expect(new URL(page.url()).pathname).toMatch(/^\/bevestig\//u);
    expect(await page.locator("main").textContent()).toContain("Je plek is zeker");
    await press(page, "main a[href='/mijn/']");
    expect(await page.locator("main").textContent()).toContain("Je plek is zeker");
    expect(trouble).toEqual([]);
    await Promise.all([page.close(), inbox.close()]);
  });
});

test("on a phone that has a share sheet, one button opens it; elsewhere the links stay", async () => {
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const trouble = listenForTrouble(phone);
  await phone.addInitScript("navigator.share = (what) => { window.shared = String(what.url); }");
  await phone.goto(house.url + ARTICLE);
  await phone.getByRole("button", { name: "Deel dit" }).click();
  expect(await phone.evaluate("window.shared")).toBe(house.url + ARTICLE);
  const desk = await browser.newPage();
  await desk.goto(house.url + ARTICLE);
  expect(await desk.locator("#deel a").count()).toBe(3);
  expect(trouble).toEqual([]);
  await Promise.all([phone.close(), desk.close()]);
});

test("every link on every public page leads somewhere", async () => {
  const seen = new Set<string>(["/"]);
  for (const path of seen) {
    // One comment's own address leads on to its place on a page.
    const answer = await house.fetch(path, {
      redirect: /\/reacties\/cmt_\w+\/$/u.test(path) ? "follow" : "manual",
    });
    expect([path, answer.status]).toEqual([path, 200]);
    for (const [, href] of (await answer.text()).matchAll(/ href="(\/[^"#?]*)/gu))
      if (href !== undefined) seen.add(href);
  }
  expect(seen.size).toBeGreaterThan(12);
});
