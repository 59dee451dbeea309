import { commentPath } from "./comment.ts";

/** A comment that stood in the conversation before, by who wrote it. */
export type Earlier = { id: string; name: string; number: number };

/** Somebody who is spoken to: the comment that is answered, and where it is. */
export type Mentioned = { id: string; path: string };

/** Who is meant by the @ at this place in a line, and where her name ends. Null when it is nobody, or not clear who. */
export type MentionAt = (line: string, index: number) => { mentioned: Mentioned; end: number } | null;

const WORDS_MAX = 5;
const SHORT = 3;
// A name's words, with the dots, hyphens and apostrophes inside them.
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.'’-]+[\p{L}\p{N}\p{M}]+)*/uy;

/**
 * Tells who in a conversation is meant by a name after an @. A whole name goes before a first name, and the last who spoke
 * before one who spoke earlier. A first name that two different people have is nobody's.
 */
export function mentionsIn(slug: string, earlier: readonly Earlier[]): MentionAt {
  const byName = new Map<string, Earlier>();
  const byFirst = new Map<string, Earlier | "several">();
  for (const comment of earlier) {
    const name = fold(comment.name);
    const [first = ""] = name.split(" ");
    const known = byFirst.get(first);
    byName.set(name, comment);
    const isSame = known === undefined || (known !== "several" && fold(known.name) === name);
    byFirst.set(first, isSame ? comment : "several");
  }
  return (line, index) => {
    for (const { text, end } of namesAt(line, index + 1)) {
      const name = fold(text);
      const found = byName.get(name) ?? byFirst.get(name);
      if (found === "several") return null;
      if (found !== undefined) return { mentioned: { id: found.id, path: commentPath(slug, found) }, end };
    }
    return null;
  };
}

/** What may be a name from this place on: as many words as it could have, then fewer. */
function namesAt(line: string, start: number): { text: string; end: number }[] {
  const names: { text: string; end: number }[] = [];
  for (let at = start; names.length < WORDS_MAX;) {
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined) break;
    const end = at + word.length;
    names.unshift({ text: line.slice(start, end), end });
    // The dot of "J. de Vries" or "Mw. Bos"; behind a longer word it ends a sentence.
    const dot = line[end] === "." && word.replaceAll(".", "").length <= SHORT ? 1 : 0;
    if (line[end + dot] !== " ") break;
    at = end + dot + 1;
  }
  return names;
}

/** Without marks, capitals, double spaces and a dot behind a word: "José  de V." and "jose de v" are one. */
function fold(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/\.+(?= |$)/gu, "")
    .trim();
}
