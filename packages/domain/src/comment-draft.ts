import * as z from "zod";
import { emailAddress, line, optionalLine, paragraphs, tick, trap } from "./fields.ts";
import { textLimits } from "./text.ts";

/** A comment as it comes in. The fields are those of the form, in its order, and of the JSON body. */
export const CommentDraft = z.object({
  article: line(textLimits.keyMax),
  parent: optionalLine(textLimits.keyMax),
  body: paragraphs(textLimits.commentMax),
  name: line(textLimits.nameMax),
  email: emailAddress,
  notify: tick,
  key: optionalLine(textLimits.keyMax),
  subject: trap,
  /** What Turnstile gives a browser that showed it is no program. */
  "cf-turnstile-response": optionalLine(2048),
});

export type CommentDraft = z.infer<typeof CommentDraft>;

/** An organiser's answer to a comment. */
export const AnswerDraft = z.object({
  body: paragraphs(textLimits.commentMax),
  name: line(textLimits.nameMax),
});

export type AnswerDraft = z.infer<typeof AnswerDraft>;

/** The text of a comment as its writer changed it, and the version that she changed. */
export const EditDraft = z.object({
  body: paragraphs(textLimits.commentMax),
  version: z.coerce.number().int().positive().max(1_000_000),
});

export type EditDraft = z.infer<typeof EditDraft>;
