import { authorsOf, ImportDocument } from "@ontsecretaressen/domain/admin-drafts";
import { describe, expect, it } from "vitest";
import { firstContent } from "./first.ts";

const someDay = "2026-11-23T13:00:00.000Z";

const todays = [
  someDay, // four weeks before the New Year's break
  "2026-12-31T23:30:00.000Z", // already next year in Amsterdam
  "2028-02-29T09:00:00.000Z", // leap day
  "2027-03-26T12:00:00.000Z", // the week the clock goes forward
  "2027-10-29T12:00:00.000Z", // the week the clock goes back
];

describe.each(todays)("the first content on %s", (today) => {
  it("is a document that the import takes", () => {
    expect(ImportDocument.safeParse(firstContent(new Date(today))).error).toBeUndefined();
  });

  it("uses no slug twice where it would be the same address", () => {
    const { articles, pages, steps, sessions, authors, categories, tags } = documentOn(today);
    for (const kind of [[...articles, ...pages], steps, sessions, authors, categories, tags]) {
      const slugs = kind.map(({ slug }) => slug);
      expect(slugs).toEqual([...new Set(slugs)]);
    }
  });

  it("links only to what is there", () => {
    const document = documentOn(today);
    const addresses = addressesOf(document);
    const links = textsOf(document).flatMap(({ at, text }) =>
      [...text.matchAll(/\]\(([^)\s]*)\)/gu)].map(([, target = ""]) => ({ at, target })),
    );
    const outward = /^(?:https:\/\/|mailto:redactie@ontsecretaressen\.eu$)/u;
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ target }) => !addresses.has(target) && !outward.test(target))).toEqual([]);
  });
});

describe("what the first content says", () => {
  it("holds to the voice: no exclamation marks, no banned words", () => {
    const document = documentOn(someDay);
    const banned = [
      /!/u,
      /\b(?:succes(?:vol\w*)?|ongeldig\w*|helaas|foutief|onjuist\w*|u|uw)\b/iu,
      /\b(?:stakeholders?|mindset|commitment|synergie|faciliteren|implementeren|optimaliseren|proactief)\b/iu,
    ];
    const found = textsOf(document).filter(({ text }) => banned.some((pattern) => pattern.test(text)));
    expect(found).toEqual([]);
  });

  it("names only authors, categories, tags and steps that it brings along", () => {
    const document = documentOn(someDay);
    const known = (things: { slug: string }[]) => new Set<string | null>(things.map(({ slug }) => slug));
    const [authors, categories, steps] = [document.authors, document.categories, document.steps].map(known);
    expect(
      document.articles.filter((article) => authorsOf(article).some((slug) => !authors?.has(slug))),
    ).toEqual([]);
    expect(document.articles.filter(({ category }) => !categories?.has(category))).toEqual([]);
    const tags = known(document.tags);
    expect(document.articles.filter((article) => article.tags.some((tag) => !tags.has(tag)))).toEqual([]);
    const parents = document.categories.flatMap(({ parent }) => parent ?? []);
    expect(parents.filter((parent) => !categories?.has(parent))).toEqual([]);
    expect(document.sessions.filter(({ step }) => !steps?.has(step))).toEqual([]);
  });

  it("has articles of 350 to 700 words", () => {
    const document = documentOn(someDay);
    const lengths = document.articles.map(({ slug, body }) => ({ slug, words: body.split(/\s+/u).length }));
    expect(lengths.length).toBeGreaterThanOrEqual(5);
    expect(lengths.filter(({ words }) => words < 350 || words > 700)).toEqual([]);
  });

  it("has three to five headings an article, and none above the second level anywhere", () => {
    const document = documentOn(someDay);
    const count = (text: string, heading: RegExp) => [...text.matchAll(heading)].length;
    const articles = document.articles.map(({ slug, body }) => ({ slug, headings: count(body, /^## /gmu) }));
    expect(articles.filter(({ headings }) => headings < 3 || headings > 5)).toEqual([]);
    const tooHigh = textsOf(document).filter(({ text }) => /^# /mu.test(text) || text.includes("!["));
    expect(tooHigh).toEqual([]);
  });

  it("is of the past, each comment after its article and after the one before", () => {
    const document = documentOn(someDay);
    const moments = document.articles.map(({ publishedAt, comments }) => [
      publishedAt,
      ...comments.map(({ postedAt }) => postedAt),
      "2026-11-01T00:00:00.000Z",
    ]);
    expect(moments).toEqual(moments.map((row) => [...new Set(row)].sort()));
  });

  it("keeps the conversation of three, the third answering the second", () => {
    const document = documentOn(someDay);
    const article = document.articles.find(({ slug }) => slug === "waarom-de-secretaresse-30-niet-bestaat");
    const [first, second, third] = article?.comments ?? [];
    expect(article?.comments.map(({ name }) => name)).toEqual(["Sam", "Carmen", "Marijke"]);
    expect([first?.answers, second?.answers, third?.answers]).toEqual([null, null, second?.ref]);
  });

  it("asks for no comments under pages", () => {
    const document = documentOn(someDay);
    expect(document.pages.map(({ slug, isOpenForComments }) => [slug, isOpenForComments])).toEqual([
      ["over-ons", false],
      ["privacy", false],
      ["veelgestelde-vragen", false],
      ["contact", false],
    ]);
  });
});

function documentOn(today: string): ImportDocument {
  return ImportDocument.parse(firstContent(new Date(today)));
}

/** Every text a reader can meet, with where it stands. */
function textsOf(document: ImportDocument): { at: string; text: string }[] {
  return [...leaves(document, "")];
}

function* leaves(value: unknown, at: string): Generator<{ at: string; text: string }> {
  if (typeof value === "string") yield { at, text: value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${at}/${key}`);
}

function addressesOf(document: ImportDocument): Set<string> {
  return new Set([
    "/",
    "/agenda/",
    "/artikelen/",
    "/programma/",
    "/mijn/",
    ...document.articles.map(({ slug }) => `/${slug}/`),
    ...document.pages.map(({ slug }) => `/${slug}/`),
    ...document.steps.map(({ slug }) => `/programma/${slug}/`),
  ]);
}
