/** How wide a word is, in letters' own size. */
export type Measure = (word: string) => number;

export type Laid = { size: number; lines: string[] };

// How large the letters may be, and on how many lines: fewer lines and smaller letters read calmer than many large ones.
const SIZES = [
  { size: 104, most: 2 },
  { size: 92, most: 2 },
  { size: 82, most: 3 },
  { size: 72, most: 3 },
  { size: 64, most: 4 },
  { size: 56, most: 4 },
  { size: 48, most: 4 },
] as const;

// From here on a word may be broken: still smaller letters would be read by nobody.
const BREAKS_FROM = 64;
const LINES_MAX = 4;
const SPACE = 0.24;

/** A title in at most four lines, in the largest letters that fit in a width; cut short when none do. */
export function layOut(title: string, width: number, measure: Measure): Laid {
  const words = title.split(/(?<= )|(?<=[-/](?=\S))/u);
  let laid: Laid = { size: 0, lines: [] };
  for (const { size, most } of SIZES) {
    const wide = width / size;
    const fitting = words.flatMap((word) => broken(word, wide, measure));
    if (fitting.length > words.length && size > BREAKS_FROM) continue;
    laid = { size, lines: balanced(fitting, wide, measure) };
    if (laid.lines.length <= most) return laid;
  }
  const lines = laid.lines.slice(0, LINES_MAX);
  const last = lines.pop() ?? "";
  return { size: laid.size, lines: [...lines, `${last.replace(/\W+\S*$/u, "")}…`] };
}

// As few lines as there must be, and those about as long as each other.
function balanced(words: string[], wide: number, measure: Measure): string[] {
  let best = filled(words, wide, measure);
  const widest = Math.max(...words.map((word) => measure(word.trim())));
  for (let narrower = wide * 0.97; narrower >= widest; narrower *= 0.97) {
    const lines = filled(words, narrower, measure);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}

function filled(words: string[], wide: number, measure: Measure): string[] {
  const lines: { text: string; width: number }[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const width = measure(word.trim());
    const gap = line?.text.endsWith(" ") ? SPACE : 0;
    if (line === undefined || line.width + gap + width > wide) lines.push({ text: word, width });
    else {
      line.text += word;
      line.width += gap + width;
    }
  }
  return lines.map(({ text }) => text.trim());
}

// Between syllables as far as one can tell without a dictionary: before a consonant that a vowel follows.
const SYLLABLE = /(?<=[aeiouyà-ÿ]\p{L}{0,3})(?=(?:sch|(?<!s)ch|[^aeiouyjhà-ÿ\P{L}])[aeiouyà-ÿ])/iu;

/** A word in parts that each fit, with hyphens; the word itself when it fits. */
function broken(word: string, wide: number, measure: Measure): string[] {
  if (measure(word.trim()) <= wide) return [word];
  const parts = [""];
  for (const piece of pieces(word)) {
    const part = parts.at(-1) ?? "";
    if (part !== "" && measure(`${part}${piece.trim()}-`) > wide) {
      parts[parts.length - 1] = `${part}-`;
      parts.push(piece);
    } else parts[parts.length - 1] = part + piece;
  }
  return parts;
}

// What has no syllables, such as an address, is broken where it must.
const pieces = (word: string): string[] =>
  word.split(SYLLABLE).flatMap((piece) => piece.match(/.{1,12}/gu) ?? []);
