import type { findOverview } from "@ontsecretaressen/db/articles/sitemap";
import { siteName } from "@ontsecretaressen/ui/words/site";

const CONTACT = "mailto:redactie@ontsecretaressen.eu";

// What belongs to one person, or is different each time it is asked.
const CLOSED = [
  "/api/",
  "/beheer/",
  "/mijn/",
  "/bevestig/",
  "/afmelden/",
  "/melden/",
  "/modereer/",
  "/zoeken/",
];

/** What robots may read. */
export const writeRobots = (siteUrl: string): string =>
  [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${siteUrl}/sitemap.xml`,
    "",
  ].join("\n");

/** Where to tell about a leak (RFC 9116). It expires on the first of a month, between five and six months from `now`. */
export function writeSecurity(siteUrl: string, now: string): string {
  const today = new Date(now);
  const expires = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 6, 1));
  return [
    `Contact: ${CONTACT}`,
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: nl, en",
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    "",
  ].join("\n");
}

type Overview = Awaited<ReturnType<typeof findOverview>>;

/** The site in a page of Markdown, for language models, as llmstxt.org proposes. */
export function writeLlms({ articles, pages, steps }: Overview, siteUrl: string): string {
  const list = (lines: Overview["articles"]) =>
    lines.map(({ path, title, summary }) => {
      const link = `- [${oneLine(title)}](${siteUrl}${path})`;
      return summary === "" ? link : `${link}: ${oneLine(summary)}`;
    });
  return [
    `# ${siteName}`,
    "",
    "> Magazine en beweging voor mensen in office support die hun vak zien veranderen. In het Nederlands, sinds 2011.",
    "",
    "Onder elk artikel staat een gesprek. De tekst van nieuwe artikelen staat ook in de feeds.",
    "",
    "## Programma",
    "",
    ...list(steps),
    `- [Agenda](${siteUrl}/agenda/): alle data op een rij, ook als [iCalendar](${siteUrl}/agenda.ics)`,
    "",
    "## Artikelen",
    "",
    ...list(articles),
    "",
    "## Over ons",
    "",
    ...list(pages),
    "",
    "## Optional",
    "",
    `- [Feed](${siteUrl}/feed.json): de nieuwste artikelen met hun hele tekst, als JSON Feed`,
    `- [Sitemap](${siteUrl}/sitemap.xml): elk adres`,
    "",
  ].join("\n");
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[[\]\\]/gu, String.raw`\$&`)
    .trim();
