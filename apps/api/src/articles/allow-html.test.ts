import { describe, expect, test } from "vitest";
import { hostileTexts } from "@ontsecretaressen/testing/hostile-texts";
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

describe("a text that was written as HTML is read as it was meant:", () => {
  test.for([
    [
      '<p style="x">Een <strong>vet</strong> en <em>schuin</em> woord &amp; &#8217;t <a href="https://x.nl/?a=1&amp;b=2" target="_blank" rel="noopener">slot</a>.</p>',
      '<p>Een <strong>vet</strong> en <em>schuin</em> woord &amp; &#8217;t <a href="https://x.nl/?a=1&amp;b=2">slot</a>.</p>',
    ],
    [
      "<ul>\n<li>een</li>\n<li>twee <ol><li><b>x</b></li></ol></li>\n</ul>",
      "<ul>\n<li>een</li>\n<li>twee <ol><li><b>x</b></li></ol></li>\n</ul>",
    ],
    ["<blockquote><p>Zo is <i>het</i></p></blockquote>", "<blockquote><p>Zo is <i>het</i></p></blockquote>"],
    [
      '<h3 class="x">Kop</h3>\n<hr />\n<pre><code>a &lt; b</code></pre>',
      '<h3 id="kop">Kop</h3>\n<hr>\n<pre><code>a &lt; b</code></pre>',
    ],
    [
      "Kijk <a href='mailto:a@b.nl'>hier</a> of <a href=\"/over-ons/\">**daar**</a>",
      '<p>Kijk <a href="mailto:a@b.nl">hier</a> of <a href="/over-ons/"><strong>daar</strong></a></p>',
    ],
    ['Zie <a href="https://x.nl">https://x.nl</a>', '<p>Zie <a href="https://x.nl">https://x.nl</a></p>'],
    ["<ul><li>\n\nEen *alinea*\n\n</li></ul>", "<ul><li>\n<p>Een <em>alinea</em></p>\n</li></ul>"],
  ])("%s", ([markdown = "", html]) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });
});

describe("a tag stays text where it has no place:", () => {
  test.for([
    ["<ul>los<li>a</li></ul>", "&lt;ul&gt;los&lt;li&gt;a&lt;/li&gt;&lt;/ul&gt;"],
    ["<ul><li>nooit gesloten", "&lt;ul&gt;&lt;li&gt;nooit gesloten"],
    ["<li>los</li>", "&lt;li&gt;los&lt;/li&gt;"],
    ["<p>a<hr>b</p>", "<p>a&lt;hr&gt;b</p>"],
    ["<p>een<p>twee", "&lt;p&gt;een&lt;p&gt;twee"],
    ["<div><p>a</p></div>", "&lt;div&gt;<p>a</p>&lt;/div&gt;"],
    [
      '<a href="/a/">x <a href="/b/">y</a></a>',
      '<p><a href="/a/">x &lt;a href=&quot;/b/&quot;&gt;y</a>&lt;/a&gt;</p>',
    ],
    ["<strong>\n\nx\n\n</strong>", "&lt;strong&gt;\n<p>x</p>\n&lt;/strong&gt;"],
  ])("%s", ([markdown = "", html]) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });
});

const NOWHERE = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java&#115;cript:alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#x3a;alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "https:javascript",
  "x:y",
  "",
];

test.for(NOWHERE)("a link to %j is text: it leads only to the web, to mail or within the site", (href) => {
  for (const typed of [`<a href="${href}">x</a>`, `<p>z <a class="y" href='${href}'>x</a></p>`])
    expect(renderMarkdown(typed)).not.toContain("<a");
});

test("a link of Markdown that may lead nowhere is no link", () => {
  expect(renderMarkdown('[x](javascript:alert(1)) en [*y*](data:x "z")')).toBe("<p>x en <em>y</em></p>");
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
  ...hostileTexts,
  '<a href="/x/" onclick="alert(1)">x</a>',
  '<a data-x=" href="javascript:alert(1)">x</a>',
  `<a href="/x/'onclick='alert(1)">x</a>`,
  '<p style="position:fixed" onclick="alert(1)">x</p>',
  "<ul><li><script>alert(1)</script></li></ul>",
  "<ol><li>a<ul><li>b</ol></li></ul>",
  "<blockquote><p>x</blockquote></p>",
  "<pre><code></pre></code>",
  "<h2>a<h3>b</h2></h3>",
  "> <blockquote>\n\nx</blockquote>",
  "- <ul><li>\n- </li></ul>",
  '<a href="/x/">\n\nalinea\n\n</a>',
  '[a <a href="/x/">b](/y/)</a>',
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
    expect(html).not.toContain('href=""');
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
