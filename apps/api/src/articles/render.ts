import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/**
 * Markdown as HTML that is safe to show: raw HTML comes out as text, and links only lead to the web or to mail. Each
 * heading gets an address of its own.
 */
export function renderMarkdown(markdown: string): string {
  return withHeadingIds(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }));
}

// Addresses that the page around the text has itself.
const OF_THE_PAGE = ["inhoud", "reacties", "reageer", "body", "name", "email", "notify"];

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
  return slug === "" ? "kop" : slug;
}
