import { describe, expect, test } from "vitest";
import { emailStates } from "./email.ts";
import { meaningOf, statesBefore } from "./email-event.ts";

describe("what is heard of an email", () => {
  test("never takes it back: of any two states at most one leads to the other", () => {
    for (const one of emailStates) {
      expect(statesBefore(one)).not.toContain(one);
      for (const other of statesBefore(one)) expect(statesBefore(other)).not.toContain(one);
    }
  });

  test("can be said of every email that was handed over, or may have been", () => {
    for (const kind of ["sent", "delivered", "bounced", "complained", "failed", "delivery_delayed"]) {
      const meaning = meaningOf(`email.${kind}`, null);
      const before = statesBefore(meaning?.state ?? "waiting");
      expect(before).toEqual(expect.arrayContaining(["waiting", "sending", "expired"]));
    }
  });

  test("of opens, clicks and what nobody knows means nothing", () => {
    for (const type of ["email.opened", "email.clicked", "contact.created", "", "constructor"])
      expect(meaningOf(type, null)).toBeNull();
  });

  test("as a bounce suppresses its address only when that is for good", () => {
    expect(meaningOf("email.bounced", "Permanent")?.suppress).toBe("bounced");
    expect(meaningOf("email.bounced", null)?.suppress).toBe("bounced");
    expect(meaningOf("email.bounced", "Transient")?.suppress).toBeNull();
    expect(meaningOf("email.bounced", "undetermined")?.suppress).toBeNull();
  });
});
