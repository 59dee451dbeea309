import { hashOf } from "./text.ts";

/** What is drawn on the picture of an article that has none of its own. */
export type Card = { title: string; kicker: string };

/** What of an article a card shows. */
export type CardSource = {
  slug: string;
  title: string;
  category: { title: string } | null;
  authors: { name: string }[];
};

/** Always the same size: the one that every place where a link is shared takes. */
export const cardSize = { width: 1200, height: 630 } as const;

// One higher whenever cards are drawn otherwise, so that what was kept for a year is asked for anew.
const DESIGN = 1;

/** What stands on an article's card: its title, and what it is about or who wrote it. */
export const cardOf = ({ title, category, authors }: CardSource): Card => ({
  title,
  kicker: category?.title ?? authors.map(({ name }) => name).join(", "),
});

/** Where an article's card stands; elsewhere as soon as anything else stands on it. */
export function cardPath(article: CardSource): string {
  const { title, kicker } = cardOf(article);
  return `/${article.slug}/deel-${hashOf(`${DESIGN}\n${title}\n${kicker}`).toString(36)}.png`;
}
