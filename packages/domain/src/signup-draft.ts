import * as z from "zod";
import { emailAddress, line, optionalLine, optionalParagraphs, tick } from "./fields.ts";
import { textLimits } from "./text.ts";

/** A signup as it comes in. `together` is a list, or one text with addresses parted by commas, spaces or lines. */
export const SignupDraft = z.object({
  session: line(textLimits.keyMax),
  name: line(textLimits.nameMax),
  email: emailAddress,
  organisation: optionalLine(textLimits.organisationMax),
  role: optionalLine(textLimits.roleMax),
  note: optionalParagraphs(textLimits.noteMax),
  together: z.preprocess(asAddresses, z.array(emailAddress).max(textLimits.togetherMax, "too_many")),
  consent: tick.refine((isGiven) => isGiven, "not_agreed"),
  key: optionalLine(textLimits.keyMax),
});

/** What a colleague tells of herself when she confirms the place that somebody asked for her. */
export const MemberDraft = SignupDraft.pick({ name: true, organisation: true, role: true, consent: true });

/** What she can change of it as long as the session has not begun. */
export const DetailsDraft = SignupDraft.pick({ organisation: true, role: true, note: true });

/** Whom she brings who is signed up herself. */
export const BringDraft = SignupDraft.pick({ session: true, key: true }).extend({
  together: z.preprocess(
    asAddresses,
    z.array(emailAddress).min(1, { error: "missing", abort: true }).max(textLimits.togetherMax, "too_many"),
  ),
});

/** The right address of who mistyped hers. */
export const CorrectionDraft = SignupDraft.pick({ email: true });

export type SignupDraft = z.infer<typeof SignupDraft>;

function asAddresses(value: unknown): unknown {
  if (value === undefined || value === null) return [];
  if (typeof value !== "string") return value;
  return value.split(/[\s,;]+/u).filter((part) => part !== "");
}
