// Which pages show what, as tags: a page carries the tags of all it shows, and a write forgets the tags of what it
// changed. What only time changes is covered by an age.

export type Freshness = { tags: string[]; edgeSeconds: number };

/** On every page: forgotten when more changed than one can name. */
export const everythingTag = "site";

/** One article or page with its conversation. */
export const textTag = (slug: string): string => `text-${slug}`;

/** Lists, and whatever picks from them. */
export const listTags = {
  articles: "articles",
  comments: "comments",
  programme: "programme",
} as const;

/** How long the edge may keep what only a purge or a day can change. */
export const dayAge = 86_400;

/** How long the edge may keep what changes in a rush: places left. The POST is the truth, never the page. */
export const rushAge = 15;

/** An age that ends when the given moment comes: a session that begins is no longer ahead. Times are UTC. */
export function ageUntil(moment: string | undefined, now: string, longest: number): number {
  if (moment === undefined) return longest;
  const seconds = Math.floor((Date.parse(moment) - Date.parse(now)) / 1000);
  return Math.max(1, Math.min(longest, seconds));
}
