import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import { escapeHtml } from "@ontsecretaressen/domain/text";

/** What one kind of email needs to be written. */
export type Of<Kind extends EmailContent["kind"]> = Extract<EmailContent, { kind: Kind }>;

/** What an email says, once; `email-forms` writes it as HTML and as plain text. */
export type EmailPlan = {
  subject: string;
  preview: string;
  greeting: string;
  opening: string;
  facts: { label: string; value: string }[];
  quote: string | null;
  button: { label: string; href: string };
  /** Other things one can do, quieter than the button. */
  others?: { label: string; href: string }[];
  closing: string[];
};

// A word joiner after the dot or colon: invisible, and no mail program makes a link of it.
const JOINER = "\u2060";

/** A stranger's text for somebody else's mail: shown as typed, never a link, and nothing that turns text around. */
export function quiet(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, (found) => (found.includes("\n") ? "\n" : " "))
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replaceAll(/(?<=\S)[.:@](?=[\p{L}\p{N}/])/gu, `$&${JOINER}`);
}

/** The same on one line, for a name, a title or a subject. */
export const quietLine = (text: string): string => quiet(text).replaceAll(/\s+/gu, " ").trim();

/** Lines as HTML, each line end kept. */
export const linesAsHtml = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");

export const hello = (name: string): string => `Dag ${quietLine(name)},`;
