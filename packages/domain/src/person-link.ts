import * as z from "zod";
import { emailAddress } from "./fields.ts";

/** An address that wants a link to its own page. */
export const LinkDraft = z.object({ email: emailAddress });

/**
 * A link of hers that ends: of her calendar, or of the certificate of a signup. `by` is the link to her own page, where her
 * browser is not known.
 */
export const EndLinkDraft = z.object({
  by: z.string().max(200).default(""),
  signup: z.string().max(60).default(""),
  version: z.coerce.number().int().min(0).max(1_000_000),
});

/** How often such a link is sent: anybody can type anybody's address, and one network can try many. */
export const linkRates = {
  address: [
    { most: 3, seconds: 3600 },
    { most: 8, seconds: 86_400 },
  ],
  network: [{ most: 20, seconds: 3600 }],
} as const;
