// Every kind of email in a real browser, as organisers can look at it: no fault that axe knows of, light and dark; nothing
// wider than 320 px or lost at twice the text size; and nothing of it runs or leads anywhere.
import { emailKinds } from "@ontsecretaressen/domain/email";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type House, startHouse } from "./house.ts";

const EXAMPLES = "/beheer/mails/voorbeelden/";

let house: House;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  const answer = await house.post("/beheer/inloggen", { token: house.adminToken });
  cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
});

afterAll(() => Promise.all([browser.close(), house.stop()]));

const show = (path: string) => house.fetch(`${EXAMPLES}${path}`, { headers: { cookie } });

const htmlOf = async (kind: string, query = "") => (await show(`${kind}/mail${query}`)).text();

describe("the examples", () => {
  test("show every kind to who is signed in, and to nobody else", async () => {
    const list = await (await show("")).text();
    for (const kind of emailKinds) {
      expect(list).toContain(`href="${EXAMPLES}${kind}/"`);
      for (const path of [`${kind}/`, `${kind}/mail`]) {
        expect((await show(path)).status).toBe(200);
        const stranger = await house.fetch(EXAMPLES + path);
        expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/beheer/inloggen"]);
        const forged = await house.fetch(EXAMPLES + path, { headers: { cookie: "beheer=verzonnen" } });
        expect([forged.status, forged.headers.get("location")]).toEqual([303, "/beheer/inloggen"]);
      }
    }
    expect((await show("verzonnen/")).status).toBe(404);
    expect((await show("verzonnen/mail")).status).toBe(404);
  });

  test("run nothing, load nothing, and stand in no other site's page", async () => {
    const { headers } = await show("person_link/mail");
    const policy = headers.get("content-security-policy");
    expect(policy).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    const page = (await show("person_link/")).headers.get("content-security-policy");
    expect(page).toContain("frame-src 'self'");
    expect(page).not.toContain("script-src");
  });

  test("are seen on a phone, in the dark and at a desk: the dark one is dark", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
    await page
      .context()
      .addCookies([{ name: "beheer", value: cookie.replace("beheer=", ""), url: house.url }]);
    await page.goto(`${house.url}${EXAMPLES}signup_confirmed/`);
    const paperIn = async (title: string) => {
      await page.frameLocator(`iframe[title="${title}"]`).locator(".paper").waitFor();
      const frame = await (await page.locator(`iframe[title="${title}"]`).elementHandle())?.contentFrame();
      return frame?.evaluate<string>(`getComputedStyle(document.querySelector(".paper")).backgroundColor`);
    };
    await page.locator("iframe").last().scrollIntoViewIfNeeded();
    expect(await paperIn("Op een telefoon")).toBe("rgb(250, 246, 238)");
    expect(await paperIn("In het donker")).toBe("rgb(33, 29, 25)");
    expect(await paperIn("Aan een bureau")).toBe("rgb(250, 246, 238)");
    await page.close();
  });
});

const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

test.for(["", "?donker"])("no email has a fault that axe knows of, light or dark: %s", async (query) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const found: string[] = [];
  for (const kind of emailKinds) {
    await page.setContent(await htmlOf(kind, query));
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      `axe.run(document, ${JSON.stringify(RULES)}).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 120))))`,
    );
    found.push(...violations.map((violation) => `${kind}: ${violation}`));
  }
  await page.close();
  expect(found).toEqual([]);
});

test("no email is wider than a phone of 320 px, nor at twice the text size", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const found: string[] = [];
  for (const kind of emailKinds) {
    await page.setContent(await htmlOf(kind));
    for (const zoom of [1, 2]) {
      await page.evaluate(
        `for (const one of document.querySelectorAll("[style*=font-size]"))
           one.style.fontSize = parseFloat(one.style.fontSize) * ${zoom} + "px"`,
      );
      const extra = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      if (extra > 0) found.push(`${kind} at ${zoom} times: ${extra} px too wide`);
    }
  }
  await page.close();
  expect(found).toEqual([]);
});
