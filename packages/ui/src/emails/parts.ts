import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import { withoutTurns } from "@ontsecretaressen/domain/text";
import { siteName } from "../words/site.ts";

/** What one kind of email needs to be written. */
export type Of<Kind extends EmailContent["kind"]> = Extract<EmailContent, { kind: Kind }>;

type Way = { label: string; href: string };

/** What an email says, once; `email-forms` writes it as HTML and as plain text. A part that is empty or absent is left out. */
export type EmailPlan = {
  subject: string;
  /** What a mail program shows beside the subject. */
  preview: string;
  /** What stands above the title, small. */
  kicker?: string;
  title: string;
  greeting: string;
  opening: string;
  facts: { label: string; value: string }[];
  quote: string | null;
  /** What several people said. */
  said?: { who: string; text: string }[];
  button: Way;
  /** Other things one can do, quieter than the button. */
  others?: Way[];
  closing: string[];
  /** Why its reader gets it, at the foot; usually because her address was filled in. */
  why?: string;
  /** How she gets no more of these, at the foot. */
  stop?: Way;
};

// A word joiner after the dot or colon: invisible, and no mail program makes a link of it.
const JOINER = "\u2060";

/** A stranger's text for somebody else's mail: shown as typed, never a link, and nothing that turns text around. */
export function quiet(text: string): string {
  return withoutTurns(text)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, lineEnds)
    .replaceAll(/(?<=\S)[.:@](?=[\p{L}\p{N}/])/gu, `$&${JOINER}`);
}

// A paragraph stays one, and nobody fills a screen with nothing.
const lineEnds = (found: string): string => "\n\n".slice(0, found.split("\n").length - 1) || " ";

/** The same on one line, for a name, a title or a subject. */
export const quietLine = (text: string): string => quiet(text).replaceAll(/\s+/gu, " ").trim();

/** An organiser's own words on one line, as she wrote them. */
export const ownLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();

/** Why an organiser gets an email. */
export const TO_ORGANISERS = `Deze mail gaat naar de organisatoren van ${siteName}.`;

/** Why she gets an email about a comment of hers, of which she showed that it is. */
export const WROTE_WHY = `Je krijgt deze mail van ${siteName} omdat je een reactie schreef.`;

/** A greeting; who gave no name is greeted all the same. */
export const hello = (name: string): string => (quietLine(name) === "" ? "Dag," : `Dag ${quietLine(name)},`);

/** Who signed somebody else up, as that other knows her. */
export const whoBrings = (by: string | null): string => quietLine(by ?? "") || "Een collega";
