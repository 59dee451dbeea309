import type { Question } from "@ontsecretaressen/domain/question";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { describe, expect, test } from "vitest";
import { renderDocument } from "../page/document.tsx";
import { exampleSession, now, siteUrl } from "../examples/site.ts";
import { SignupPage } from "./signup.tsx";

const questions: Question[] = [
  { id: "que_1", kind: "text", label: "Wat wil je?", choices: [], isRequired: true },
  { id: "que_2", kind: "choice", label: "Hoe kom je?", choices: ["te voet", "anders"], isRequired: false },
  { id: "que_3", kind: "diet", label: "Wat eet je niet?", choices: [], isRequired: false },
];

describe("signing up", () => {
  const show = (change: Partial<SessionView>, notice: "signup_received" | null = null) =>
    renderDocument(
      <SignupPage
        session={{ ...exampleSession, ...change }}
        questions={[]}
        notice={notice}
        formKey="k"
        siteUrl={siteUrl}
        now={now}
      />,
    );

  test("whoever did reads the same: which mail is meant when she did twice, and where she sees how she stands", () => {
    const html = show({}, "signup_received");
    expect(html).toContain("Dan is de mail van toen de goede, en komt er geen nieuwe.");
    expect(html).toContain('<a href="/mijn/">jouw pagina</a>');
    expect(html).toContain('<a href="/mijn/adres/">');
  });

  test("a full session offers the waiting list", () => {
    const html = show({ seats: { capacity: 12, taken: 12, waiting: 1 } });
    expect(html).toContain("<button>Zet me op de wachtlijst</button>");
    expect(html).toContain("vol: je komt op de wachtlijst");
  });

  test("a cancelled, past, closed or not yet open session has no form, and says which of these it is", () => {
    const why = (change: Partial<SessionView>) => {
      const html = show(change);
      expect(html).not.toContain("<form");
      expect(html).toContain('href="/programma/rondetafel/#laat-weten"');
      return /<div id="aanmelden"><p>([^<]*?) <a/u.exec(html)?.[1];
    };
    expect(why({ isCancelled: true })).toBe("Je kunt je hier niet meer voor aanmelden.");
    expect(why({ startsAt: now })).toBe("Deze bijeenkomst is geweest.");
    expect(why({ closesAt: now })).toBe("Aanmelden kan niet meer.");
    expect(why({ opensAt: "2027-03-21T10:00:00.000Z" })).toMatch(/^Je kunt je nog niet aanmelden/u);
  });

  test("a series that has begun is not called past while it goes on", () => {
    const meeting = { position: 2, startsLocal: "2090-05-11T19:00", endsLocal: "2090-05-11T21:00" };
    const later = [{ ...meeting, startsAt: "2090-05-11T17:00:00.000Z", endsAt: "2090-05-11T19:00:00.000Z" }];
    const html = show({ startsAt: now, later });
    expect(html).toContain("Deze reeks is begonnen. Je kunt nu niet meer instappen.");
    expect(html).not.toContain("geweest");
  });

  test("a cancelled session says why, a moved one when it was going to be, each in words and in line", () => {
    const off = show({ isCancelled: true, cancelReason: "Edwin is ziek." });
    expect(off).toMatch(/<h2>Dit gaat niet door<\/h2><p>Edwin is ziek\.<\/p>[\s\S]*<dd class="off"><time/u);
    const moved = show({ movedFrom: "2027-04-07T19:00" });
    expect(moved).toContain('<span class="news">verplaatst</span>');
    expect(moved).toContain("<dt>Eerst was het</dt><dd><s>woensdag 7 april 2027</s></dd>");
  });

  test("a series shows every time that it comes together", () => {
    const later = [
      { ...exampleSession, position: 2, startsLocal: "2027-05-12T19:00", endsLocal: "2027-05-12T21:30" },
    ];
    expect(show({ later })).toMatch(/<dt>En daarna<\/dt><dd>.*woensdag 12 mei 2027/u);
  });

  test("a step that follows on another says so, the same to everybody", () => {
    const step = { ...exampleSession.step, requires: { slug: "eerste", title: "Eerste" } };
    expect(show({ step })).toContain('Deze stap volgt op de stap <a href="/programma/eerste/">eerste</a>');
    expect(show({})).not.toContain("Deze stap volgt op");
  });

  test("the questions of a session stand in its form, each as its kind asks", () => {
    const html = renderDocument(
      <SignupPage
        session={exampleSession}
        questions={questions}
        notice={null}
        formKey="k"
        siteUrl={siteUrl}
        now={now}
      />,
    );
    expect(html).toMatch(/<label for="answer-que_1">Wat wil je\?<\/label><input type="text"[^>]* required/u);
    expect(html).toMatch(/<legend>Hoe kom je\? <small>hoeft niet<\/small><\/legend>/u);
    expect(html.match(/type="radio"[^>]* name="answer-que_2"/gu)).toHaveLength(3);
    expect(html).toMatch(/value="" checked=""\/><span>Geen antwoord</u);
    expect(html).toContain("Dan houden we er bij het eten rekening mee.");
  });
});
