import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { leashChildren } from "@ontsecretaressen/infra/local/leash";

/** Opens a real Chromium, with more switches if need be; close it after the tests. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  leashChildren();
  const { executablePath, args, env } = await findChromium();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return await chromium.launch({
    executablePath,
    args: [...args, ...more],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

/** Presses what leads to another page and waits until that page is there: the browser comes back from a click before. */
export async function press(page: Page, what: string | Locator): Promise<void> {
  const target = typeof what === "string" ? page.locator(what).first() : what;
  await Promise.all([page.waitForEvent("load"), target.click()]);
}
