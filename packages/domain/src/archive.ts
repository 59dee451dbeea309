import type { ArticleSummary, Author, Category, Tag } from "./article.ts";
import { wallToUtc } from "./session.ts";

export const articlesPerPage = 20;

/** What the articles of an archive have in common. A month is `2011-07`, as the wall calendar here counts. */
export type Archive =
  | { kind: "all"; categories: Category[] }
  | { kind: "category"; category: Category; parent: Category | null; below: Category[] }
  | { kind: "tag"; tag: Tag }
  | { kind: "author"; author: Author }
  | { kind: "month"; month: string; earlier: string | null; later: string | null };

/** One page of an archive, newest first; `count` is of all its pages. */
export type ArchivePage = { archive: Archive; articles: ArticleSummary[]; count: number; page: number };

/** How many pages an archive has; an empty one has its first. */
export const pageCount = (count: number): number => Math.max(1, Math.ceil(count / articlesPerPage));

const TIME_ZONE = "Europe/Amsterdam";
const MONTH = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/u;
const wallMonth = new Intl.DateTimeFormat("en-CA", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
});

/** The first moment of a month and of the one after, in UTC; null when it is not a month. */
export function monthBounds(month: string): { from: string; until: string } | null {
  if (!MONTH.test(month)) return null;
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next = new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
  const startOf = (first: string) => wallToUtc(`${first}-01T00:00`, TIME_ZONE);
  return { from: startOf(month), until: startOf(next) };
}

/** The month in which something was published: `2011-07`. */
export const monthOf = (moment: string): string => wallMonth.format(new Date(moment)).slice(0, 7);
