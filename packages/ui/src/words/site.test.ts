import type { FieldFault } from "@ontsecretaressen/domain/faults";
import { describe, expect, test } from "vitest";
import { faultSentence, faultSentences } from "./faults.ts";
import { exampleSession, now } from "../examples/site.ts";
import { fieldNames, priceWords, problemSentences, seatWords, signupStates } from "./site.ts";

const FAULTS: Record<FieldFault, true> = {
  missing: true,
  too_long: true,
  too_many: true,
  too_many_for_session: true,
  party_full: true,
  unreadable: true,
  not_an_address: true,
  same_address: true,
  not_agreed: true,
  not_allowed: true,
};

const sentences = [...Object.keys(fieldNames), "something_new"].flatMap((field) =>
  Object.keys(FAULTS).map((fault) => faultSentence(field, fault as FieldFault)),
);

test("every fault of every field has a sentence", () => {
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
});

test("no sentence shouts, blames or boasts", () => {
  const all = [...sentences, ...Object.values(problemSentences), ...Object.values(signupStates)];
  for (const sentence of all) expect(sentence).not.toMatch(/!|succesvol|ongeldig|verplicht|fout/iu);
});

test("a program gets the same sentence as the form shows", () => {
  expect(faultSentences({ email: "not_an_address" })).toEqual({
    email: faultSentence("email", "not_an_address"),
  });
});

describe("the places of a session", () => {
  const withSeats = (taken: number, waiting: number, capacity = 12) =>
    seatWords({ ...exampleSession, seats: { capacity, taken, waiting } }, now);

  test.for([
    [2, 0, "open", "nog 10 plekken"],
    [9, 0, "few", "nog 3 plekken"],
    [11, 0, "few", "nog 1 plek"],
    [12, 0, "full", "vol: je komt op de wachtlijst"],
    [11, 1, "full", "vol: je komt op de wachtlijst"],
  ] as const)("%s taken and %s waiting", ([taken, waiting, tone, text]) => {
    expect(withSeats(taken, waiting)).toEqual({ tone, text });
  });

  test("cancelled and past say so, whatever is left", () => {
    expect(seatWords({ ...exampleSession, isCancelled: true }, now).tone).toBe("cancelled");
    expect(seatWords(exampleSession, exampleSession.startsAt).tone).toBe("past");
  });

  test("say since when and whether still one can sign up", () => {
    const opensAt = "2027-03-29T07:00:00.000Z";
    expect(seatWords({ ...exampleSession, opensAt }, now)).toEqual({
      tone: "soon",
      text: "aanmelden kan vanaf maandag 29 maart, 09.00 uur",
    });
    expect(seatWords({ ...exampleSession, closesAt: now }, now).text).toBe("aanmelden kan niet meer");
  });
});

test.for([
  [0, "gratis"],
  [4500, "€ 45"],
  [4750, "€ 47,50"],
  [5, "€ 0,05"],
] as const)("%s cents: %s", ([cents, words]) => {
  expect(priceWords(cents)).toBe(words);
});
