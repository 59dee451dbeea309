import type { ImportInput } from "@ontsecretaressen/domain/admin-drafts";

type Article = Omit<NonNullable<ImportInput["articles"]>[number], "body">;

/** All about the articles but their text, which stands in `articles/{slug}.md`. */
export const articles: Article[] = [
  {
    slug: "terugblik-eerste-rondetafel",
    title: "35 mensen rond de tafel in Nieuwegein",
    standfirst:
      "Op zaterdag 16 april 2011 zaten we voor het eerst bij elkaar. Geen lange rij sprekers, wel veel gesprek. Een terugblik.",
    author: "redactie",
    category: "samen-leren",
    tags: ["rondetafel"],
    publishedAt: "2011-04-21T07:30:00.000Z",
    comments: [
      {
        ref: "terugblik-1",
        name: "Anja",
        postedAt: "2011-04-22T18:12:00.000Z",
        body: "Ik kon er die zaterdag niet bij zijn. Komt er nog een keer een bijeenkomst op een avond door de week?",
      },
      {
        ref: "terugblik-2",
        name: "Redactie",
        postedAt: "2011-04-26T08:05:00.000Z",
        body: "Dag Anja, dat horen we van meer mensen. Een avond nemen we mee als we de volgende keer plannen.",
        answers: "terugblik-1",
      },
    ],
  },
  {
    slug: "waarom-de-secretaresse-30-niet-bestaat",
    title: "Waarom de secretaresse 3.0 niet bestaat",
    standfirst:
      "Hoe ziet de secretaresse 3.0 eruit? Die vraag krijgen we vaak. Het eerlijke antwoord: ze komt er niet. Wat er wel komt, kies je zelf.",
    author: "leontine-de-koning",
    category: "netwerkorganisatie",
    tags: ["rollen", "rondetafel"],
    publishedAt: "2011-07-06T08:00:00.000Z",
    comments: [
      {
        ref: "secretaresse-30-1",
        name: "Sam",
        postedAt: "2011-07-07T09:41:00.000Z",
        body: "Mooi stuk. Bij NederlandWerktOnline.nl denken we dat er wel een rol klaarligt. Noem het community manager: iemand die een groep bij elkaar houdt en weet wie wat kan. Doen veel secretaresses dat niet al jaren, alleen zonder die naam?",
      },
      {
        ref: "secretaresse-30-2",
        name: "Carmen",
        postedAt: "2011-07-11T19:26:00.000Z",
        body: "Ik doe van alles een beetje, en daar ben ik goed in. Betekent dit dat ik straks één ding moet kiezen en daar de expert van moet worden?\n\nIk vind het juist fijn dat een ander de knoop doorhakt en dat ik zorg dat het daarna goed loopt. Is er voor mensen zoals ik ook een plek?",
      },
      {
        ref: "secretaresse-30-3",
        name: "Marijke",
        postedAt: "2011-07-13T11:03:00.000Z",
        body: "@Carmen Bij mij begon het klein. Eén dag in de week draaide ik mee in een project. Ik dacht ook dat ik eerst ergens expert in moest zijn. Dat viel mee: ze vroegen mij omdat ik van alles iets wist.\n\nEn wil je liever naast iemand werken die beslist, dan is dat ook een keuze.",
        answers: "secretaresse-30-2",
      },
    ],
  },
  {
    slug: "wat-is-intervisie",
    title: "Wat is intervisie, en wat heb je eraan",
    standfirst:
      "Een vraag van je werk, een kleine groep en iemand die het gesprek leidt. Meer is het niet. En toch ga je er anders van naar je werk.",
    author: "redactie",
    category: "samen-leren",
    tags: ["intervisie"],
    publishedAt: "2012-01-18T08:00:00.000Z",
    comments: [
      {
        ref: "intervisie-1",
        name: "Hanneke",
        postedAt: "2012-01-19T20:17:00.000Z",
        body: "Ik zag er tegenop om iets van mezelf te vertellen. Het hielp dat ik de eerste keer alleen vragen hoefde te stellen aan een ander.",
      },
    ],
  },
  {
    slug: "wat-een-netwerkorganisatie-van-je-vraagt",
    title: "Wat een netwerkorganisatie van je vraagt",
    standfirst:
      "Geen functie, geen vaste baas, geen lijst met taken. Wat doe je dan op maandagochtend? En wat kun je al?",
    author: "redactie",
    category: "netwerkorganisatie",
    tags: ["rollen", "leidinggeven"],
    publishedAt: "2013-03-12T08:00:00.000Z",
  },
  {
    slug: "van-takenlijst-naar-rol",
    title: "Van takenlijst naar rol: vijf vragen voor je maandag",
    standfirst:
      "Je hoeft geen cursus te volgen om anders naar je werk te kijken. Een kwartier, een vel papier en vijf vragen zijn genoeg voor een begin.",
    author: "redactie",
    category: "jouw-rol",
    tags: ["rollen"],
    publishedAt: "2019-09-02T06:00:00.000Z",
    comments: [
      {
        ref: "vijf-vragen-1",
        name: "Ingrid",
        postedAt: "2019-09-03T10:48:00.000Z",
        body: "Vraag 4 was een verrassing. Ik maakte elke maand een overzicht waar al een jaar niemand in keek. Nu heb ik een middag over.",
      },
      {
        ref: "vijf-vragen-2",
        name: "Joost",
        postedAt: "2019-09-05T14:20:00.000Z",
        body: "@Ingrid En wat doe je nu met die middag?",
        answers: "vijf-vragen-1",
      },
    ],
  },
  {
    slug: "brief-aan-een-leidinggevende",
    title: "Brief aan een leidinggevende",
    standfirst:
      "Iemand op je afdeling wil praten over haar werk. Of over zijn werk. Misschien heeft die persoon je dit stuk gestuurd. Het kost je drie minuten.",
    author: "redactie",
    category: "jouw-rol",
    tags: ["leidinggeven"],
    publishedAt: "2024-03-07T08:00:00.000Z",
  },
  {
    slug: "als-de-agenda-zichzelf-plant",
    title: "Als de agenda zichzelf plant",
    standfirst:
      "De software zoekt nu zelf een datum. Wat doe je met de tijd die vrijkomt, en wie beslist daarover?",
    author: "redactie",
    category: "jouw-rol",
    tags: ["slimme-software", "leidinggeven"],
    publishedAt: "2026-10-06T07:00:00.000Z",
    comments: [
      {
        ref: "agenda-1",
        name: "Petra",
        postedAt: "2026-10-08T12:31:00.000Z",
        body: "Bij ons plant het systeem ook. Ik ben nu degene die zegt dat een overleg niet hoeft. Dat durfde ik vijf jaar geleden niet.",
      },
    ],
  },
];
