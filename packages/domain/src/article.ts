import type { Picture } from "./media.ts";

export type Author = { slug: string; name: string; bio: string };

export type Category = { slug: string; title: string };

export type Tag = { slug: string; title: string };

/** An article as a list shows it. Times are UTC, ISO 8601 with `Z`. */
export type ArticleSummary = {
  slug: string;
  title: string;
  standfirst: string;
  publishedAt: string;
  /** The names of who wrote it, in their order. */
  authors: string[];
  category: Category | null;
  commentCount: number;
};

/** An article to go on to. */
export type ArticleLink = { slug: string; title: string };

/** What else there is to read from one article: what shares most with it, and what came before and after. */
export type ArticleAround = { related: ArticleLink[]; newer: ArticleLink | null; older: ArticleLink | null };

/** An article or a page as it is read. `html` was rendered and made safe when it was written. */
export type ArticleView = {
  id: string;
  kind: ArticleKind;
  slug: string;
  title: string;
  standfirst: string;
  html: string;
  publishedAt: string;
  updatedAt: string;
  isOpenForComments: boolean;
  authors: Author[];
  /** With the one above it. */
  category: (Category & { parent: Category | null }) | null;
  tags: Tag[];
  picture: Picture | null;
};

const WORDS_A_MINUTE = 200;

/** How long one reads, in whole minutes, of text that was rendered. */
export function readingMinutes(html: string): number {
  const words = html.replaceAll(/<[^>]*>/gu, " ").match(/\S+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

const DAY_MS = 86_400_000;

/** Whether a text was changed so long after it came out that a reader should know. */
export function isUpdated({
  publishedAt,
  updatedAt,
}: Pick<ArticleView, "publishedAt" | "updatedAt">): boolean {
  return Date.parse(updatedAt) - Date.parse(publishedAt) >= DAY_MS;
}

export type ArticleKind = "article" | "page";
export type ArticleState = "draft" | "published";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

const RESERVED: ReadonlySet<string> = new Set([
  "afmelden",
  "agenda",
  "api",
  "archief",
  "artikelen",
  "auteur",
  "beheer",
  "bevestig",
  "bewijs",
  "categorie",
  "comments",
  "feed",
  "inschrijven",
  "media",
  "melden",
  "mijn",
  "modereer",
  "pagina",
  "programma",
  "tag",
  "volgen",
  "voorbeeld",
  "zoeken",
]);

/** Whether an article may live there: lower-case words with hyphens, and no address the site uses itself. */
export function isArticleSlug(slug: string): boolean {
  return slug.length <= 120 && SLUG.test(slug) && !RESERVED.has(slug);
}

/** What of the site's own addresses one may be led to: pages for everybody. */
const PLACES =
  /^(?:agenda|archief|artikelen|auteur|categorie|inschrijven|programma|tag|volgen|zoeken)(?:\/[a-z0-9-]+){0,4}$/u;

/** Whether an address, without its slashes, is a page of the site's own. */
export const isPlace = (path: string): boolean => path.length <= 120 && PLACES.test(path);

/** Whether an address, without its slashes, could be an old one: of words, and none below the site's own. */
export const isOldPath = (path: string): boolean =>
  path.length <= 120 &&
  path.split("/").every((word) => SLUG.test(word)) &&
  !RESERVED.has(path.split("/")[0] ?? "");
