import { expect, test } from "vitest";
import { asMarkup, drawable } from "./letters.ts";

test.for([
  ["Łódź, Şükran, één ½ – ‘ja’", "Łódź, Şükran, één ½ – ‘ja’"],
  ["cooe\u0308rdinatie", "cooërdinatie"],
  ["Taart 🍰 en 👩🏽‍💻 werk", "Taart en werk"],
  ["ﬁjn ①", "fijn 1"],
  ["\u202eomgekeerd\u202c\u200b\u00ad en\n\tverder", "omgekeerd en verder"],
  ["שלום مرحبا", ""],
] as const)("of %j only what the font can draw is left", ([text, left]) => {
  expect(drawable(text)).toBe(left);
});

test("a text stands in a drawing as text, and never as part of it", () => {
  expect(asMarkup('</text><image href="x"/>&amp;]]>')).toBe(
    '&lt;/text&gt;&lt;image href="x"/&gt;&amp;amp;]]&gt;',
  );
});
