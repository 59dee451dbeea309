export type Author = { slug: string; name: string; bio: string };

export type Category = { slug: string; title: string };

export type Tag = { slug: string; title: string };

/** An article as a list shows it. Times are UTC, ISO 8601 with `Z`. */
export type ArticleSummary = {
  slug: string;
  title: string;
  standfirst: string;
  publishedAt: string;
  author: string | null;
  category: Category | null;
  commentCount: number;
};

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
  author: Author | null;
  category: Category | null;
};

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
  "categorie",
  "comments",
  "feed",
  "inschrijven",
  "mijn",
  "modereer",
  "pagina",
  "programma",
  "tag",
  "zoeken",
]);

/** Whether an article may live there: lower-case words with hyphens, and no address the site uses itself. */
export function isArticleSlug(slug: string): boolean {
  return slug.length <= 120 && SLUG.test(slug) && !RESERVED.has(slug);
}
