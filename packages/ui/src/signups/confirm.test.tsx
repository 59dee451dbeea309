import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { describe, expect, test } from "vitest";
import { ConfirmPage } from "./confirm.tsx";
import { renderDocument } from "../page/document.tsx";
import { exampleSession as session, now, siteUrl } from "../examples/site.ts";
import { ownSignup as signup } from "../examples/mine.tsx";

describe("confirming", () => {
  const show = (change: Partial<OwnSignup<SessionView>>) =>
    renderDocument(
      <ConfirmPage
        token="geheim"
        signup={{ ...signup, ...change }}
        colleagues={[]}
        news={null}
        bring={{ values: {}, faults: {}, problem: null, formKey: "k", isAsked: false }}
        {...{ name: "Sam", organisation: "", role: "", note: "", questions: [], answers: [] }}
        {...{ values: {}, faults: {}, siteUrl, now }}
      />,
    );
  const acts = (html: string) => /<p class="acts">.*?<\/p>/su.exec(html)?.[0] ?? "";
  const buttonsOf = (change: Partial<OwnSignup<SessionView>>) =>
    [...acts(show(change)).matchAll(/<button([^>]*)>([^<]*)/gu)].map(
      ([, marks = "", words = ""]) => `${/value="(\w+)"/u.exec(marks)?.[1] ?? "yes"}: ${words}`,
    );

  test("one button to say yes and one to say no, each says what happens", () => {
    expect(buttonsOf({})).toEqual(["yes: Ja, ik kom", "no: Nee, ik kom niet"]);
    expect(buttonsOf({ state: "offered", offerUntil: now })).toEqual([
      "yes: Ja, ik kom",
      "no: Nee, geef de plek door",
    ]);
    expect(buttonsOf({ state: "waiting", placeInLine: 2 })).toEqual([
      "yes: Ja, zet me op de lijst",
      "no: Nee, liever niet",
    ]);
    expect(buttonsOf({ state: "expired" })).toEqual(["yes: Ja, ik wil toch komen"]);
  });

  test("who said yes can only say no", () => {
    expect(buttonsOf({ state: "confirmed", isConfirmed: true })).toEqual(["no: Ik kom niet"]);
    expect(buttonsOf({ state: "waiting", isConfirmed: true })).toEqual(["no: Haal me van de lijst"]);
  });

  test("nothing can be said once it began, or when it does not go on", () => {
    for (const state of ["held", "confirmed", "waiting", "offered", "expired"] as const) {
      expect(buttonsOf({ state, session: { ...session, startsAt: now } })).toEqual([]);
      expect(buttonsOf({ state, session: { ...session, isCancelled: true } })).toEqual([]);
    }
    expect(buttonsOf({ state: "cancelled" })).toEqual([]);
  });

  test("who said no can sign up again while that is open; who reads that it is off reads why", () => {
    const again = `<a class="button" href="/inschrijven/${session.slug}/">Meld je opnieuw aan</a>`;
    expect(show({ state: "cancelled" })).toContain(again);
    const off = { ...session, isCancelled: true, cancelReason: "Edwin is ziek." };
    for (const change of [
      { session: { ...session, startsAt: now } },
      { session: { ...session, closesAt: now } },
      { session: off },
      { isStepOpen: false },
    ])
      expect(show({ state: "cancelled", ...change })).not.toContain("Meld je opnieuw aan");
    expect(show({ state: "confirmed", isConfirmed: true })).not.toContain("Meld je opnieuw aan");
    expect(show({ session: off })).toContain("<p>Edwin is ziek.</p>");
    expect(show({ session: { ...off, isCancelled: false } })).not.toContain("Edwin is ziek.");
  });

  test("while the step is not open to her she reads why, and can exchange her seat for a wish or give it back", () => {
    const requires = { slug: "rondetafel", title: "Rondetafel" };
    const step = { ...session.step, requires };
    const notYet = { isStepOpen: false, session: { ...session, step } };
    expect(show(notYet)).toContain("bij een bijeenkomst van de stap ‘Rondetafel’ was");
    expect(buttonsOf(notYet)).toEqual([
      "wish: Laat me weten wanneer dit opengaat",
      "no: Nee, geef mijn plek door",
    ]);
    const listed = { ...notYet, state: "waiting", placeInLine: 2 } as const;
    const wish = "wish: Laat me weten wanneer dit opengaat";
    expect(buttonsOf({ ...listed, isConfirmed: true })).toEqual([wish, "no: Haal me van de lijst"]);
    expect(buttonsOf(listed)).toEqual([
      wish,
      "yes: Dit adres is van mij, houd mijn plaats",
      "no: Haal me van de lijst",
    ]);
  });

  test("what she told can be changed while the signup lives and the session is ahead, and at no other time", () => {
    const canChange = (change: Partial<OwnSignup<SessionView>>) => show(change).includes('value="details"');
    for (const state of ["held", "confirmed", "waiting", "offered"] as const) {
      expect(canChange({ state })).toBe(true);
      expect(canChange({ state, hasConsent: false })).toBe(false);
      expect(canChange({ state, session: { ...session, startsAt: now } })).toBe(false);
      expect(canChange({ state, session: { ...session, isCancelled: true } })).toBe(false);
    }
    for (const state of ["cancelled", "expired"] as const) expect(canChange({ state })).toBe(false);
  });

  test("asks a colleague who she is, and nobody else", () => {
    expect(show({ hasConsent: false })).toContain('name="consent"');
    expect(show({})).not.toContain('name="consent"');
  });
});
