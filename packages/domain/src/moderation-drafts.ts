import * as z from "zod";
import { judgementActs } from "./admin.ts";
import { heldSettings } from "./comment-limits.ts";
import { paragraphs } from "./fields.ts";
import { reportReasons } from "./report.ts";

const STATEMENT_MAX = 2000;

/** By which rule an organiser takes a comment off the site, and why. */
export const GroundsDraft = z.object({
  rule: z.enum(reportReasons, "missing"),
  reason: paragraphs(STATEMENT_MAX),
});
export type GroundsDraft = z.infer<typeof GroundsDraft>;

/** Why an organiser decides so about a report. Without a rule it is the one that was reported. */
export const DecisionDraft = GroundsDraft.partial({ rule: true });
export type DecisionDraft = z.infer<typeof DecisionDraft>;

/** What organisers can set for the whole site. */
export const SettingsDraft = z.object({ heldComments: z.enum(heldSettings) });
export type SettingsDraft = z.infer<typeof SettingsDraft>;

/** How many comments can be judged in one go: each asks the database for itself, and one request may not ask too often. */
export const judgedAtOnceMax = 25;

/** Several comments to be judged alike. What takes one off the site that stood there needs its grounds. */
export const JudgementsDraft = z.object({
  act: z.enum(judgementActs),
  grounds: GroundsDraft.optional(),
  comments: z
    .array(
      z.object({
        id: z.string().regex(/^cmt_[0-9a-z]{1,40}$/u),
        /** The version of the text that was read; a text that changed since is left alone. */
        version: z.int().positive().nullable().default(null),
      }),
    )
    .min(1)
    .max(judgedAtOnceMax),
});
export type JudgementsDraft = z.infer<typeof JudgementsDraft>;
