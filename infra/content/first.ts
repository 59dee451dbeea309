import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportInput } from "@ontsecretaressen/domain/admin-drafts";
import { articles } from "./articles.ts";
import { firstSessions } from "./sessions.ts";

/**
 * What an empty site is filled with, so that it can be read and signed up on at once. `pictureIds` are those of the
 * pictures that were uploaded for it, by the slug of their article.
 */
export function firstContent(today: Date, pictureIds: ReadonlyMap<string, string> = new Map()): ImportInput {
  return {
    authors: [
      {
        slug: "redactie",
        name: "Redactie",
        bio: "De redactie van Ontsecretaressen schrijft over werk op kantoor, en over wat er met dat werk gebeurt.",
      },
      {
        slug: "leontine-de-koning",
        name: "Léontine de Koning",
        bio: "Léontine de Koning begon Ontsecretaressen in 2011, samen met Renée van Dijk.",
      },
    ],
    categories: [
      { slug: "werk-in-beweging", title: "Werk in beweging" },
      { slug: "netwerkorganisatie", title: "Netwerkorganisatie", parent: "werk-in-beweging" },
      { slug: "jouw-rol", title: "Jouw rol", parent: "werk-in-beweging" },
      { slug: "samen-leren", title: "Samen leren" },
    ],
    tags: [
      { slug: "rondetafel", title: "Rondetafel" },
      { slug: "rollen", title: "Rollen" },
      { slug: "leidinggeven", title: "Leidinggeven" },
      { slug: "slimme-software", title: "Slimme software" },
      { slug: "intervisie", title: "Intervisie" },
    ],
    articles: articles.map((article) => ({
      ...article,
      body: textOf("articles", article.slug),
      picture: pictureIds.get(article.slug) ?? null,
    })),
    pages: [
      {
        ...page("over-ons", "Over ons"),
        standfirst: "Ontsecretaressen is er voor mensen die op kantoor werken en hun vak zien veranderen.",
      },
      {
        ...page("privacy", "Privacy"),
        standfirst: "Wat we van je bewaren, wie het ziet, en hoe je het weg laat halen.",
      },
      {
        ...page("veelgestelde-vragen", "Veelgestelde vragen"),
        standfirst: "Over de rondetafel, de workshops en de intervisie, en over deze site.",
      },
      { ...page("contact", "Contact"), standfirst: "Mail ons gerust. We lezen alles zelf." },
    ],
    steps: [
      {
        slug: "rondetafel",
        position: 1,
        title: "Rondetafelbijeenkomst",
        summary: "Een avond om kennis te maken. Je luistert, je praat mee, en je hoeft nog niets te kiezen.",
        body: textOf("steps", "rondetafel"),
      },
      {
        slug: "workshops",
        position: 2,
        title: "Workshops",
        summary:
          "Een middag aan het werk met je eigen week, in een kleine groep. Je gaat naar huis met een plan.",
        body: textOf("steps", "workshops"),
      },
      {
        slug: "intervisie",
        position: 3,
        title: "Intervisie",
        summary: "Een vaste groep van zes tot acht mensen die elkaar verder helpt, met begeleiding.",
        body: textOf("steps", "intervisie"),
      },
    ],
    sessions: firstSessions(today),
  };
}

function page(slug: string, title: string) {
  return {
    slug,
    title,
    body: textOf("pages", slug),
    isOpenForComments: false,
    publishedAt: "2026-11-02T08:00:00.000Z",
  };
}

function textOf(folder: "articles" | "pages" | "steps", slug: string): string {
  return readFileSync(join(import.meta.dirname, folder, `${slug}.md`), "utf8");
}
