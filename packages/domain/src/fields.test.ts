import { describe, expect, test } from "vitest";
import { emailAddress, line, optionalLine, paragraphs } from "./fields.ts";
import { typedAnswers } from "./question.ts";

const TURNS = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

describe("one line", () => {
  test("holds nothing that turns around the line it stands in", () => {
    expect(line(80).parse(`Noor \u202Enav\u202C\u2067 ${TURNS}`)).toBe("Noor nav");
    expect(optionalLine(80).parse(`Acme ${TURNS}`)).toBe("Acme");
    expect(typedAnswers({ "answer-1": `\u2066 noten\u202E ` })).toEqual([{ id: "1", value: "noten" }]);
  });

  test("of nothing but such marks is asked for again", () => {
    expect(line(80).safeParse(TURNS).error?.issues).toMatchObject([{ message: "missing" }]);
  });

  test("keeps the marks that give a letter its own direction, and names in other letters", () => {
    for (const name of ["\u05E0\u05D5\u05D9\u05D4 \u200E(2)\u200F", "\u0646\u0648\u0631 Noor"])
      expect(line(80).parse(`x${name}x`)).toBe(`x${name}x`);
  });

  test("such as an address can be pasted with the marks that a program puts around it", () => {
    expect(emailAddress.parse("\u202Anoor@voorbeeld.nl\u202C")).toBe("noor@voorbeeld.nl");
  });
});

test("paragraphs stay as they were typed: what turns in them ends with them", () => {
  expect(paragraphs(80).parse("a \u202Eb\u202C\nc")).toBe("a \u202Eb\u202C\nc");
});
