import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { typedHtml, withoutMarks, withTypedTags } from "./allow-html.ts";

/**
 * Markdown as HTML that is safe to show: of typed HTML only the tags of plain text come through, and links only lead to
 * the web, to mail or within the site. Each heading gets an address of its own. Pictures are still plain (see figures.ts).
 */
export function renderMarkdown(markdown: string): string {
  const html = micromark(withPicturePaths(withoutMarks(markdown)), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(FOOTNOTES), typedHtml],
  });
  return withHeadingIds(tidied(withTypedTags(html)));
}

// No heading can be called so: a heading's own address never begins with it.
const NOTE = "noot-";

const FOOTNOTES = {
  label: "Voetnoten",
  labelAttributes: "",
  clobberPrefix: NOTE,
  backLabel: (index: number, again: number) =>
    `Terug naar voetnoot ${index + 1}${again > 1 ? `, keer ${again}` : ""}`,
};

// `media:` is our own way to name a picture, and no protocol that links may have.
function withPicturePaths(markdown: string): string {
  return markdown.replaceAll(/(\]\(\s*<?|\]:\s*<?)media:(?=med_)/gu, "$1/media/");
}

// What the Markdown library writes of its own, said as this site says it.
function tidied(html: string): string {
  return (
    html
      .replaceAll(' id="footnote-label"', ' id="voetnoten"')
      .replaceAll(' aria-describedby="footnote-label"', ' aria-describedby="voetnoten"')
      .replaceAll(' data-footnotes=""', "")
      .replaceAll(/ data-footnote-(?:ref|backref)=""/gu, "")
      .replaceAll(' class="data-footnote-backref"', "")
      // What may lead nowhere is no link.
      .replaceAll(/<a href=""(?: title="[^"]*")?>(.*?)<\/a>/gsu, "$1")
      .replaceAll(/<(t[hd]) align="(left|right|center)">/gu, '<$1 class="$2">')
      .replaceAll(
        'type="checkbox" disabled="" checked=""',
        'type="checkbox" disabled checked aria-label="gedaan"',
      )
      .replaceAll('type="checkbox" disabled=""', 'type="checkbox" disabled aria-label="nog te doen"')
  );
}

// Addresses that the page around the text has itself.
const OF_THE_PAGE = ["inhoud", "deel", "reacties", "reageer", "body", "name", "email", "notify", "voetnoten"];

function withHeadingIds(html: string): string {
  const taken = new Set(OF_THE_PAGE);
  return html.replaceAll(/<h([1-6])>(.*?)<\/h\1>/gsu, (_, level: string, inner: string) => {
    const slug = slugOf(inner);
    let id = slug;
    for (let turn = 2; taken.has(id); turn += 1) id = `${slug}-${turn}`;
    taken.add(id);
    return `<h${level} id="${id}">${inner}</h${level}>`;
  });
}

function slugOf(html: string): string {
  const slug = html
    .replaceAll(/<[^>]*>|&#?\w+;|['’]/gu, "")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 60)
    .replaceAll(/^-|-$/gu, "");
  return slug === "" ? "kop" : slug.replace(new RegExp(`^${NOTE}`, "u"), "kop-noot-");
}
