import { expect, test } from "vitest";
import { withAbsoluteLinks } from "./absolute-links.ts";

const BASE = "https://www.ontsecretaressen.eu/een-artikel/";

test.for([
  ['<a href="/programma/">x</a>', '<a href="https://www.ontsecretaressen.eu/programma/">x</a>'],
  ['<a href="../over-ons/">x</a>', '<a href="https://www.ontsecretaressen.eu/over-ons/">x</a>'],
  ['<a class="y" href="#noot">x</a>', `<a class="y" href="${BASE}#noot">x</a>`],
  ['<a href="?a=1&amp;b=2">x</a>', `<a href="${BASE}?a=1&amp;b=2">x</a>`],
  ["<img src='/media/a.jpg' alt='b'>", "<img src=\"https://www.ontsecretaressen.eu/media/a.jpg\" alt='b'>"],
  ['<img src="//cdn.nl/a.jpg">', '<img src="https://cdn.nl/a.jpg">'],
  [
    '<img srcset="/a.jpg 1x, /b.jpg 2x">',
    '<img srcset="https://www.ontsecretaressen.eu/a.jpg 1x, https://www.ontsecretaressen.eu/b.jpg 2x">',
  ],
  [`<a href='/a"onclick="b'>x</a>`, '<a href="https://www.ontsecretaressen.eu/a%22onclick=%22b">x</a>'],
  [`<a href='mailto:a"b'>x</a>`, '<a href="mailto:a&quot;b">x</a>'],
])("%s", ([html = "", expected]) => {
  expect(withAbsoluteLinks(html, BASE)).toBe(expected);
});

test.for([
  '<a href="https://example.com/a?b=1&amp;c=2">x</a>',
  '<a href="mailto:iemand@voorbeeld.nl">x</a>',
  '<img src="data:image/png;base64,AAAA">',
  '<img srcset="data:image/png;base64,/AAA 1x">',
  '<p>href="/a" &lt;a href="/b"&gt;</p>',
  '<a href="https://[">x</a>',
  '<a data-href="/a">x</a>',
])("%s stays as it is", (html) => {
  expect(withAbsoluteLinks(html, BASE)).toBe(html);
});
