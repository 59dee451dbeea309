import type { FeedArticle } from "@ontsecretaressen/db/articles/feeds";
import type { Picture } from "@ontsecretaressen/domain/media";

/** What stands above a feed. `path` is the page it belongs to, `self` the feed's own; both begin with a slash. */
export type Channel = { title: string; description: string; path: string; self: string; siteUrl: string };

// The name of a thing for ever: its address may change, this may not.
const AUTHORITY = "ontsecretaressen.eu,2011";

/** The id that a feed knows something by, as RFC 4151 has it. */
export const tagOf = (id: string): string => `tag:${AUTHORITY}:${id}`;

// Only for a feed in which nothing stands yet.
const BEGIN = "2011-01-01T00:00:00.000Z";

/** When the newest of these times was. */
export const newest = (times: readonly string[]): string =>
  times.reduce((last, time) => (time > last ? time : last), BEGIN);

/** The picture above an article, if it has one. */
export const pictureOf = ({ picture }: FeedArticle): Picture | null =>
  picture === null ? null : JSON.parse(picture);

/** The names of who wrote an article, in their order. */
export const namesOf = ({ authors }: FeedArticle): string[] => JSON.parse(authors);

/** What an article is about, as a feed tells it. */
export const subjectsOf = ({ category, tags }: FeedArticle): string[] => {
  const titles: string[] = JSON.parse(tags);
  return category === null ? titles : [category, ...titles];
};
