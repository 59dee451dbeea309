import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import { emailKinds } from "@ontsecretaressen/domain/email";
import { describe, expect, test } from "vitest";
import { writeEmail } from "./write.tsx";
import { exampleEmails } from "../examples/emails.ts";
import { harmful, siteUrl } from "../examples/site.ts";

const TYPED = new Set(["name", "body", "answers", "explanation", "statement", "evidence"]);

/** The examples with this text wherever somebody could have typed one. */
const emailsWith = (text: string): EmailContent[] =>
  exampleEmails.map((content) => {
    const typed: EmailContent = JSON.parse(JSON.stringify(content), (key, value) =>
      TYPED.has(key) && typeof value === "string" ? text : value,
    );
    return typed;
  });

const JOINER = "\u2060";
const ADDRESS = "Mercure Hotel Nieuwegein, Buizerdlaan 10, Nieuwegein";

test("every kind of email has an example", () => {
  expect(exampleEmails.map(({ kind }) => kind)).toEqual([...emailKinds]);
});

describe.for(exampleEmails)("$kind", (content) => {
  const { subject, html, text } = writeEmail(content);
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href = ""]) => href);

  test("reads in plain text as it is kept here", async () => {
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`texts/${content.kind}.txt`);
  });

  test("has one line of subject, and no links but those that it was given, in both forms", () => {
    expect(subject).toMatch(/^[^\r\n]{5,120}$/u);
    const given = [...JSON.stringify(content).matchAll(/"\w*[uU]rl":"([^"]*)"/gu)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(given).toContain(link);
      expect(text).toContain(`\n${link}\n`);
    }
  });

  test("has one title, one button, and the plain address of its link right after it", () => {
    expect(html.match(/<h1[ >]/gu)).toHaveLength(1);
    const buttons = [...html.matchAll(/<a class="on" href="([^"]*)"[^>]*>([^<]+)<\/a>/gu)];
    expect(buttons).toHaveLength(1);
    const [, href = "", label = ""] = buttons[0] ?? [];
    expect(label.length).toBeGreaterThan(5);
    const plain = /Dit is het adres:<br\/><a [^>]*>([^<]*)<\/a>/u.exec(html.replaceAll("<wbr/>", ""))?.[1];
    expect(plain).toBe(href);
    expect(text.replaceAll(JOINER, "")).toContain(`:\n${href}\n`);
  });

  test("says beside its subject what it is about, before anything else", () => {
    const [, preview = ""] = /<body[^>]*><div style="display:none[^>]*>([^<\u200c]*)/u.exec(html) ?? [];
    expect(preview.length).toBeGreaterThan(15);
    expect(preview).not.toBe(subject);
  });

  test("is small, Dutch, calm, and has a light and a dark dress", () => {
    expect(html.length).toBeLessThan(40_000);
    expect(text.length).toBeLessThan(40_000);
    expect(html).toMatch(/^<!doctype html><html lang="nl">/u);
    expect(text).not.toMatch(/!|succesvol/u);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("@media(prefers-color-scheme:dark)");
  });

  test("loads nothing, counts nobody, and reads without pictures", () => {
    expect(html).not.toMatch(
      /<(?:img|picture|svg|script|link|iframe|object|form|input)\b|@import|@font-face|url\(/iu,
    );
    expect(html).not.toMatch(/\son\w+=|\ssrc=|background=/iu);
    for (const link of links) {
      expect(link.startsWith(`${siteUrl}/`)).toBe(true);
      expect(link).not.toContain("?");
    }
  });
});

test.for(exampleEmails.filter((content) => "session" in content))(
  "$kind tells date, place and address in both forms",
  (content) => {
    const { html, text } = writeEmail(content);
    for (const form of [html.replaceAll(/<[^>]*>/gu, ""), text]) {
      expect(form).toContain("woensdag 14 april 2027, 19.00-21.30 uur");
      expect(form).toContain(ADDRESS);
    }
  },
);

test.for([
  "signup_held",
  "signup_invited",
  "signup_waiting",
  "signup_again",
  "signup_reminder",
  "step_not_yet",
] as const)("%s doesn't promise who never signed up that nothing more comes", (name) => {
  const content = exampleEmails.find(({ kind }) => kind === name);
  const text = content && writeEmail(content).text;
  expect(text).toContain("Dan hoef je niets te doen");
  expect(text).not.toMatch(/(?:hoort|krijgt)[^.]*(?:niets|geen mail) meer|verder niets/u);
});

test("the link to confirm says until when it works, on the clock of Amsterdam", () => {
  const content = exampleEmails.find(({ kind }) => kind === "signup_held");
  expect(content && writeEmail(content).text).toContain("De knop werkt tot maandag 22 maart, 11.00 uur.");
});

describe("a stranger's text", () => {
  test.for(emailsWith("Sam\r\nBcc: iedereen@voorbeeld.nl\u2028<b>\u202e"))(
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
      answered: body,
      isFirst: true,
      reasons: [],
      acts: [],
      article: { title: "Waarom", url: siteUrl },
      comment: { name: "kwaad.example", body, answers: "ook.kwaad.example" },
      adminUrl: siteUrl,
    });
    expect(html).not.toMatch(/<script|<img/u);
    for (const form of [html, text]) expect(form).not.toMatch(/kwaad\.example|https:\/\/kwaad|mij@kwaad/u);
    expect(text.replaceAll(JOINER, "")).toContain("> Kijk op https://kwaad.example/a of www.kwaad.example");
  });
});

describe("the email about a comment that waits", () => {
  const example = exampleEmails.find(({ kind }) => kind === "comment_waiting");
  const written = (change: object) =>
    example === undefined ? "" : writeEmail({ ...example, ...change }).text.replaceAll(JOINER, "");

  test("tells what it answers, what stood out, and how much each of it weighs", () => {
    const text = written({
      comment: { name: "Sam", body: "Ja.", answers: "Carmen" },
      answered: "Wie heeft er ervaring mee?\nKijk op https://carmen.nl",
      reasons: [
        { rule: "links", weight: 1, evidence: "een.nl" },
        { rule: "speed", weight: 3, evidence: "1 s" },
      ],
    });
    expect(text).toContain("Carmen schreef: Wie heeft er ervaring mee? Kijk op https://carmen.nl");
    expect(text).toContain(
      "Wat opviel: links in de tekst: een.nl (weegt 1); heel snel ingevuld: 1 s (weegt 3). Samen 4.",
    );
  });

  test.for([
    [true, "Hij wacht omdat dit de eerste reactie vanaf dit adres is."],
    [false, "Hij wacht omdat jullie reacties eerst willen lezen."],
  ] as const)("says why it waits when too little stood out (a first one: %s)", ([isFirst, why]) => {
    const small = { rule: "links", weight: 1, evidence: "een.nl" };
    expect(written({ isFirst, reasons: [] })).toContain(`Er viel niets op. ${why}`);
    expect(written({ isFirst, reasons: [small] })).toContain(why);
    expect(written({ isFirst, reasons: [small, small] })).not.toContain(why);
  });
});
