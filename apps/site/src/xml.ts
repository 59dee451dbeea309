/** Text that is XML already. Only `xml` makes it. */
export type Xml = { readonly xml: string };

type Part = Xml | string | number | null | readonly Xml[];

/** A template of XML: whatever is put in is text and made harmless, unless it is XML itself. Null puts in nothing. */
export function xml(strings: TemplateStringsArray, ...parts: Part[]): Xml {
  return { xml: strings.reduce((before, after, index) => before + write(parts[index - 1] ?? null) + after) };
}

function write(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeXml(part);
  if (typeof part === "number") return String(part);
  return "xml" in part ? part.xml : part.map((each) => each.xml).join("");
}

/** A whole document around its root element. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;

// Not characters at all in XML 1.0, not even as references: control characters, lone surrogates, U+FFFE and U+FFFF.
const UNKNOWN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
};

function escapeXml(text: string): string {
  return text.replaceAll(UNKNOWN, "").replaceAll(/[&<>"'\r]/gu, (character) => ENTITIES[character] ?? "");
}
