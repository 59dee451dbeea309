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
    const html = renderMarkdown('## <b id="x">"Zo" &amp; zo</b>\n\n<h2>geen kop</h2>');
    expect(html).toContain('<h2 id="b-id-xzo-zo-b">&lt;b id=&quot;x&quot;&gt;');
    expect(html.match(/<h2/gu)).toHaveLength(1);
  });
});
