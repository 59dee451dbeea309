import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Thanks } from "../comments/thanks.tsx";
import { articleScript } from "../page/scripts.ts";
import { ArticlePage, type ArticlePageProps } from "./article.tsx";
import { renderDocument } from "../page/document.tsx";
import {
  commentOf,
  exampleArticle,
  exampleAround,
  conversationOf,
  exampleSession,
  harmful,
  now,
  siteUrl,
  threeComments,
} from "../examples/site.ts";

const BUDGET_BYTES = 6000;

const show = (change: Partial<ArticlePageProps> = {}) =>
  renderDocument(
    <ArticlePage
      article={exampleArticle}
      conversation={conversationOf(threeComments)}
      next={exampleSession}
      around={exampleAround}
      replyTo={null}
      thanks={null}
      form={{ key: `${exampleArticle.updatedAt} 3 mifq8v2k.pZ3vKxW1b/Qm` }}
      siteUrl={siteUrl}
      now={now}
      {...change}
    />,
  );

const asText = (html: string) => html.replaceAll(/<[^>]*>/gu, "").replaceAll(/\s+/gu, " ");

describe("the conversation", () => {
  test("the third comment stands inside the second and says whom it answers", () => {
    const html = show();
    const second = html.slice(html.indexOf('<li id="cmt_2">'), html.indexOf('id="reageer"'));
    expect(second).toContain('<ol><li id="cmt_3">');
    expect(second).toContain('in antwoord op <a href="#cmt_2">Carmen</a>');
    expect(asText(html)).toContain("3 reacties");
  });

  test("each comment has its number as its own address, and a link to answer it", () => {
    const html = show();
    expect(html).toMatch(/<a class="n [^>]*href="#cmt_1"[^>]*>.*?<span>1\.<\/span>/u);
    expect(html).toContain('href="?antwoord=cmt_3#reageer"');
  });

  test("below the third level everything stands in a row, still saying whom it answers", () => {
    const names = ["Een", "Twee", "Drie", "Vier", "Vijf"];
    const comments = names.map((name, index) =>
      commentOf(`cmt_${index + 1}`, index === 0 ? null : `cmt_${index}`, name, "Tekst"),
    );
    const html = show({ conversation: conversationOf(comments) });
    const talk = html.slice(html.indexOf("<ol>"), html.indexOf('id="reageer"'));
    expect(talk.match(/<ol>/gu)).toHaveLength(3);
    expect(talk.match(/<li /gu)).toHaveLength(5);
    expect(talk).toContain('in antwoord op <a href="#cmt_4">Vier</a>');
  });

  test("the form answers the comment that was asked for", () => {
    const html = show({ replyTo: threeComments[1] ?? null });
    expect(html).toContain('<input type="hidden" name="parent" value="cmt_2"/>');
    expect(html).toContain("Je antwoord op Carmen");
  });

  test("a closed article shows its comments, without a form or links to answer", () => {
    const html = show({ article: { ...exampleArticle, isOpenForComments: false } });
    expect(html).toContain('id="cmt_1"');
    expect(html).not.toContain("<form");
    expect(html).not.toContain("?antwoord=");
  });

  test("what was taken away says so while an answer stands under it, and is gone when none does", () => {
    const gone = (id: string) => ({ ...commentOf(id, null, "", ""), isDeleted: true });
    const html = show({
      conversation: conversationOf([
        gone("cmt_1"),
        gone("cmt_2"),
        commentOf("cmt_3", "cmt_2", "Renée", "Ja"),
      ]),
    });
    expect(html).not.toContain('id="cmt_1"');
    expect(html).toContain('<li id="cmt_2"><p class="quiet">2. Deze reactie is verwijderd.</p><ol>');
    expect(html).toContain('<a href="#cmt_2">een verwijderde reactie</a>');
    expect(html).not.toContain("?antwoord=cmt_2");
  });

  test("a long one says how many there are in all, and leads to the rest and to the other end", () => {
    const conversation = { ...conversationOf(threeComments), count: 130, pages: 3 };
    const html = show({ conversation });
    expect(html).toContain("130 reacties");
    expect(html).toContain(`href="/${exampleArticle.slug}/reacties/nieuwste/"`);
    expect(html).toContain(`href="/${exampleArticle.slug}/reacties/3/"`);
    expect(show()).not.toContain("/reacties/");
  });

  test("who wrote a comment is offered to change it, and nobody else is", () => {
    const own = { ...commentOf("cmt_2", null, "Sam", "Hallo"), isOwn: true };
    expect(show({ conversation: conversationOf([own]) }).match(/\/mijn\/reacties\/cmt_\d/gu)).toEqual([
      "/mijn/reacties/cmt_2",
    ]);
    expect(show()).not.toContain("/mijn/");
  });

  test("a name is shown as it was typed", () => {
    const html = show({ conversation: conversationOf([commentOf("cmt_1", null, harmful, harmful)]) });
    expect(html.replace(articleScript, "")).not.toMatch(/<script>[^<]|<img/u);
    expect(html).toContain("&lt;script&gt;");
  });

  test("after a comment came in the page thanks and says what is next", () => {
    const html = show({ thanks: <Thanks state="waiting" /> });
    expect(html).toMatch(/role="status".*Een organisator leest even mee/u);
  });
});

test("a page has no byline, no next date and, closed, no conversation", () => {
  const html = show({
    article: { ...exampleArticle, kind: "page", isOpenForComments: false },
    conversation: conversationOf([]),
  });
  expect(asText(html)).not.toContain("Door Léontine");
  expect(html).not.toContain("Rondetafel in Nieuwegein");
  expect(html).not.toContain('id="reageer"');
});

test("an article of ordinary length with its conversation and form stays within its budget", () => {
  expect(asText(exampleArticle.html).split(" ").length).toBeGreaterThan(440);
  expect(brotliCompressSync(show()).length).toBeLessThanOrEqual(BUDGET_BYTES);
});
