import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The pictures of the first content, drawn for it, and the article that each stands above. The `.svg` is its source. */
export const pictures = [
  {
    file: "stones.webp",
    article: "wat-een-netwerkorganisatie-van-je-vraagt",
    alt: "Tekening: een stapel papier naast drie stenen die op elkaar rusten, met een lage zon erachter.",
    caption: "Wat blijft er staan als de stapel weg is?",
  },
  {
    file: "table.webp",
    article: "terugblik-eerste-rondetafel",
    alt: "Tekening: een ronde tafel van boven, met twee vellen papier en koffie; tien stenen zitten eromheen.",
    caption: "Iedereen aan dezelfde tafel, niemand aan het hoofd.",
  },
  {
    file: "path.webp",
    article: "van-takenlijst-naar-rol",
    alt: "Tekening: een half afgevinkte takenlijst, met een pad van vier stenen dat er omhoog vandaan loopt.",
    caption: "Van afvinken naar opstappen.",
  },
];

/** The bytes of one of them. */
export const bytesOf = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "pictures", file)));
