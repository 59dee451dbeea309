import { describe, expect, test } from "vitest";
import { answerFaults, answerField, type Question, textFaults, typedAnswers } from "./question.ts";

const question = (id: string, change: Partial<Question> = {}): Question => ({
  id,
  kind: "text",
  label: "?",
  choices: [],
  isRequired: false,
  ...change,
});

test("an answer is read from its field, tidied; empty ones and other fields are none", () => {
  const typed = {
    name: "Noor",
    "answer-que_1": " noten\r\n",
    "answer-que_2": "  ",
    "answer-que_3": 7,
    answer: "x",
  };
  expect(typedAnswers(typed)).toEqual([{ id: "que_1", value: "noten" }]);
  expect(typedAnswers({ [answerField("que_9")]: "ja" })).toEqual([{ id: "que_9", value: "ja" }]);
});

describe("answers", () => {
  const asked = [
    question("a", { isRequired: true }),
    question("b", { kind: "choice", choices: ["ja", "nee"] }),
    question("c", { kind: "diet" }),
  ];
  const faults = (answers: Record<string, string>) =>
    answerFaults(
      asked,
      Object.entries(answers).map(([id, value]) => ({ id, value })),
    );

  test("are fine when what must be answered is, and a choice is one of its choices", () => {
    expect(faults({ a: "x", b: "nee" })).toEqual({});
    expect(faults({ a: "x", elders: "y" })).toEqual({});
  });

  test("are told at their field when they are too long or unreadable, whatever they answer", () => {
    const of = (value: string) => textFaults([{ id: "a", value }]);
    expect(of("x".repeat(500))).toEqual({});
    expect(of("x".repeat(501))).toEqual({ "answer-a": "too_long" });
    expect(of("x\u0000")).toEqual({ "answer-a": "unreadable" });
  });

  test("are told at their field when something is missing or no choice", () => {
    expect(faults({})).toEqual({ "answer-a": "missing" });
    expect(faults({ a: "x", b: "misschien" })).toEqual({ "answer-b": "not_allowed" });
  });
});
