import * as z from "zod";
import { line, optionalLine, optionalParagraphs } from "./fields.ts";

/** What an organiser says of a picture. The alt text is for who can't see it, and may not stay away. */
export const MediaDraft = z.object({
  alt: line(300),
  caption: optionalParagraphs(500),
  credit: optionalLine(120),
});
export type MediaDraft = z.infer<typeof MediaDraft>;

const ID = /^med_[0-9a-z]{26}$/u;

export const mediaId = z.string().regex(ID, "the id of a picture, such as med_01k…");
