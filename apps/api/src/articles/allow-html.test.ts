import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./render.ts";

describe("a few plain tags may be typed:", () => {
  test.for([
    ["Druk op <kbd>Ctrl</kbd>.", "<p>Druk op <kbd>Ctrl</kbd>.</p>"],
    ["CO<sub>2</sub> en m<sup>2</sup>", "<p>CO<sub>2</sub> en m<sup>2</sup></p>"],
    ["<mark>**Nieuw**</mark>", "<p><mark><strong>Nieuw</strong></mark></p>"],
    ["een<br>twee<br/>drie", "<p>een<br>twee<br>drie</p>"],
    [
      '<abbr title="Algemene verordening &amp; meer">AVG</abbr>',
      '<p><abbr title="Algemene verordening &amp;amp; meer">AVG</abbr></p>',
    ],
    [
      "<details><summary>Vraag</summary>\n\nHet **antwoord**.\n\n</details>",
      "<details><summary>Vraag</summary>\n<p>Het <strong>antwoord</strong>.</p>\n</details>",
    ],
  ])("%s", ([markdown = "", html]) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });
});

const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/gu;
const VOID = new Set(["br", "hr", "img", "input"]);

/** Whether every element is closed where it should be, so that nothing can leak out. */
function isWellNested(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(TAG)) {
    if (VOID.has(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

const ABUSE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '<a href="javascript:alert(1)">x</a>',
  "[x](javascript:alert(1))",
  "![x](javascript:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  '<kbd onclick="alert(1)">x</kbd>',
  '<mark id="reageer" class="button">x</mark>',
  '<abbr title="x" onmouseover="alert(1)">x</abbr>',
  '<abbr title="&quot; onmouseover=&quot;alert(1)">x</abbr>',
  "<abbr title='x'>x</abbr>",
  "<details open ontoggle=alert(1)><summary>x</summary></details>",
  "<details><summary>nooit gesloten\n\ntekst",
  "<details>\n\nzonder kop\n\n</details>",
  "<details><summary>a</summary>\n\n- <details><summary>b</summary>\n\n</details>\n\n</details>",
  "</div></article></main><h1>weg</h1>",
  "</details></summary></kbd>",
  "<kbd><mark>x</kbd></mark>",
  "*<kbd>x*</kbd>",
  "<kbd>\n\nalinea\n\n</kbd>",
  "<summary>los</summary>",
  "x <details>y</details>",
  "> <mark>\n\nbuiten</mark>",
  "- <kbd>\n- </kbd>",
  "| a |\n|---|\n| <kbd> |\n| </kbd> |",
  "[<kbd>](/x/)</kbd>",
  "![<kbd>x</kbd>](/media/x)",
  "`<kbd>`",
  "    <script>",
  "<!-- x --><style>body{display:none}</style>",
  "<![CDATA[<kbd>]]>",
  "<KBD>x</KBD><Script>y</Script>",
  "<kbd/>x",
  "<br onload=x>",
  "\uE000script\uE001alert(1)\uE000/script\uE001",
  "\uE000",
  "<iframe src=//x></iframe><base href=//x><form><input name=key></form>",
  "# <kbd>open\n\ntekst</kbd>",
  "[^1]: <kbd>\n\nx[^1]</kbd>",
];

describe("nothing that is typed does harm or leaks out:", () => {
  test.for(ABUSE)("%s", (markdown) => {
    const html = renderMarkdown(`Voor.\n\n${markdown}\n\nNa.`);
    expect(isWellNested(html)).toBe(true);
    for (const [, , name = "", attributes = ""] of html.matchAll(TAG)) {
      expect(name).not.toMatch(/^(?:script|style|svg|iframe|base|form|article|main|div)$/u);
      expect(attributes.replaceAll(/"[^"]*"/gu, '""')).not.toMatch(/\bon\w+\s*=|'/u);
      expect(attributes).not.toMatch(/="(?:javascript:|data:|button"|reageer")/u);
    }
    expect(html).toMatch(/^<p>Voor\.<\/p>/u);
    expect(html).toContain("Na.");
  });

  test("all of it at once, in any order", () => {
    for (let from = 0; from < ABUSE.length; from += 1) {
      const text = [...ABUSE.slice(from), ...ABUSE.slice(0, from)].join(from % 2 === 0 ? "\n\n" : " ");
      expect(isWellNested(renderMarkdown(text))).toBe(true);
    }
  });
});
