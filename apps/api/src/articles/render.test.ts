import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./render.ts";

const idsOf = (markdown: string) =>
  [...renderMarkdown(markdown).matchAll(/<h\d id="([^"]*)">/gu)].map(([, id]) => id);

describe("a heading has an address of its own", () => {
  test.for([
    ["## Vraag 1: wat deed je écht?", "vraag-1-wat-deed-je-echt"],
    ["## Zo’n *groep* van 6 & 12", "zon-groep-van-6-12"],
    ["### [Een link](https://example.com)", "een-link"],
    ["## 👩‍👩‍👧", "kop"],
    [`## ${"lang ".repeat(30)}`, "lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang"],
    ["## Reacties", "reacties-2"],
  ] as const)("%s: %s", ([markdown, id]) => {
    expect(idsOf(markdown)).toEqual([id]);
  });

  test("also when two say the same, or say what another became", () => {
    expect(idsOf("## Werk\n\n## Werk\n\n## Werk 2\n\n## Werk")).toEqual([
      "werk",
      "werk-2",
      "werk-2-2",
      "werk-3",
    ]);
  });

  test("and what was typed as HTML stays text", () => {
    const html = renderMarkdown('## <u id="x">"Zo" &amp; zo</u>\n\n<h1>geen kop</h1>');
    expect(html).toContain('<h2 id="u-id-xzo-zo-u">&lt;u id=&quot;x&quot;&gt;');
    expect(html.match(/<h2/gu)).toHaveLength(1);
  });
});

describe("a text may hold", () => {
  test("tables, with what stands right said without a style of its own", () => {
    const html = renderMarkdown("| Dag | Uur |\n|---|--:|\n| ma | 9 |");
    expect(html).toContain('<th class="right">Uur</th>');
    expect(html).not.toContain("align=");
  });

  test("what was struck, and lists of what is done, which say so aloud", () => {
    const html = renderMarkdown("~~weg~~\n\n- [x] bellen\n- [ ] mailen");
    expect(html).toContain("<del>weg</del>");
    expect(html).toContain('<input type="checkbox" disabled checked aria-label="gedaan" /> bellen');
    expect(html).toContain('<input type="checkbox" disabled aria-label="nog te doen" /> mailen');
  });

  test("footnotes in Dutch, with a way back from each, and addresses that no heading can take", () => {
    const html = renderMarkdown(
      "Zo[^1] en zo[^1].\n\n## Noot fn 1\n\n## Voetnoten\n\n## Footnote label\n\n[^1]: De *noot*.",
    );
    expect(html).toContain('<h2 id="voetnoten">Voetnoten</h2>');
    expect(html).toContain('href="#noot-fn-1" id="noot-fnref-1" aria-describedby="voetnoten"');
    expect(html).toContain('href="#noot-fnref-1-2" aria-label="Terug naar voetnoot 1, keer 2"');
    expect(html).not.toMatch(/user-content|data-|Back to/u);
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id !== undefined && /^\S+$/u.test(id))).toBe(true);
  });
});
