const WORDS_MAX = 150;
const WORD_MAX = 30;
const TELLING_MAX = 15;
const LEARNED_MIN = 50;

/** In how many comments of each kind a word stood, and how many comments of each kind were learned from. */
export type LearnedWords = {
  spamTotal: number;
  clearTotal: number;
  counts: ReadonlyMap<string, { spam: number; clear: number }>;
};

/** The words of a comment that can be learned from: each once, at most 150, a link as the host it leads to. */
export function wordsToLearn(body: string, name: string): string[] {
  const words = new Set<string>();
  const text = `${body}\n${name}`.toLowerCase();
  for (const [, host = ""] of text.matchAll(/https?:\/\/([^\s/?#]{1,100})/gu)) words.add(`//${host}`);
  for (const [word] of text.replaceAll(/https?:\/\/\S+/gu, " ").matchAll(/[\p{L}\p{N}]{3,}/gu)) {
    if (words.size >= WORDS_MAX) break;
    if (word.length <= WORD_MAX) words.add(word);
  }
  return [...words].slice(0, WORDS_MAX);
}

/**
 * How likely a comment is spam, from 0 to 1, by the words in it that tell most (Robinson's and Graham's way); null while
 * fewer than fifty comments of each kind were learned from.
 */
export function spamChance(words: readonly string[], learned: LearnedWords): number | null {
  if (learned.spamTotal < LEARNED_MIN || learned.clearTotal < LEARNED_MIN) return null;
  const chances = words
    .flatMap((word) => {
      const count = learned.counts.get(word);
      return count === undefined || count.spam + count.clear === 0 ? [] : [chanceOf(count, learned)];
    })
    .toSorted((a, b) => Math.abs(b - 0.5) - Math.abs(a - 0.5))
    .slice(0, TELLING_MAX);
  if (chances.length === 0) return null;
  const odds = chances.reduce((sum, chance) => sum + Math.log(chance) - Math.log(1 - chance), 0);
  return 1 / (1 + Math.exp(-odds));
}

// A word seen once says little: it is drawn towards one half, the more so the rarer it is.
function chanceOf({ spam, clear }: { spam: number; clear: number }, learned: LearnedWords): number {
  const inSpam = spam / learned.spamTotal;
  const inClear = clear / learned.clearTotal;
  const raw = inSpam / (inSpam + inClear);
  const seen = spam + clear;
  return Math.min(0.99, Math.max(0.01, (0.5 + seen * raw) / (1 + seen)));
}
