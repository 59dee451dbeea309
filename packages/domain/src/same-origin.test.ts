import { expect, test } from "vitest";
import { isForeignWrite } from "./same-origin.ts";

const foreign = (headers: Record<string, string>, method = "POST") =>
  isForeignWrite({ method, url: "https://www.site.nl/api/comments", headers: new Headers(headers) });

test.for([
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a neighbour under the same domain", { "sec-fetch-site": "same-site", origin: "https://www.site.nl" }],
  ["another origin in an older browser", { origin: "https://elders.example" }],
  ["a page without an origin in an older browser", { origin: "null" }],
  ["the same name on another port", { origin: "https://www.site.nl:8443" }],
] as const)("a write from %s is foreign", ([, headers]) => {
  expect(foreign(headers)).toBe(true);
});

test.for([
  ["the site itself", { "sec-fetch-site": "same-origin", origin: "https://www.site.nl" }],
  ["the site itself when its page sends no referrer", { "sec-fetch-site": "same-origin", origin: "null" }],
  ["the site itself in an older browser", { origin: "https://www.site.nl" }],
  ["the site itself before TLS was ended", { origin: "http://www.site.nl" }],
  ["a program", {}],
] as const)("a write from %s is not", ([, headers]) => {
  expect(foreign(headers)).toBe(false);
});

test("reading is never foreign", () => {
  expect(foreign({ "sec-fetch-site": "cross-site" }, "GET")).toBe(false);
});
