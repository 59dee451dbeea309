// Letters that the font has: those of every language in Latin script, and what stands between them. Any other would be
// drawn as a crossed box.
const DRAWABLE =
  /[ -~\u00a1-\u00ac\u00ae-\u0148\u014a-\u017f\u0218-\u021b\u1e00-\u1e97\u1e9e\u1ea0-\u1ef9\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac\u2122\u2190-\u2193]/u;

/** A text with only what can be drawn, on one line: signs that stand for letters become those, and others are left out. */
export function drawable(text: string): string {
  const letters = Array.from(text.normalize("NFC").replaceAll(/\s/gu, " "), (letter) =>
    isDrawable(letter) ? letter : Array.from(letter.normalize("NFKD")).filter(isDrawable).join(""),
  );
  return letters.join("").replaceAll(/ +/gu, " ").trim();
}

const isDrawable = (letter: string): boolean => DRAWABLE.test(letter);

/** The same text as it stands in an SVG. */
export function asMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
