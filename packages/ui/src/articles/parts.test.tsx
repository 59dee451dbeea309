import type { ArticleView } from "@ontsecretaressen/domain/article";
import { cardPath } from "@ontsecretaressen/domain/card";
import { describe, expect, test } from "vitest";
import { ArticlePage, type ArticlePageProps } from "./article.tsx";
import { Thanks } from "../comments/thanks.tsx";
import { renderDocument } from "../page/document.tsx";
import {
  commentOf,
  conversationOf,
  exampleArticle,
  exampleAround,
  harmful,
  now,
  siteUrl,
  threeComments,
} from "../examples/site.ts";

const show = (change: Partial<ArticleView> = {}, props: Partial<ArticlePageProps> = {}) =>
  renderDocument(
    <ArticlePage
      article={{ ...exampleArticle, ...change }}
      conversation={conversationOf(threeComments)}
      next={null}
      around={exampleAround}
      replyTo={null}
      thanks={null}
      form={{ key: "k" }}
      siteUrl={siteUrl}
      now={now}
      {...props}
    />,
  );

const asText = (html: string) =>
  html.replaceAll(/<(style|script).*?<\/\1>|<[^>]*>/gsu, "").replaceAll(/\s+/gu, " ");

const headings = (count: number) =>
  Array.from({ length: count }, (_, index) => `<h2 id="k-${index}">Kop <em>${index}</em></h2>`).join("");

describe("the opening of an article", () => {
  test("leads to its category, its author, its month and its comments, and says how long it takes", () => {
    const html = show();
    expect(html).toContain(
      '<a href="/artikelen/">Artikelen</a><a href="/categorie/organisatie-30/">Organisatie 3.0</a>',
    );
    expect(html).toContain('Door <a href="/auteur/leontine-de-koning/">Léontine de Koning</a>');
    expect(html).toContain('<a href="/archief/2011/07/"><time');
    expect(html).toContain('<a href="#reacties">3 reacties</a>');
    expect(html).toContain('<h2 id="reacties">');
    expect(asText(html)).toContain("2 minuten lezen");
    expect(asText(show({ html: "<p>Kort.</p>" }, { conversation: conversationOf([]) }))).toMatch(
      /1 minuut lezen(?!, 0)/u,
    );
  });

  test("says that it was changed only when that was a day later or more", () => {
    const after = (hours: number) =>
      show({ updatedAt: new Date(Date.parse(exampleArticle.publishedAt) + hours * 3_600_000).toISOString() });
    expect(after(23)).not.toContain("bijgewerkt");
    expect(asText(after(48))).toContain("14 juli 2011, bijgewerkt 16 juli 2011, ");
  });
});

describe("the contents of an article", () => {
  test("stand above a text of four parts, and not above one of three", () => {
    expect(show({ html: headings(3) })).not.toContain("In dit artikel");
    const html = show({ html: headings(4) });
    expect(html.match(/<li[^>]*><a href="#k-\d">Kop \d<\/a><\/li>/gu)).toHaveLength(4);
    expect(html).toContain(".toc");
  });

  test("name its parts alone: not what is below them, nor the footnotes", () => {
    const html = show({ html: `${headings(4)}<h3 id="onder">Onder</h3><h2 id="voetnoten">Voetnoten</h2>` });
    expect(html).not.toMatch(/href="#(?:onder|voetnoten)"/u);
  });
});

describe("after an article", () => {
  test("stand its tags, who wrote it, ways to pass it on, and where to read on", () => {
    const html = show();
    expect(html).toContain('<a href="/tag/rollen/">Rollen</a>');
    expect(asText(html)).toContain("samen met Renée van Dijk. Meer van Léontine de Koning");
    expect(html).toContain(`href="https://wa.me/?text=${siteUrl}/${exampleArticle.slug}/"`);
    expect(asText(html)).toContain("Lees ookWat een netwerkorganisatie van je vraagt");
    expect(html).toContain('<a href="/wat-is-intervisie/" rel="next">');
  });

  test("nothing of that under a page", () => {
    const html = show({ kind: "page", html: headings(4) });
    expect(html).not.toMatch(/Deel dit|Lees ook|class="crumbs|ld\+json|minuten lezen|\.toc/u);
  });
});

describe("what machines read of an article", () => {
  const dataOf = (html: string) => {
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html) ?? [];
    const data: { "@graph": Record<string, unknown>[] } = JSON.parse(json);
    return { json, things: data["@graph"] };
  };

  test("is the article with its author and comments, and the way to it", () => {
    const { things } = dataOf(show());
    expect(things[0]).toMatchObject({
      "@type": "Article",
      datePublished: exampleArticle.publishedAt,
      author: [{ "@type": "Person", url: `${siteUrl}/auteur/leontine-de-koning/` }],
      commentCount: 3,
    });
    expect(things[0]?.["comment"]).toHaveLength(3);
    expect(JSON.stringify(things[0]?.["comment"])).toContain("\\n\\nBij ons werkt dat zo");
    expect(things[1]).toMatchObject({
      "@type": "BreadcrumbList",
      itemListElement: [{}, {}, { position: 3 }],
    });
  });

  test("cannot be ended by what anyone typed, and says it as it was typed", () => {
    const comments = [commentOf("cmt_1", null, harmful, harmful)];
    const { json, things } = dataOf(
      show({ title: harmful, standfirst: harmful }, { conversation: conversationOf(comments) }),
    );
    expect(json).not.toContain("<");
    expect(things[0]).toMatchObject({
      headline: harmful,
      comment: [{ text: harmful, author: { name: harmful } }],
    });
  });

  test("names title, text and address for who shares it", () => {
    const html = show();
    expect(html).toContain(`<meta property="og:title" content="${exampleArticle.title}"/>`);
    expect(html).toContain(`<meta property="og:url" content="${siteUrl}/${exampleArticle.slug}/"/>`);
    expect(html).toContain('<meta property="og:type" content="article"/>');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(html).toContain(`<meta property="og:image" content="${siteUrl}${cardPath(exampleArticle)}"/>`);
  });

  test("a page names no picture while it has none", () => {
    const html = show({ kind: "page", html: headings(4) });
    expect(html).toContain('<meta name="twitter:card" content="summary"/>');
    expect(html).not.toContain("og:image");
  });
});

test("an ordinary article does not carry the rules of pictures, tables and thanks", () => {
  expect(show()).not.toMatch(/\.prose img|\.thanks/u);
  expect(show({ html: '<p><img src="a" alt=""/></p>' })).toContain(".prose img");
  expect(show({}, { thanks: <Thanks state="waiting" /> })).toContain(".thanks");
});
