import type { Browser, Page } from "playwright-core";

/** A page that tells when anything ran in it, or asked elsewhere. */
export async function watchedIn(
  browser: Browser,
  houseUrl: string,
  cookie?: { name: string; value: string; path: string },
): Promise<{ page: Page; ran: string[] }> {
  const context = await browser.newContext();
  if (cookie !== undefined) await context.addCookies([{ ...cookie, domain: "127.0.0.1" }]);
  const page = await context.newPage();
  const ran: string[] = [];
  page.on("dialog", (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(houseUrl)) ran.push(request.url());
  });
  return { page, ran };
}

/** What is left to compare of a text when its markup may have gone. */
export const letters = (text: string) => text.replaceAll(/[\s*`>-]/gu, "");

/** A text as a name, as long as one may be. */
export const nameOf = (body: string): string =>
  (body.split("\n", 1)[0] ?? "").trim().slice(0, 80).toWellFormed().trim();

/** That name as it is kept: nothing in it turns around the line it stands in. */
export const keptNameOf = (body: string): string =>
  nameOf(body).replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, "");

export type Said = { id: string; elements: string[]; text: string; name: string };

// Runs in the page, so it is text here: what each comment is made of, and what can be read there.
export const READ_SAID = `[...document.querySelectorAll("li[id^=cmt_] > article")].map((article) => ({
  id: article.parentElement.id,
  elements: [...article.querySelectorAll(".said *")].map((one) =>
    [one.localName, ...[...one.attributes].map(({ name }) => name)].join(" ")),
  text: article.querySelector(".said").textContent,
  name: article.querySelector(".who b").textContent,
}))`;

export const HAS_RUN = `"hit" in window`;

/** What a comment may be made of. */
export const ALLOWED = /^(?:p|br|em|strong|code|pre|ul|ol(?: start)?|li|blockquote|a href(?: rel)?)$/u;
