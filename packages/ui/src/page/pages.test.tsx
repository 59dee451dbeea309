import type { Question } from "@ontsecretaressen/domain/question";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import { describe, expect, test } from "vitest";
import { faultSentences } from "../words/faults.ts";
import { ArchivePage } from "../articles/archive.tsx";
import { AgendaPage } from "../programme/agenda.tsx";
import { ConfirmPage } from "../signups/confirm.tsx";
import { AlreadyConfirmedPage, CorrectAddressPage } from "../signups/correct-address.tsx";
import { renderDocument } from "./document.tsx";
import { ownSignup as signup, personPages } from "../examples/mine.tsx";
import { organiserPages } from "../examples/organisers.tsx";
import { exampleArticle, exampleSession, exampleStep, harmful, now, siteUrl } from "../examples/site.ts";
import { paperPages } from "../examples/paper.tsx";
import { HomePage } from "../articles/home.tsx";
import { MessagePage } from "./message.tsx";
import { NotFoundPage } from "./not-found.tsx";
import { ProgrammePage } from "../programme/programme.tsx";
import { articleScript } from "./scripts.ts";
import { SearchPage } from "../articles/search.tsx";
import { SignupPage } from "../signups/signup.tsx";
import { SignupRetryPage } from "../signups/retry.tsx";
import { StepPage } from "../programme/step.tsx";
import * as sheets from "../styles/sheets.ts";
import { ConfirmWishPage, WishRetryPage } from "../programme/wish.tsx";

const session: SessionView = { ...exampleSession, title: harmful, summary: harmful, guides: harmful };
const step = {
  ...exampleStep,
  title: harmful,
  summary: harmful,
  forWhom: harmful,
  opens: harmful,
  guides: harmful,
  payment: harmful,
  requires: { slug: "rondetafel", title: harmful },
};
const questions: Question[] = [
  { id: "que_1", kind: "text", label: harmful, choices: [], isRequired: true },
  { id: "que_2", kind: "choice", label: harmful, choices: [harmful, "b"], isRequired: false },
  { id: "que_3", kind: "diet", label: harmful, choices: [], isRequired: false },
];
const summary = {
  ...exampleArticle,
  title: harmful,
  standfirst: harmful,
  authors: [harmful, harmful, harmful],
  commentCount: 2,
};
const latest = {
  id: "cmt_1",
  number: 1,
  name: harmful,
  html: renderComment(harmful),
  postedAt: now,
  article: summary,
};
const found = {
  articles: [
    {
      ...exampleArticle,
      title: harmful,
      excerpt: `${harmful} \uE000${harmful}\uE001 \uE000`,
      authors: [harmful],
    },
  ],
  comments: [{ id: "cmt_1", number: 1, name: harmful, excerpt: harmful, postedAt: now, article: summary }],
  hasMore: false,
};

const pages = {
  ...organiserPages,
  ...personPages,
  ...paperPages,
  home: (
    <HomePage
      articles={[summary]}
      categories={[{ slug: "a", title: harmful }]}
      comments={[latest]}
      steps={[step]}
      sessions={[session]}
      siteUrl={siteUrl}
      now={now}
    />
  ),
  archive: (
    <ArchivePage
      archive={{ kind: "author", author: { slug: "a", name: harmful, bio: harmful } }}
      articles={[summary]}
      count={41}
      page={2}
      siteUrl={siteUrl}
    />
  ),
  programme: <ProgrammePage steps={[step]} sessions={[session]} siteUrl={siteUrl} now={now} />,
  step: <StepPage step={step} sessions={[session]} notice={null} formKey="k" siteUrl={siteUrl} now={now} />,
  wished: (
    <StepPage step={step} sessions={[]} notice="wish_received" formKey="k" siteUrl={siteUrl} now={now} />
  ),
  signup: (
    <SignupPage
      session={session}
      questions={questions}
      notice={null}
      formKey="k"
      siteUrl={siteUrl}
      now={now}
    />
  ),
  received: (
    <SignupPage
      session={session}
      questions={questions}
      notice="signup_received"
      formKey="k"
      siteUrl={siteUrl}
      now={now}
    />
  ),
  retry: (
    <SignupRetryPage
      session={{ slug: "a", title: harmful }}
      questions={questions}
      values={{ name: harmful, email: harmful, organisation: harmful, role: harmful, together: harmful }}
      faults={faultSentences({ consent: "not_agreed", key: "missing" })}
      problem={null}
      siteUrl={siteUrl}
    />
  ),
  confirm: (
    <ConfirmPage
      token="t"
      signup={signup}
      colleagues={[{ id: "sgn_1", email: harmful, isConfirmed: false }]}
      news="saved"
      bring={{ values: {}, faults: {}, problem: null, formKey: "k", isAsked: true }}
      {...{ name: harmful, organisation: harmful, role: harmful, note: harmful, questions, answers: [] }}
      {...{ values: {}, faults: {}, siteUrl, now }}
    />
  ),
  correct: (
    <CorrectAddressPage
      email={harmful}
      session="a"
      isSent
      mail={{ state: "bounced", isJustSent: false }}
      values={{ email: harmful }}
      faults={faultSentences({ email: "same_address" })}
      problem="too_often"
      siteUrl={siteUrl}
    />
  ),
  alreadyConfirmed: <AlreadyConfirmedPage email={harmful} siteUrl={siteUrl} />,
  wish: (
    <ConfirmWishPage
      claim="c"
      name={harmful}
      step={{ slug: "a", title: harmful }}
      isProved={false}
      siteUrl={siteUrl}
    />
  ),
  wishProved: (
    <ConfirmWishPage claim="c" name="" step={{ slug: "a", title: harmful }} isProved siteUrl={siteUrl} />
  ),
  wishRetry: (
    <WishRetryPage
      values={{ step: "a", name: harmful, email: harmful }}
      faults={faultSentences({ email: "not_an_address", step: "missing" })}
      problem={null}
      siteUrl={siteUrl}
    />
  ),
  notFound: (
    <NotFoundPage near={[{ slug: "a", title: harmful }]} isGone={false} siteUrl={siteUrl} path="/een-twee/" />
  ),
  gone: <NotFoundPage near={[]} isGone siteUrl={siteUrl} path="/een-twee/" />,
  agenda: <AgendaPage sessions={[session]} siteUrl={siteUrl} now={now} />,
  search: <SearchPage query={{ text: harmful, terms: ["x"] }} results={found} siteUrl={siteUrl} />,
  message: <MessagePage title={harmful} text={harmful} siteUrl={siteUrl} path="/x" />,
};

/** A page without what it tells machines, as far as nothing in there could end it. */
const withoutData = (html: string) =>
  html
    .replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/gu, "")
    .replace(`<script>${articleScript}</script>`, "");

// Some are the beginning of others.
const longestFirst = Object.values(sheets).toSorted((one, other) => other.length - one.length);

describe.for(Object.entries(pages).map(([name, page]) => ({ name, html: renderDocument(page) })))(
  "the $name page",
  ({ html }) => {
    test("is one Dutch document with one heading, a main part and a way past the menu", () => {
      expect(html).toMatch(/^<!doctype html><html lang="nl"><head><meta charset="utf-8"/u);
      expect(html.match(/<h1/gu)).toHaveLength(1);
      expect(html.match(/<main id="inhoud"/gu)).toHaveLength(1);
      expect(html).toMatch(/<body><a class="skip" href="#inhoud">/u);
    });

    test("shows text as text, and needs no script, no style attribute and no other file", () => {
      expect(withoutData(html)).not.toMatch(/<script|<img|onerror='| style=|<link rel="stylesheet"/u);
      expect(html).not.toMatch(/undefined|\[object/u);
    });

    test("holds exactly one stylesheet, letter for letter of what the site knows", () => {
      const styles = [...html.matchAll(/<style>([\s\S]+?)<\/style>/gu)].map(([, css = ""]) => css);
      expect(styles).toHaveLength(1);
      expect(styles.map((css) => longestFirst.reduce((rest, sheet) => rest.replace(sheet, ""), css))).toEqual(
        [""],
      );
    });

    test("has rules for whatever it shows that looks like nothing without them", () => {
      const css = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? "";
      const needed = [
        ['type="radio"', "label input{"],
        ['type="checkbox"', "label input{"],
        ["<fieldset", "fieldset{"],
      ] as const;
      expect(needed.filter(([shape, rule]) => html.includes(shape) && !css.includes(rule))).toEqual([]);
    });

    test("gives every field a label, and every description its text", () => {
      const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const pointers = [...html.matchAll(/ (?:for|aria-describedby)="([^"]+)"/gu)];
      for (const pointer of pointers.flatMap(([, list = ""]) => list.split(" "))) {
        expect(ids).toContain(pointer);
      }
    });
  },
);

describe("the step plan", () => {
  const full = { ...session, slug: "vol", seats: { ...session.seats, taken: session.seats.capacity } };
  const first = { ...session, slug: "eerste", step: { ...session.step, position: 1 } };
  const later = { ...session, slug: "later", step: { ...session.step, position: 2 } };
  const buttonsOn = (sessions: (typeof session)[]) =>
    [
      <ProgrammePage steps={[step]} {...{ sessions, siteUrl, now }} />,
      <StepPage step={step} notice={null} formKey="k" {...{ sessions, siteUrl, now }} />,
    ].map((page) =>
      [...renderDocument(page).matchAll(/class="button" href="([^"]+)"/gu)].map(([, href]) => href),
    );

  test("has one thing to do: the next date with room, of the first step where there is one", () => {
    expect(buttonsOn([later, first, full])).toEqual([["/inschrijven/eerste/"], ["/inschrijven/eerste/"]]);
    expect(buttonsOn([full, later])).toEqual([["/inschrijven/later/"], ["/inschrijven/later/"]]);
    expect(buttonsOn([full])).toEqual([[], []]);
  });
});

describe("what a search found", () => {
  const html = (excerpt: string) => {
    const articles = [{ ...exampleArticle, excerpt, authors: [] }];
    return renderDocument(
      <SearchPage
        query={{ text: "rol", terms: ["rol"] }}
        results={{ articles, comments: [], hasMore: false }}
        siteUrl={siteUrl}
      />,
    );
  };

  test("is marked, and read without the marks of Markdown", () => {
    expect(html("# Over je [**\uE000rol\uE001**](https://voorbeeld.nl)\n\n- Een <b>rol</b> & zo")).toContain(
      "<p>Over je <mark>rol</mark>",
    );
    expect(html("1 < 2 &amp; \uE000rol\uE001")).toContain("<p>1 &lt; 2 &amp;amp; <mark>rol</mark></p>");
  });

  test("is read without what is left of a link that was cut, and a heading leads to what follows", () => {
    expect(html("…eede stap](/programma/intervisie/) van het \uE000programma\uE001")).toContain(
      "<p>… stap van het <mark>programma</mark></p>",
    );
    expect(html("een \uE000rol\uE001.\n\n## Hoe het begon\n\nIn 2011. ## Nee\n\n## Wie?\n\nWij.")).toMatch(
      /<\/mark>\.\s+Hoe het begon:\s+In 2011\. ## Nee\s+Wie\?\s+Wij\.<\/p>/u,
    );
  });

  test("ends at whole words, and a mark that was cut off still closes", () => {
    expect(html("…alf een \uE000rol\uE001 en nog iet…")).toContain("<p>… een <mark>rol</mark> en nog …</p>");
    expect(html("…alf \uE000rol")).toContain("<p>… <mark>rol</mark></p>");
  });
});
