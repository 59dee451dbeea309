// One email of each kind, as its reader could get it: the gallery shows them, and the tests hold what each must be.
import { type EmailKind, emailKinds } from "@ontsecretaressen/domain/email";
import { type EmailContent, moderationActs } from "@ontsecretaressen/domain/email-content";
import type { Of } from "../emails/parts.ts";
import { exampleArticle, exampleSession, siteUrl } from "./site.ts";
import { exampleSessionEmails } from "./session-emails.ts";
import { exampleSignupEmails } from "./signup-emails.ts";
import { exampleStepEmails } from "./step-emails.ts";

const name = "Sanne";
const article = { title: exampleArticle.title, url: `${siteUrl}/${exampleArticle.slug}/` };
const commentUrl = `${article.url}#cmt_01k9x3v6d2`;
const stopUrl = `${siteUrl}/afmelden/per_01k9x3v6d2.all.4b1d5e90c7a2f386`;
const adminUrl = `${siteUrl}/beheer/`;

const comment = {
  name: "Carmen",
  body: "Hoe gaat een duizendpoot van alleskunner naar specialist? En wat als je het juist fijn vindt om onder de vleugel van iemand te werken?\n\nIk ben benieuwd hoe anderen dat doen.",
  answers: "Renée",
};

const statement =
  "In de reactie stond het telefoonnummer van een collega. Dat hoort niet op een open pagina.";
const decided = { article, comment, statement };

const examples: { [Kind in EmailKind]: Of<Kind> } = {
  comment_confirm: {
    kind: "comment_confirm",
    article,
    comment,
    confirmUrl: `${siteUrl}/bevestig/2wQz7mHk1cVtY4rB9sXeLg0d`,
  },
  comment_waiting: {
    kind: "comment_waiting",
    article,
    comment,
    answered:
      "De omschakeling is voor iedereen anders. Maar als jij wilt en je werkgever ook, ben je al halverwege.",
    isFirst: false,
    reasons: [{ rule: "links", weight: 1, evidence: "voorbeeld.example" }],
    acts: moderationActs.map((act) => ({ act, url: `${siteUrl}/modereer/${act}8pNf3uJq6aZxW5tC0vKo` })),
    adminUrl,
  },
  comment_visible: { kind: "comment_visible", name, article, commentUrl, isBack: false },
  comment_answered: { kind: "comment_answered", name, article, comment, commentUrl, stopUrl },
  comment_digest: {
    kind: "comment_digest",
    name,
    comments: [
      { name: comment.name, body: comment.body, article: article.title },
      {
        name: "Renée",
        body: "De omschakeling is voor iedereen anders. Maar als jij wilt en je werkgever ook, ben je al halverwege.",
        article: article.title,
      },
      { name: "Bo", body: "Dank je, hier heb ik wat aan.", article: "Van takenlijst naar rol" },
    ],
    more: 2,
    articles: [article, { title: "Van takenlijst naar rol", url: `${siteUrl}/van-takenlijst-naar-rol/` }],
    stopUrl,
  },
  comment_removed: {
    kind: "comment_removed",
    ...decided,
    name,
    rule: "personal",
    isAsked: true,
    articleUrl: article.url,
  },
  report_received: { kind: "report_received", article, comment, reason: "personal", commentUrl },
  report_made: {
    kind: "report_made",
    article,
    comment,
    reason: "personal",
    explanation: "Er staat een telefoonnummer in.",
    adminUrl: `${adminUrl}meldingen/`,
  },
  report_upheld: { kind: "report_upheld", ...decided, rule: "personal", articleUrl: article.url },
  report_dismissed: {
    kind: "report_dismissed",
    ...decided,
    statement: "De schrijver stelt een vraag aan iedereen, en noemt niemand bij naam.",
    rule: "personal",
    commentUrl,
  },
  ...exampleSignupEmails,
  ...exampleSessionEmails,
  ...exampleStepEmails,
  person_link: { kind: "person_link", name, mineUrl: `${siteUrl}/mijn/8pNf3uJq6aZxW5tC0vKoMh2e` },
  person_erased: { kind: "person_erased", homeUrl: `${siteUrl}/` },
  subscriber_confirm: {
    kind: "subscriber_confirm",
    confirmUrl: `${siteUrl}/bevestig/2wQz7mHk1cVtY4rB9sXeLg0d`,
  },
  article_published: {
    kind: "article_published",
    article: {
      ...article,
      standfirst: exampleArticle.standfirst,
      authors: exampleArticle.authors.map((author) => author.name),
    },
    stopUrl: `${siteUrl}/afmelden/per_01k9x3v6d2.new.4b1d5e90c7a2f386`,
  },
  organiser_summary: {
    kind: "organiser_summary",
    held: 2,
    reports: 1,
    stuckEmails: 1,
    missedReminders: [{ session: exampleSession.title, kind: "week_before" }],
    shortMailings: [{ article: article.title, missed: 120 }],
    signups: [{ session: exampleSession.title, count: 3 }],
    nearlyFull: [{ session: exampleSession.title, left: 4 }],
    adminUrl,
  },
};

/** One of each kind, in the order of the kinds. */
export const exampleEmails: EmailContent[] = emailKinds.map((kind) => examples[kind]);
