import { type EmailPlan, hello, type Of, quiet, quietLine, TO_ORGANISERS, WROTE_WHY } from "./parts.ts";
import { houseRule, reasonWords } from "../words/reports.ts";

const BY_A_PERSON = "Een organisator las de reactie en besloot dit zelf. Er komt geen computer aan te pas.";
const COURT = "Komen we er samen niet uit, dan kun je naar de rechter.";

/** Tells who reported a comment that it arrived. Nothing of what she typed: the address may be anybody's. */
export function reportReceived({ article, comment, reason, commentUrl }: Of<"report_received">): EmailPlan {
  return {
    subject: "Je melding is binnen",
    title: "Je melding is binnen",
    preview: "Een organisator leest de reactie en beslist",
    greeting: "Dag,",
    opening: `Dank je wel. Vanaf dit adres is een reactie gemeld bij “${quietLine(article.title)}”. Een organisator leest hem en beslist. Daarna mailen we je wat we doen, en waarom.`,
    facts: [{ label: "Wat er mis is", value: reasonWords(reason) }],
    quote: quiet(comment.body),
    button: { label: "Bekijk de reactie", href: commentUrl },
    closing: ["Heb jij niets gemeld? Dan vulde iemand anders dit adres in. Je hoeft niets te doen."],
  };
}

/** Tells the organisers of a report: all of it, and where they decide. */
export function reportMade({
  article,
  comment,
  reason,
  explanation,
  adminUrl,
}: Of<"report_made">): EmailPlan {
  const name = quietLine(comment.name);
  return {
    subject: quietLine(`Melding over de reactie van ${name}`),
    title: `Melding over de reactie van ${name}`,
    preview: `${reasonWords(reason)}, bij “${quietLine(article.title)}”`,
    greeting: "Dag,",
    opening: `Iemand meldde de reactie van ${name} bij “${quietLine(article.title)}”.`,
    facts: [
      { label: "Wat er mis is", value: reasonWords(reason) },
      ...(explanation === "" ? [] : [{ label: "Uitleg van de melder", value: quietLine(explanation) }]),
    ],
    quote: quiet(comment.body),
    button: { label: "Lees en beslis", href: adminUrl },
    closing: ["De reactie staat nog op de site. Wat je besluit en waarom, mailen wij aan wie het aangaat."],
    why: TO_ORGANISERS,
  };
}

/** The statement of reasons to the writer of a comment that was taken off: what, by which rule, by whom, and what she can do. */
export function commentRemoved({
  name,
  article,
  comment,
  rule,
  statement,
  isAsked,
  articleUrl,
}: Of<"comment_removed">): EmailPlan {
  const title = quietLine(article.title);
  return {
    subject: "Je reactie staat niet meer op de site",
    title: "Je reactie staat niet meer op de site",
    preview: "We leggen uit waarom, en wat je kunt doen",
    greeting: hello(name),
    opening: isAsked
      ? `Iemand meldde je reactie bij “${title}”. We hebben hem gelezen en van de site gehaald.`
      : `We hebben je reactie bij “${title}” gelezen en van de site gehaald. Niemand heeft hem gemeld.`,
    facts: grounds(rule, statement),
    quote: quiet(comment.body),
    button: { label: "Naar het gesprek", href: articleUrl },
    closing: [
      BY_A_PERSON,
      "Zie je het anders? Antwoord dan op deze mail, binnen zes maanden. We kijken er opnieuw naar en je hoort van ons.",
      COURT,
      "Je bent welkom om mee te blijven praten.",
    ],
    why: WROTE_WHY,
  };
}

/** Tells who reported a comment that it was taken off, and why. */
export function reportUpheld({
  article,
  comment,
  rule,
  statement,
  articleUrl,
}: Of<"report_upheld">): EmailPlan {
  return {
    subject: "De reactie die je meldde staat niet meer op de site",
    title: "De reactie die je meldde staat niet meer op de site",
    preview: `Bij “${quietLine(article.title)}”`,
    greeting: "Dag,",
    opening: `Je meldde een reactie bij “${quietLine(article.title)}”. We hebben hem van de site gehaald. Dank je wel voor het opletten.`,
    facts: grounds(rule, statement),
    quote: quiet(comment.body),
    button: { label: "Naar het gesprek", href: articleUrl },
    closing: [BY_A_PERSON, "Heb je nog een vraag? Antwoord dan op deze mail."],
  };
}

/** Tells who reported a comment that it stays, and why. */
export function reportDismissed({
  article,
  comment,
  statement,
  commentUrl,
}: Of<"report_dismissed">): EmailPlan {
  return {
    subject: "De reactie die je meldde blijft staan",
    title: "De reactie die je meldde blijft staan",
    preview: `Bij “${quietLine(article.title)}”`,
    greeting: "Dag,",
    opening: `Je meldde een reactie bij “${quietLine(article.title)}”. We hebben hem gelezen en laten hem staan. We leggen uit waarom.`,
    facts: [{ label: "Waarom", value: quietLine(statement) }],
    quote: quiet(comment.body),
    button: { label: "Bekijk de reactie", href: commentUrl },
    closing: [
      BY_A_PERSON,
      "Zie je het anders? Antwoord dan op deze mail, binnen zes maanden. We kijken er opnieuw naar.",
      COURT,
    ],
  };
}

const grounds = (rule: Of<"report_upheld">["rule"], statement: string): EmailPlan["facts"] => [
  { label: "Onze huisregel", value: houseRule(rule) },
  { label: "Waarom", value: quietLine(statement) },
];
