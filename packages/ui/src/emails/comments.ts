import { moderationDays, proofHours } from "@ontsecretaressen/domain/comment-limits";
import type { ModerationAct } from "@ontsecretaressen/domain/email-content";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import { verdictFrom } from "@ontsecretaressen/domain/verdict";
import { type EmailPlan, hello, type Of, quiet, quietLine, TO_ORGANISERS, WROTE_WHY } from "./parts.ts";
import { foundWords, scoreOf } from "../words/comments.ts";
import { commentsWords } from "../words/site.ts";

/** Asks the writer of a comment to press a button: only then do we know that the address is hers. */
export function commentConfirm({ article, comment, confirmUrl }: Of<"comment_confirm">): EmailPlan {
  return {
    subject: quietLine(`Bevestig je reactie bij ${article.title}`),
    title: "Is deze reactie van jou?",
    preview: "Met de knop weten we dat dit adres van jou is",
    greeting: hello(comment.name),
    opening: `Je schreef een reactie bij “${quietLine(article.title)}”. Laat met de knop weten dat dit adres van jou is, dan gaat hij door.`,
    facts: [],
    quote: quiet(comment.body),
    button: { label: "Ja, deze is van mij", href: confirmUrl },
    closing: [
      `De knop werkt ${proofHours} uur.`,
      "Schreef jij dit niet? Doe dan niets. De reactie komt niet op de site.",
    ],
  };
}

const actWords: Record<ModerationAct, string> = {
  approve: "Plaats de reactie",
  answer: "Plaats en antwoord",
  reject: "Wijs af",
  spam: "Dit is reclame",
};

/** Tells the organisers of a comment that waits for them: all of it, why it waits, and a link for each act. */
export function commentWaiting({
  article,
  comment,
  answered,
  isFirst,
  reasons,
  acts,
  adminUrl,
}: Of<"comment_waiting">): EmailPlan {
  const name = quietLine(comment.name);
  const answers = comment.answers === null ? "" : `, in antwoord op ${quietLine(comment.answers)}`;
  const [first, ...others] = acts.map(({ act, url }) => ({ label: actWords[act], href: url }));
  return {
    subject: quietLine(`Nieuwe reactie van ${name}`),
    title: `Nieuwe reactie van ${name}`,
    preview: `Bij “${quietLine(article.title)}”`,
    greeting: "Dag,",
    opening: `${name} schreef bij “${quietLine(article.title)}”${answers}:`,
    facts: answersFact(comment.answers, answered),
    quote: quiet(comment.body),
    button: first ?? { label: "Lees en plaats de reactie", href: adminUrl },
    others,
    closing: [
      whyItWaits(isFirst, reasons),
      `Elke link opent een pagina met één knop en werkt ${moderationDays} dagen. Zodra iemand iets kiest, werken de andere niet meer.`,
    ],
    why: TO_ORGANISERS,
  };
}

const answersFact = (name: string | null, text: string | null): EmailPlan["facts"] =>
  name === null || text === null ? [] : [{ label: `${quietLine(name)} schreef`, value: quietLine(text) }];

function whyItWaits(isFirst: boolean, reasons: readonly Reason[]): string {
  const found = reasons.length === 0 ? "Er viel niets op." : quietLine(`Wat opviel: ${foundWords(reasons)}`);
  if (scoreOf(reasons) >= verdictFrom.doubtful) return found;
  const why = isFirst ? "dit de eerste reactie vanaf dit adres is" : "jullie reacties eerst willen lezen";
  return `${found} Hij wacht omdat ${why}.`;
}

/** Tells the writer of a comment that everybody can read it now. */
export function commentVisible({ name, article, commentUrl, isBack }: Of<"comment_visible">): EmailPlan {
  const title = isBack ? "Je reactie staat weer op de site" : "Je reactie staat op de site";
  const what = `lezen wat je schreef bij “${quietLine(article.title)}”`;
  return {
    subject: title,
    title,
    preview: `Bij “${quietLine(article.title)}”`,
    greeting: hello(name),
    opening: isBack
      ? `We hebben er opnieuw naar gekeken. Iedereen kan weer ${what}. Het spijt ons dat hij even weg was.`
      : `Iedereen kan nu ${what}. Dank je wel voor het meepraten.`,
    facts: [],
    quote: null,
    button: { label: "Bekijk je reactie", href: commentUrl },
    closing: [],
    why: WROTE_WHY,
  };
}

/** Tells somebody who follows a conversation what was said in it. */
export function commentAnswered({
  name,
  article,
  comment,
  commentUrl,
  stopUrl,
}: Of<"comment_answered">): EmailPlan {
  const who = quietLine(comment.name);
  const answers = comment.answers === null ? "" : `, in antwoord op ${quietLine(comment.answers)}`;
  return {
    subject: quietLine(`${who} praat mee over ${article.title}`),
    title: `${who} praat mee`,
    preview: `Een nieuwe reactie bij “${quietLine(article.title)}”`,
    greeting: hello(name),
    opening: `${who} schreef bij “${quietLine(article.title)}”${answers}:`,
    facts: [],
    quote: quiet(comment.body),
    button: { label: "Lees het gesprek", href: commentUrl },
    closing: [],
    why: "Je krijgt deze mail omdat je dit gesprek volgt.",
    stop: { label: "Geen mail meer over dit gesprek", href: stopUrl },
  };
}

/** Tells somebody once a day what was said in the conversations she follows. */
export function commentDigest({ name, comments, more, articles, stopUrl }: Of<"comment_digest">): EmailPlan {
  const count = commentsWords(comments.length + more);
  const [first, ...others] = articles.map(({ title, url }) => ({
    label: articles.length === 1 ? "Lees het gesprek" : `Lees verder bij “${quietLine(title)}”`,
    href: url,
  }));
  return {
    subject: `${count} in gesprekken die je volgt`,
    title: `${count} in gesprekken die je volgt`,
    preview: articles.map(({ title }) => quietLine(title)).join(", "),
    greeting: hello(name),
    opening: "Dit kwam erbij sinds de vorige keer.",
    facts: [],
    quote: null,
    said: comments.map(({ name: who, body, article }) => ({
      who: `${quietLine(who)}, bij “${quietLine(article)}”`,
      text: quiet(body),
    })),
    button: first ?? { label: "Geen mail meer hierover", href: stopUrl },
    others,
    closing: more > 0 ? [`En nog ${more}.`] : [],
    why: "Je krijgt deze mail één keer per dag, als er iets nieuws is in de gesprekken die je volgt.",
    stop: { label: "Geen mail meer over gesprekken", href: stopUrl },
  };
}
