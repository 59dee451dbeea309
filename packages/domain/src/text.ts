// What may be kept of the text that people type, and how its length is counted.

export const textLimits = {
  nameMax: 80,
  emailMax: 254,
  commentMax: 5000,
  organisationMax: 120,
  roleMax: 120,
  noteMax: 1000,
  answerMax: 500,
  togetherMax: 7,
  keyMax: 200,
  bodyBytesMax: 64 * 1024,
} as const;

const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** The length a reader would count: an emoji of seven code points is one. Stops counting past `max`. */
export function graphemeCount(text: string, max: number): number {
  if (text.length <= max && isPlain(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) {
    count += 1;
    if (count > max) break;
  }
  return count;
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7e) return false;
  }
  return true;
}

/** Text that can be kept and given back exactly: no NUL, no control characters but tab and line feed, no lone surrogates. */
export function isKeepable(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && code !== 0x0a && code !== 0x09) || code === 0x7f) return false;
  }
  return true;
}

/** Whether there is anything in it to see: not only spaces, and marks that show nothing. */
export function hasLetters(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text);
}

/** The same text without what can't be kept, so that a refused form can show it again. */
export function keepable(text: string): string {
  return Array.from(text.toWellFormed())
    .filter((character) => isKeepable(character))
    .join("");
}

/** A browser's line ends as one kind, and no blank edges. Nothing else of the text is touched. */
export function tidy(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n").trim();
}

/** The same text without what turns around the letters after it: a name stands in lines that others wrote. */
export function withoutTurns(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, "");
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** What HTML of our own making says, as text: paragraphs parted by an empty line. To be shown as text only. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<\/(?:p|li|pre)>/gu, "\n\n")
    .replaceAll("<br>", "\n")
    .replaceAll(/<[^>]*>/gu, "")
    .trimEnd()
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity);
}

/** Text made harmless for HTML content and for attributes in either kind of quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A number that is the same for the same text, and most likely another for another. Nothing is hidden by it. */
export function hashOf(text: string): number {
  let hash = 7;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) & 0xffffff;
  return hash;
}
