import * as z from "zod";
import { readEmailAddress } from "./email-address.ts";
import { graphemeCount, hasLetters, isKeepable, textLimits, tidy, withoutTurns } from "./text.ts";

const typed = z.string("missing").transform(tidy);
const typedLine = z.string("missing").transform((text) => tidy(withoutTurns(text)));

const within = (max: number) => (text: string) => graphemeCount(text, max) <= max;

const noLineEnd = (text: string) => !/[\n\t\u2028\u2029]/u.test(text);

/** One line of at most `max` graphemes, without what would turn around a line that it stands in; empty is refused. */
export const line = (max: number) =>
  typedLine.pipe(
    z
      .string()
      .min(1, { error: "missing", abort: true })
      .refine(isKeepable, { error: "unreadable", abort: true })
      .refine(hasLetters, { error: "missing", abort: true })
      .refine(noLineEnd, { error: "unreadable", abort: true })
      .refine(within(max), "too_long"),
  );

/** Paragraphs of at most `max` graphemes; empty is refused. */
export const paragraphs = (max: number) =>
  typed.pipe(
    z
      .string()
      .min(1, { error: "missing", abort: true })
      .refine(isKeepable, { error: "unreadable", abort: true })
      .refine(hasLetters, { error: "missing", abort: true })
      .refine(within(max), "too_long"),
  );

/** As `line`, but may stay away or empty; then it is an empty string. */
export const optionalLine = (max: number) =>
  z.preprocess(absentWhenEmpty, line(max).optional()).transform(orEmpty);

/** As `paragraphs`, but may stay away or empty; then it is an empty string. */
export const optionalParagraphs = (max: number) =>
  z.preprocess(absentWhenEmpty, paragraphs(max).optional()).transform(orEmpty);

/** An address that mail can go to, in the one form in which a host is kept. */
export const emailAddress = typedLine.pipe(
  z
    .string()
    .min(1, { error: "missing", abort: true })
    .max(textLimits.emailMax, { error: "too_long", abort: true })
    .transform((text, context) => {
      const address = readEmailAddress(text);
      if (address !== null) return address;
      // The other fields are judged all the same.
      context.issues.push({ code: "custom", message: "not_an_address", input: text, continue: true });
      return text;
    }),
);

/** As `emailAddress`, but may stay away or empty; then it is an empty string. */
export const optionalEmailAddress = z.preprocess(absentWhenEmpty, emailAddress.optional()).transform(orEmpty);

/** A field that no one sees, so only a program fills it in. Whatever it holds is no mistake to tell anyone of. */
export const trap = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === "string" ? value.slice(0, 200) : ""));

/** A tick box: a browser sends `on` or nothing, a program sends true or false. */
export const tick = z.preprocess(
  (value) => value === true || value === "on" || value === "true" || value === "1",
  z.boolean(),
);

function absentWhenEmpty(value: unknown): unknown {
  return value === null || (typeof value === "string" && value.trim() === "") ? undefined : value;
}

function orEmpty(value: string | undefined): string {
  return value ?? "";
}
