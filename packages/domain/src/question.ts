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
export const answerField = (questionId: string): string => `answer-${questionId}`;
