import * as z from "zod";
import { line, optionalEmailAddress, optionalLine, optionalParagraphs, trap } from "./fields.ts";
import { reportReasons } from "./report.ts";
import { textLimits } from "./text.ts";

/** A report as it comes in. What is not told by its reason alone must be explained. */
export const ReportDraft = z
  .object({
    comment: line(textLimits.keyMax),
    reason: z.enum(reportReasons, "missing"),
    explanation: optionalParagraphs(textLimits.noteMax),
    email: optionalEmailAddress,
    key: optionalLine(textLimits.keyMax),
    subject: trap,
  })
  .superRefine(({ reason, explanation }, context) => {
    const isClear = reason !== "other" && reason !== "unlawful";
    if (!isClear && explanation === "")
      context.addIssue({ code: "custom", path: ["explanation"], message: "missing" });
  });

export type ReportDraft = z.infer<typeof ReportDraft>;
