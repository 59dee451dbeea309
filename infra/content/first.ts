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
        forWhom:
          "Voor iedereen die op kantoor anderen ondersteunt, en voor leidinggevenden die willen meepraten. Je hoeft niets te weten.",
        opens: "De workshops staan daarna voor je open. Je hoeft niet meteen te kiezen.",
        guides: "Léontine de Koning en Renée van Dijk",
        priceCents: 0,
      },
      {
        slug: "workshops",
        position: 2,
        title: "Workshops",
        summary:
          "Een middag aan het werk met je eigen week, in een kleine groep. Je gaat naar huis met een plan.",
        body: textOf("steps", "workshops"),
        forWhom:
          "Voor wie bij een rondetafel was en denkt: hier wil ik iets mee. Wat, dat mag je nog uitzoeken.",
        opens: "Na een workshop kun je in een intervisiegroep.",
        guides: "Edwin de Bree en Léontine de Koning",
        priceCents: 4500,
        payment: "Je krijgt na afloop een rekening, op jouw naam of op die van je werk.",
        requires: "rondetafel",
      },
      {
        slug: "intervisie",
        position: 3,
        title: "Intervisie",
        summary: "Een vaste groep van zes tot acht mensen die elkaar verder helpt, met begeleiding.",
        body: textOf("steps", "intervisie"),
        forWhom:
          "Voor wie een workshop deed en op het werk iets in gang heeft gezet. Dat mag iets kleins zijn.",
        opens:
          "De groep kan na zes keer zelf doorgaan. En misschien vertel jij je verhaal een keer aan de rondetafel.",
        guides: "Pauline Schreuder",
        priceCents: 18_000,
        payment: "Dat is voor zes keer. Je krijgt na de eerste keer een rekening.",
        requires: "workshops",
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
