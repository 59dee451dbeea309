import * as z from "zod";

const text = (max: number) =>
  z
    .string()
    .transform((given) => given.slice(0, max))
    .optional()
    .catch(undefined);

// Documented as a list, and sent as an object: both are read.
const tags = z
  .union([
    z.object({ email: z.string() }),
    z
      .array(z.object({ name: z.string(), value: z.string() }))
      .transform((list) => ({ email: list.find(({ name }) => name === "email")?.value })),
  ])
  .optional()
  .catch(undefined);

/** A message of the mail service, of which only this is read. What doesn't fit is left out: a new kind is never refused. */
export const EventDraft = z.object({
  type: z.string().min(1).max(100),
  created_at: z
    .string()
    .refine((given) => !Number.isNaN(Date.parse(given)))
    .transform((given) => new Date(given).toISOString())
    .optional()
    .catch(undefined),
  data: z
    .object({
      email_id: text(100),
      message_id: text(400),
      tags,
      bounce: z
        .object({ type: text(40), subType: text(40), message: text(500) })
        .optional()
        .catch(undefined),
      failed: z
        .object({ reason: text(500) })
        .optional()
        .catch(undefined),
    })
    .catch({}),
});

export type EventDraft = z.infer<typeof EventDraft>;
