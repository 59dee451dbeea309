import { saveEmailEvent } from "@ontsecretaressen/db/emails/events";
import { meaningOf } from "@ontsecretaressen/domain/email-event";
import type { EventDraft } from "@ontsecretaressen/domain/event-draft";
import type { World } from "../context.ts";

/**
 * Keeps what the mail service told of an email, once, and moves the email on; what came back for good, or was called spam,
 * suppresses its address. Of an email that is not ours the message is kept, and nothing else.
 */
export async function receiveEvent(world: World, id: string, event: EventDraft): Promise<void> {
  const { type, data } = event;
  const { bounce, failed } = data;
  const now = world.now().toISOString();
  const meaning = meaningOf(type, bounce?.type ?? null);
  await saveEmailEvent(world.db, {
    id,
    type,
    at: event.created_at ?? now,
    now,
    emailId: data.tags?.email ?? null,
    providerId: data.email_id ?? null,
    suppressionId: world.newId("sup"),
    meaning,
    problem:
      [bounce?.type, bounce?.subType, bounce?.message, failed?.reason].filter(Boolean).join(" ") || type,
    // What may be kept of it: no address, and nothing about who opened what where.
    detail: {
      ...(data.message_id === undefined ? {} : { messageId: data.message_id }),
      ...(bounce?.type === undefined ? {} : { bounce: bounce.type }),
      ...(bounce?.subType === undefined ? {} : { subType: bounce.subType }),
      ...(bounce?.message === undefined ? {} : { message: bounce.message }),
      ...(failed?.reason === undefined ? {} : { reason: failed.reason }),
    },
  });
}
