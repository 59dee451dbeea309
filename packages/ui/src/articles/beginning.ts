import { textOfHtml } from "@ontsecretaressen/domain/text";

/** How a comment begins, as plain text of about so many letters. */
export function beginningOf(html: string, length: number): string {
  const text = textOfHtml(html).replaceAll(/\s+/gu, " ").trim();
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, "")}…`;
}
