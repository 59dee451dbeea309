import type { FieldFaults } from "./faults.ts";
import { graphemeCount, isKeepable, textLimits, tidy, withoutTurns } from "./text.ts";

export const questionKinds = ["text", "choice", "diet"] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** What a session asks of who signs up: a line, one of some choices, or what somebody can't eat. */
export type Question = {
  id: string;
  kind: QuestionKind;
  label: string;
  choices: string[];
  isRequired: boolean;
};

/** The field of a form that holds the answer to a question. */
export const answerField = (questionId: string): string => `${FIELD}${questionId}`;

const FIELD = "answer-";

/** The question whose answer a field holds, or null when it holds none. */
export const questionOf = (field: string): string | null =>
  field.startsWith(FIELD) ? field.slice(FIELD.length) : null;

export type Answer = { id: string; value: string };

/** What was answered, of the fields as they came: only what is not empty. */
export const typedAnswers = (fields: Record<string, unknown>): Answer[] =>
  Object.entries(fields).flatMap(([field, value]) => {
    const id = questionOf(field);
    const text = typeof value === "string" ? tidy(withoutTurns(value)) : "";
    return id === null || text === "" ? [] : [{ id, value: text }];
  });

/** What is wrong with answers by themselves, whatever they answer, by field. */
export function textFaults(answers: readonly Answer[]): FieldFaults {
  const faults: FieldFaults = {};
  for (const { id, value } of answers) {
    if (!isKeepable(value)) faults[answerField(id)] = "unreadable";
    else if (graphemeCount(value, textLimits.answerMax) > textLimits.answerMax)
      faults[answerField(id)] = "too_long";
  }
  return faults;
}

/** What is wrong with them as answers to these questions, by field; one to no question of these is nobody's fault. */
export function answerFaults(questions: readonly Question[], answers: readonly Answer[]): FieldFaults {
  const faults: FieldFaults = {};
  for (const { id, kind, choices, isRequired } of questions) {
    const value = answers.find((answer) => answer.id === id)?.value;
    if (value === undefined) {
      if (isRequired) faults[answerField(id)] = "missing";
    } else if (kind === "choice" && !choices.includes(value)) faults[answerField(id)] = "not_allowed";
  }
  return faults;
}
