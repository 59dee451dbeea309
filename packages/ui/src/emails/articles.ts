import { askHours } from "@ontsecretaressen/domain/subscriber";
import { type EmailPlan, type Of, ownLine } from "./parts.ts";
import { namesWords, siteName } from "../words/site.ts";

/** Asks who wants new articles by email to press a button: only then do we know that the address is hers. */
export function subscriberConfirm({ confirmUrl }: Of<"subscriber_confirm">): EmailPlan {
  return {
    title: "Nieuwe artikelen in je mail?",
    subject: `Wil je nieuwe artikelen van ${siteName} in je mail?`,
    preview: "Met de knop weten we dat dit adres van jou is",
    greeting: "Dag,",
    opening:
      "Met dit adres vroeg iemand om een mail bij nieuwe artikelen. Was jij dat? Druk dan op de knop, dan krijg je ze voortaan.",
    facts: [],
    quote: null,
    button: { label: "Ja, mail me", href: confirmUrl },
    closing: [
      `De knop werkt ${askHours} uur. In elke mail staat hoe je weer stopt.`,
      "Vroeg jij hier niet om? Doe dan niets. Je hoort verder niets van ons.",
    ],
  };
}

/** Tells a subscriber of a new article. */
export function articlePublished({ article, stopUrl }: Of<"article_published">): EmailPlan {
  const { title, standfirst, authors, url } = article;
  return {
    subject: ownLine(title),
    kicker: authors.length === 0 ? "Nieuw op de site" : `Nieuw, van ${namesWords(authors.map(ownLine))}`,
    title: ownLine(title),
    preview: ownLine(standfirst) || `Een nieuw artikel op ${siteName}`,
    greeting: "",
    opening: ownLine(standfirst),
    facts: [],
    quote: null,
    button: { label: "Lees het artikel", href: url },
    closing: [],
    why: `Je krijgt deze mail omdat je ${siteName} vroeg om een mail bij nieuwe artikelen.`,
    stop: { label: "Kies waarover je mail krijgt, of stop ermee", href: stopUrl },
  };
}
