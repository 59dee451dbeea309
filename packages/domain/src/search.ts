export const searchLimits = { queryMax: 100, termsMax: 8, termMin: 2 } as const;

/** What somebody searches for: the query as it is shown again, and the terms that are all needed. */
export type SearchQuery = { text: string; terms: string[] };

/** One article or page that was found. What matches stands between `foundStart` and `foundEnd`. */
export type FoundArticle = {
  slug: string;
  kind: "article" | "page";
  title: string;
  excerpt: string;
  publishedAt: string;
  /** The names of who wrote it, in their order. */
  authors: string[];
};

/** One comment that was found, and where it stands. */
export type FoundComment = {
  id: string;
  name: string;
  excerpt: string;
  postedAt: string;
  article: { slug: string; title: string };
};

export type SearchResults = { articles: FoundArticle[]; comments: FoundComment[]; hasMore: boolean };

// Of nobody's alphabet. A text that holds them all the same is only marked oddly.
export const foundStart = "\uE000";
export const foundEnd = "\uE001";

// Left out while other words remain: they stand in every text. The capitals are a search engine's own words.
const SMALL = new Set("de het een en of is in op te je ik we ze er om an or van and not near".split(" "));

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Takes apart what was typed: words, and phrases in quotes. What can't be asked for is left out; nothing is refused. */
export function readQuery(typed: string): SearchQuery {
  const text = Array.from(
    typed
      .toWellFormed()
      .normalize("NFC")
      .replaceAll(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  )
    .slice(0, searchLimits.queryMax)
    .join("")
    .trim();
  const words = text.replaceAll(/[“”„«»]/gu, '"').matchAll(/"([^"]*)"|[^\s"()[\]{}<>*^:;]+/gu);
  const terms = Array.from(words, ([word, phrase]) => (phrase ?? word).replaceAll(EDGES, ""));
  const asked = [...new Set(terms)].filter((term) => Array.from(term).length >= searchLimits.termMin);
  const telling = asked.filter((term) => !SMALL.has(term.toLowerCase()));
  return { text, terms: (telling.length > 0 ? telling : asked).slice(0, searchLimits.termsMax) };
}

/** A text with what was found in it, part by part. */
export function partsOf(marked: string): { text: string; isFound: boolean }[] {
  return marked
    .split(/([\uE000\uE001])/u)
    .reduce<{ parts: { text: string; isFound: boolean }[]; isFound: boolean }>(
      ({ parts, isFound }, text) =>
        text === foundStart || text === foundEnd
          ? { parts, isFound: text === foundStart }
          : { parts: text === "" ? parts : [...parts, { text, isFound }], isFound },
      { parts: [], isFound: false },
    ).parts;
}
