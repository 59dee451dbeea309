import * as z from "zod";
import { emailAddress } from "./fields.ts";

/** An address that wants a link to its own page. */
export const LinkDraft = z.object({ email: emailAddress });

/** How often such a link is sent: anybody can type anybody's address, and one network can try many. */
export const linkRates = {
  address: [
    { most: 3, seconds: 3600 },
    { most: 8, seconds: 86_400 },
  ],
  network: [{ most: 20, seconds: 3600 }],
} as const;
