import * as z from "zod";
import { emailAddress, line, optionalLine } from "./fields.ts";
import { textLimits } from "./text.ts";

/** That somebody wants to hear of a step, as it comes in. */
export const WishDraft = z.object({
  step: line(textLimits.keyMax),
  name: line(textLimits.nameMax),
  email: emailAddress,
  key: optionalLine(textLimits.keyMax),
});

/** How often one may ask: anybody can type anybody's address. */
export const wishRates = {
  address: [
    { most: 3, seconds: 3600 },
    { most: 10, seconds: 86_400 },
  ],
  network: [
    { most: 20, seconds: 600 },
    { most: 100, seconds: 86_400 },
  ],
} as const;
