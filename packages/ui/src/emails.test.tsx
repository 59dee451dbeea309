import { type EmailContent, moderationActs } from "@ontsecretaressen/domain/email-content";
import { emailKinds } from "@ontsecretaressen/domain/email";
import { describe, expect, test } from "vitest";
import { writeEmail } from "./emails.tsx";
import { exampleSession as session, harmful } from "./example.ts";

const url = "https://www.ontsecretaressen.eu/bevestig/abc123";
const article = {
  title: "Waarom de secretaresse 3.0 niet bestaat",
  url: "https://www.ontsecretaressen.eu/a/",
};
const heldUntil = "2027-03-22T10:00:00.000Z";

const reported = { article, comment: { name: "Bo", body: "Tekst", answers: null } };

const contentOf = (name: string): EmailContent[] => [
  { kind: "comment_confirm", article, comment: { name, body: "Tekst", answers: null }, confirmUrl: url },
  {
    kind: "comment_waiting",
    article,
    comment: { name, body: "Tekst", answers: null },
    reasons: [{ rule: "links", evidence: "kwaad.example" }],
    acts: moderationActs.map((act) => ({ act, url })),
    adminUrl: url,
  },
  { kind: "comment_visible", name, article, commentUrl: url },
  {
    kind: "comment_answered",
    name,
    article,
    comment: { name, body: "Tekst", answers: name },
    commentUrl: url,
    stopUrl: url,
  },
  {
    kind: "comment_digest",
    name,
    comments: [{ name, body: name, article: name }],
    more: 3,
    articles: [{ title: name, url }],
    stopUrl: url,
  },
  { kind: "comment_removed", name, ...reported, rule: "personal", statement: name, articleUrl: url },
  { kind: "report_received", ...reported, reason: "other", commentUrl: url },
  { kind: "report_made", ...reported, reason: "unlawful", explanation: name, adminUrl: url },
  { kind: "report_upheld", ...reported, rule: "insulting", statement: name, articleUrl: url },
  { kind: "report_dismissed", ...reported, rule: "other", statement: name, commentUrl: url },
  { kind: "signup_held", name, session, confirmUrl: url, heldUntil },
  { kind: "signup_waiting", name, session, confirmUrl: url, placeInLine: 2 },
  { kind: "signup_again", name, session, state: "held", confirmUrl: url },
  { kind: "signup_confirmed", name, session, mineUrl: url },
  { kind: "signup_on_list", name, session, mineUrl: url, placeInLine: 2 },
  { kind: "person_link", name, mineUrl: url },
];

const JOINER = "\u2060";
const ADDRESS = "Mercure Hotel Nieuwegein, Buizerdlaan 10, Nieuwegein";

test("every kind of email can be written", () => {
  expect(contentOf("Sam").map(({ kind }) => kind)).toEqual([...emailKinds]);
});

describe.for(contentOf("Sam"))("$kind", (content) => {
  const { subject, html, text } = writeEmail(content);

  test("has one line of subject, and its one link in both forms", () => {
    expect(subject).toMatch(/^[^\r\n]{5,120}$/u);
    expect(html).toContain(`href="${url}"`);
    expect(text).toContain(`\n${url}\n`);
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href]) => href);
    expect(new Set(links)).toEqual(new Set([url]));
  });

  test("is small, Dutch, and calm", () => {
    expect(html.length).toBeLessThan(40_000);
    expect(html).toMatch(/^<!doctype html><html lang="nl">/u);
    expect(text).not.toMatch(/!|succesvol/u);
  });
});

test.for(contentOf("Sam").filter((content) => "session" in content))(
  "$kind tells date, place and address in both forms",
  (content) => {
    const { html, text } = writeEmail(content);
    for (const form of [html, text]) {
      expect(form).toContain("woensdag 14 april 2027, 19.00-21.30 uur");
      expect(form).toContain(ADDRESS);
    }
  },
);

test("the link to confirm says until when it works, on the clock of Amsterdam", () => {
  const content = contentOf("Sam").find(({ kind }) => kind === "signup_held");
  expect(content && writeEmail(content).text).toContain("De knop werkt tot maandag 22 maart, 11.00 uur.");
});

describe("a stranger's text", () => {
  test.for(contentOf("Sam\r\nBcc: iedereen@voorbeeld.nl\u2028<b>\u202e"))(
    "in $kind cannot add a header, a tag or a turn of the text",
    (content) => {
      const { subject, html, text } = writeEmail(content);
      expect(subject).not.toMatch(/[\r\n\u2028]/u);
      expect(html).not.toContain("<b>\u202e");
      expect(html + text + subject).not.toMatch(/^Bcc:|\u202e|\r/mu);
    },
  );

  test("is shown as typed, and no mail program can make a link of it", () => {
    const body = `Kijk op https://kwaad.example/a of www.kwaad.example of mail mij@kwaad.example\n${harmful}`;
    const { html, text } = writeEmail({
      kind: "comment_waiting",
      reasons: [],
      acts: [],
      article,
      comment: { name: "kwaad.example", body, answers: null },
      adminUrl: url,
    });
    expect(html).not.toMatch(/<script|<img/u);
    for (const form of [html, text]) expect(form).not.toMatch(/kwaad\.example|https:\/\/kwaad|mij@kwaad/u);
    expect(text.replaceAll(JOINER, "")).toContain("> Kijk op https://kwaad.example/a of www.kwaad.example");
  });
});
