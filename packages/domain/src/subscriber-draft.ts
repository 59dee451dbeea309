import * as z from "zod";
import { emailAddress, optionalLine, tick, trap } from "./fields.ts";
import { categoryPrefix } from "./subscriber.ts";
import { textLimits } from "./text.ts";

const CATEGORIES_MAX = 50;

/** The categories that a form ticks. */
export const tickedIn = (fields: object): string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(categoryPrefix) && tick.parse(value) ? [name.slice(categoryPrefix.length)] : [],
  );

// A program gives a list; a form has a tick for each.
const gathered = (fields: unknown): unknown =>
  typeof fields === "object" && fields !== null && !("categories" in fields)
    ? { ...fields, categories: tickedIn(fields) }
    : fields;

const categories = z
  .array(z.string().max(textLimits.keyMax), "not_allowed")
  .max(CATEGORIES_MAX)
  .transform((slugs) => [...new Set(slugs)].toSorted());

/** Which articles somebody wants to hear of: those of some categories, or of none in particular, which is all. */
export const ChoiceDraft = z.preprocess(gathered, z.object({ categories }));

/** An address that wants to hear of new articles, as it comes in. */
export const SubscriberDraft = z.preprocess(
  gathered,
  z.object({
    email: emailAddress,
    categories,
    key: optionalLine(textLimits.keyMax),
    subject: trap,
  }),
);
