import type { House } from "./house.ts";
import { readJson } from "./read-json.ts";

export const ARTICLE = "/waarom-de-secretaresse-30-niet-bestaat/";

export type PublicPage = { name: string; path: string; post?: Record<string, string> };

/** One page of every kind that somebody can see, also those that answer a mistake. The house holds the first content. */
export async function publicPages(house: House): Promise<PublicPage[]> {
  const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
  const session = items[0]?.slug ?? "";
  const answered = /antwoord=(cmt_\w+)/u.exec(await (await house.fetch(ARTICLE)).text())?.[1] ?? "";
  const typed = { article: ARTICLE.slice(1, -1), name: "Noor", email: "half@", body: "" };
  return [
    { name: "home", path: "/" },
    { name: "article", path: ARTICLE },
    { name: "article with a picture", path: "/van-takenlijst-naar-rol/" },
    { name: "answer", path: `${ARTICLE}?antwoord=${answered}` },
    { name: "comment received", path: `${ARTICLE}?reactie=mail` },
    { name: "page", path: "/privacy/" },
    { name: "articles", path: "/artikelen/" },
    { name: "category", path: "/categorie/jouw-rol/" },
    { name: "tag", path: "/tag/rollen/" },
    { name: "author", path: "/auteur/redactie/" },
    { name: "month", path: "/archief/2011/07/" },
    { name: "search", path: "/zoeken/" },
    { name: "found", path: "/zoeken/?q=tafel" },
    { name: "nothing found", path: "/zoeken/?q=zzzzz" },
    { name: "programme", path: "/programma/" },
    { name: "step", path: "/programma/workshops/" },
    { name: "wished", path: "/programma/workshops/?wens=ontvangen" },
    { name: "wish to mend", path: "/api/wishes", post: { step: "workshops", name: "", email: "half@" } },
    { name: "agenda", path: "/agenda/" },
    { name: "sign-up", path: `/inschrijven/${session}/` },
    { name: "signed up", path: `/inschrijven/${session}/?aanmelding=ontvangen` },
    { name: "not found", path: "/wat-is-intervissie/" },
    { name: "link gone", path: "/bevestig/onbekend" },
    { name: "comment to mend", path: "/api/comments", post: typed },
    {
      name: "sign-up to mend",
      path: "/api/signups",
      post: { session, name: "", email: "half@", note: "Ja" },
    },
    { name: "comments to report", path: `/melden${ARTICLE}` },
    { name: "report", path: `/melden/${answered}` },
    { name: "reported", path: "/melden/?gemeld=waarom-de-secretaresse-30-niet-bestaat" },
    { name: "report to mend", path: "/api/reports", post: { comment: answered, email: "half@" } },
    { name: "new articles by email", path: "/volgen/" },
    { name: "asked for new articles", path: "/volgen/?gevraagd" },
    { name: "new articles to mend", path: "/api/subscribers", post: { email: "half@", key: "k" } },
    { name: "organisers sign in", path: "/beheer/inloggen" },
  ];
}
