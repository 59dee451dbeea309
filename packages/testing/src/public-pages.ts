import type { House } from "./house.ts";
import { privatePages, type ShownPage } from "./private-pages.ts";
import { readJson } from "./read-json.ts";

export const ARTICLE = "/waarom-de-secretaresse-30-niet-bestaat/";

const LONG = "lang-gesprek";

/** One page of every kind that somebody can see, also those that answer a mistake. The house holds the first content. */
export async function publicPages(house: House): Promise<ShownPage[]> {
  const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
  const session = items[0]?.slug ?? "";
  const answered = /antwoord=(cmt_\w+)/u.exec(await (await house.fetch(ARTICLE)).text())?.[1] ?? "";
  await fillPages(house);
  const typed = { article: ARTICLE.slice(1, -1), name: "Noor", email: "half@", body: "" };
  return [
    { name: "home", path: "/" },
    { name: "article", path: ARTICLE },
    { name: "article with a picture", path: "/van-takenlijst-naar-rol/" },
    { name: "answer", path: `${ARTICLE}?antwoord=${answered}` },
    { name: "comment received", path: `${ARTICLE}?reactie=mail` },
    { name: "first page of a conversation", path: `/${LONG}/` },
    { name: "later page of a conversation", path: `/${LONG}/reacties/2/` },
    { name: "conversation from the newest on", path: `/${LONG}/reacties/nieuwste/` },
    { name: "page", path: "/privacy/" },
    { name: "articles", path: "/artikelen/" },
    { name: "later articles", path: "/artikelen/pagina/2/" },
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
      name: "change of nobody known",
      path: "/mijn/reacties/cmt_1/",
      post: { body: "Anders.", version: "1" },
    },
    {
      name: "sign-up to mend",
      path: "/api/signups",
      post: { session, name: "", email: "half@", note: "Ja" },
    },
    { name: "comments to report", path: `/melden${ARTICLE}` },
    { name: "later comments to report", path: `/melden/${LONG}/?pagina=2` },
    { name: "report", path: `/melden/${answered}` },
    { name: "reported", path: "/melden/?gemeld=waarom-de-secretaresse-30-niet-bestaat" },
    { name: "report to mend", path: "/api/reports", post: { comment: answered, email: "half@" } },
    { name: "new articles by email", path: "/volgen/" },
    { name: "asked for new articles", path: "/volgen/?gevraagd" },
    { name: "new articles to mend", path: "/api/subscribers", post: { email: "half@", key: "k" } },
    { name: "organisers sign in", path: "/beheer/inloggen" },
    ...(await privatePages(house, ARTICLE.slice(1, -1))),
  ];
}

/** As many articles as fill more than a page, one of them with a thread that does. */
async function fillPages(house: House): Promise<void> {
  const publishedAt = "2012-01-01T00:00:00.000Z";
  const comments = Array.from({ length: 60 }, (_, turn) => ({
    ref: String(turn),
    name: `Naam ${turn}`,
    body: "Dat herken ik.",
    postedAt: publishedAt,
    answers: turn === 0 ? null : String(turn - 1),
  }));
  const articles = Array.from({ length: 20 }, (_, turn) => ({
    slug: turn === 0 ? LONG : `meer-${turn}`,
    title: `Meer om te lezen ${turn}`,
    body: "Zin.",
    publishedAt,
    comments: turn === 0 ? comments : [],
  }));
  const answer = await house.admin("import", { json: { articles } });
  if (!answer.ok) throw new Error(await answer.text());
}
