import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { describe, expect, test } from "vitest";
import { ConfirmPage } from "./confirm.tsx";
import { renderDocument } from "./document.tsx";
import { exampleSession as session, now, siteUrl } from "./example.ts";
import { ownSignup as signup } from "./example-mine.tsx";

describe("confirming", () => {
  const show = (change: Partial<OwnSignup<SessionView>>) =>
    renderDocument(
      <ConfirmPage
        token="geheim"
        signup={{ ...signup, ...change }}
        {...{ name: "Sam", organisation: "", role: "", values: {}, faults: {}, siteUrl, now }}
      />,
    );
  const buttonOf = (change: Partial<OwnSignup<SessionView>>) =>
    /<form method="post" action="\/bevestig\/geheim"[^>]*>.*<button>([^<]*)</u.exec(show(change))?.[1] ??
    null;

  test("one button, that says what happens", () => {
    expect(buttonOf({})).toBe("Ja, ik kom");
    expect(buttonOf({ state: "offered", offerUntil: now })).toBe("Ja, ik kom");
    expect(buttonOf({ state: "waiting", placeInLine: 2 })).toBe("Ja, zet me op de lijst");
    expect(buttonOf({ state: "expired" })).toBe("Ja, ik wil toch komen");
  });

  test("no button where there is nothing to confirm any more", () => {
    expect(buttonOf({ state: "confirmed", isConfirmed: true })).toBeNull();
    expect(buttonOf({ state: "cancelled" })).toBeNull();
    expect(buttonOf({ session: { ...session, isCancelled: true } })).toBeNull();
    expect(buttonOf({ session: { ...session, startsAt: now } })).toBeNull();
  });

  test("asks a colleague who she is, and nobody else", () => {
    expect(show({ hasConsent: false })).toContain('name="consent"');
    expect(show({})).not.toContain('name="consent"');
  });
});
