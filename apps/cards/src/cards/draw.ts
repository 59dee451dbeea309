import letters from "@expo-google-fonts/gelasio/600SemiBold/Gelasio_600SemiBold.ttf";
import { type Card, cardSize } from "@ontsecretaressen/domain/card";
import { MARK } from "@ontsecretaressen/ui/page/stones";
import { siteName } from "@ontsecretaressen/ui/words/site";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import resvg from "@resvg/resvg-wasm/index_bg.wasm";
import { layOut } from "./lay-out.ts";
import { asMarkup, drawable } from "./letters.ts";

const MARGIN = 84;
const LEADING = 1.14;
// The kicker and the title stand in the middle of what the mark below leaves free.
const MIDDLE = 276;
const KICKER = 34;
const KICKER_ROOM = 62;

// Words are measured as large as this.
const UNIT = 100;

const STONES = `<g fill="#0b4b57"><path d="${MARK[0]}"/><path d="${MARK[1]}" opacity=".7"/></g><path fill="#edb041" d="${MARK[2]}"/>`;

const ready = initWasm(resvg);

const options = {
  font: { fontBuffers: [new Uint8Array(letters)], defaultFontFamily: "Gelasio", loadSystemFonts: false },
};

/** Draws a card as a PNG. Whatever the words are, they are drawn as text; the same words always give the same bytes. */
export async function drawCard({ title, kicker }: Card): Promise<Uint8Array> {
  await ready;
  const above = cut(drawable(kicker));
  const { size, lines } = layOut(drawable(title) || siteName, cardSize.width - 2 * MARGIN, measured());
  const room = above === "" ? 0 : KICKER_ROOM;
  const top = MIDDLE - (room + lines.length * size * LEADING) / 2;
  const words = lines.map((line, index) =>
    text(line, MARGIN, top + room + size * (0.86 + index * LEADING), size),
  );
  const image = new Resvg(
    svg(`<rect width="100%" height="100%" fill="#faf6ee"/>
<g fill="#0b4b57">${text(above, MARGIN, top + KICKER, KICKER)}</g>
<g fill="#221b16">${words.join("")}${text(siteName, MARGIN + 112, 566, 40)}</g>
<g transform="translate(${MARGIN} 506) scale(2)">${STONES}</g>`),
    options,
  );
  try {
    return image.render().asPng();
  } finally {
    image.free();
  }
}

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">${inside}</svg>`;

const text = (words: string, x: number, y: number, size: number): string =>
  `<text x="${x}" y="${y.toFixed(1)}" font-family="Gelasio" font-weight="600" font-size="${size}">${asMarkup(words)}</text>`;

const cut = (words: string): string => (words.length > 52 ? `${words.slice(0, 52).trim()}…` : words);

/** Words are measured by whoever draws them, each once. */
function measured(): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const width = known.get(word) ?? inkOf(`|${word}|`) - inkOf("||");
    known.set(word, width);
    return width;
  };
}

// From the first ink to the last: bars around a word make the room beside its outer letters count.
function inkOf(words: string): number {
  const image = new Resvg(svg(text(words, 0, UNIT, UNIT)), options);
  try {
    return (image.getBBox()?.width ?? 0) / UNIT;
  } finally {
    image.free();
  }
}
