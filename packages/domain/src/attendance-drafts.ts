import * as z from "zod";
import { line } from "./fields.ts";
import { slug } from "./session-drafts.ts";

/** Which meeting somebody is at; 1 is the session itself. */
export const CheckInDraft = z.object({ meeting: z.int().min(1).max(100).default(1) });

/** A step that opens by hand, and why; only organisers read it. */
export const OpeningDraft = z.object({ step: slug, reason: line(200) });

export const ShutDraft = z.object({ step: slug });

/** The session that somebody gets her seat in instead. */
export const MoveDraft = z.object({ session: slug });
