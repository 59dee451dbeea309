import * as z from "zod";
import { emailAddress, line, optionalLine, paragraphs, tick } from "./fields.ts";
import { textLimits } from "./text.ts";

/** A comment as it comes in. The fields are those of the form and of the JSON body. */
export const CommentDraft = z.object({
  article: line(textLimits.keyMax),
  parent: optionalLine(textLimits.keyMax),
  name: line(textLimits.nameMax),
  email: emailAddress,
  body: paragraphs(textLimits.commentMax),
  notify: tick,
  key: optionalLine(textLimits.keyMax),
});

export type CommentDraft = z.infer<typeof CommentDraft>;
