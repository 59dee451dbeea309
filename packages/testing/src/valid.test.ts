// Every page is valid HTML by the strict rules of html-validate, with the few exceptions below.
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, startHouse } from "./house.ts";
import type { ShownPage } from "./private-pages.ts";
import { publicPages } from "./public-pages.ts";
import { workplacePages } from "./workplace-pages.ts";

let house: House;
let pages: ShownPage[];

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // How hono/jsx writes: valid, another taste.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // What is left out is what it means by itself, and each byte travels.
    "no-implicit-button-type": "off",
    "no-implicit-input-type": "off",
    // Tick boxes of one list share a name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // The line above the closing words of a plain email ends in a space.
    "no-trailing-whitespace": "off",
    // How long a title is, is for its author to say.
    "long-title": "off",
  },
});

beforeAll(async () => {
  house = await startHouse({ content: true });
  pages = [...(await publicPages(house)), ...(await workplacePages(house))];
});

afterAll(() => house.stop());

describe("every page", () => {
  test("is valid HTML", async () => {
    const found: string[] = [];
    for (const { name, path, post, cookie = "" } of pages) {
      const ask = () => house.fetch(path, { headers: { cookie, accept: "text/html" } });
      const answer = post === undefined ? await ask() : await house.post(path, post, { headers: { cookie } });
      const { results } = await validator.validateString(await answer.text());
      for (const { messages } of results)
        for (const { ruleId, message, line, column } of messages)
          found.push(`${name}: ${ruleId} ${message} ${line}:${column}`);
    }
    expect(found).toEqual([]);
  });
});
