import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, press } from "./browser.ts";
import { startHouse, type House } from "./house.ts";

const PATH = "/waarom-de-secretaresse-30-niet-bestaat/";
const LONG = "Een lange tekst, die ik niet kwijt wil.\n\nMet twee delen.";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ content: true }), openBrowser()]);
});

afterAll(() => Promise.all([house.stop(), browser.close()]));

const open = async (path = PATH): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(house.url + path);
  return page;
};

describe("a comment that is being written", () => {
  test("is still there after the page was loaded anew, and after reading something else", async () => {
    const page = await open();
    await page.fill("textarea", LONG);
    await page.reload();
    expect(await page.inputValue("textarea")).toBe(LONG);
    await page.goto(`${house.url}/programma/`);
    await page.goto(house.url + PATH);
    expect(await page.inputValue("textarea")).toBe(LONG);
    await page.close();
  });

  test("is not there any more once it was sent, and stands in the form when it was refused", async () => {
    const page = await open();
    await page.fill("textarea", LONG);
    await press(page, "main form button:last-child");
    expect(await page.inputValue("textarea")).toBe(LONG);
    await page.fill("[name=name]", "Noor");
    await page.fill("[name=email]", "noor@voorbeeld.nl");
    await press(page, "main form button:last-child");
    expect(page.url()).toContain("?reactie=mail");
    expect(await page.inputValue("textarea")).toBe("");
    await page.goto(house.url + PATH);
    expect(await page.inputValue("textarea")).toBe("");
    await page.close();
  });

  test("is still there after a link within the page, after choosing whom to answer, and on the pages of the conversation", async () => {
    const page = await open();
    await page.fill("textarea", LONG);
    await page.goto(`${house.url}${PATH}#reacties`);
    await page.reload();
    expect(await page.inputValue("textarea")).toBe(LONG);
    await press(page, page.getByRole("link", { name: /^Antwoord op/u }).first());
    expect([page.url().includes("?antwoord="), await page.inputValue("textarea")]).toEqual([true, LONG]);
    await page.close();
    const talk = await open(`${PATH}reacties/nieuwste/`);
    const errors: string[] = [];
    talk.on("pageerror", ({ message }) => errors.push(message));
    await talk.fill("textarea", LONG);
    await talk.reload();
    expect([await talk.inputValue("textarea"), errors]).toEqual([LONG, []]);
    await talk.close();
  });

  test("is still there when it was too long to be read", async () => {
    const page = await open();
    const tooLong = "Lang. ".repeat(12_000);
    await page.fill("textarea", tooLong);
    await press(page, "main form button:last-child");
    expect(await page.textContent("main")).toContain("meer dan we in een keer kunnen ontvangen");
    await page.goto(house.url + PATH);
    expect(await page.inputValue("textarea")).toBe(tooLong);
    await page.close();
  });

  test("on the page that thanks for another is kept too", async () => {
    const page = await open();
    await page.fill("textarea", "Nog een.");
    await page.fill("[name=name]", "Noor");
    await page.fill("[name=email]", "noor@voorbeeld.nl");
    await press(page, "main form button:last-child");
    await page.fill("textarea", LONG);
    await page.reload();
    expect([page.url().includes("?reactie="), await page.inputValue("textarea")]).toEqual([true, LONG]);
    await page.close();
  });

  test("of one article is not put under another", async () => {
    const page = await open();
    await page.fill("textarea", LONG);
    await page.goto(`${house.url}/van-takenlijst-naar-rol/`);
    expect(await page.inputValue("textarea")).toBe("");
    await page.close();
  });
});
