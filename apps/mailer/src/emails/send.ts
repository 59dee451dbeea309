import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import { mailerProblems } from "@ontsecretaressen/domain/email";
import { readEmailAddress } from "@ontsecretaressen/domain/email-address";
import { type Delivery, judgeFailure } from "@ontsecretaressen/domain/email-failure";
import type { World } from "../context.ts";
import { calendarFiles } from "./calendar.ts";
import type { ReadyEmail } from "./prepare.ts";

const TIMEOUT_MS = 5000;

/** How a try ended, and how long to rest before the next, of whatever email. */
export type Sent = { delivery: Delivery; restSeconds: number };

/** Hands one email to Resend. Its id is the idempotency key: whatever happened to an earlier answer, it goes out once. */
export async function sendEmail(
  world: World,
  { id, toAddress }: ClaimedEmail,
  body: ReadyEmail,
): Promise<Sent> {
  // Older rows hold a host as it was typed.
  const to = readEmailAddress(toAddress);
  if (to === null)
    return {
      delivery: { outcome: "never", reason: mailerProblems.noAddress },
      restSeconds: 0,
    };
  const { data, error, headers } = await world.resend.emails.send(
    {
      from: body.sender,
      to,
      replyTo: body.replyTo,
      subject: body.subject,
      html: body.html,
      text: body.text,
      // The Message-ID is the service's (decision 44); this one is ours, and keeps Gmail from folding two emails into one.
      headers: { "Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": id, ...stopHeaders(body.stopUrl) },
      // By this its webhooks name the email, also one of which we never heard the answer.
      tags: [{ name: "email", value: id }],
      attachments: calendarFiles(body.calendar),
    },
    { idempotencyKey: id, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  const told = (name: string) => headers?.[name];
  if (data !== null)
    return { delivery: { outcome: "sent", providerId: data.id }, restSeconds: restAfter(told) };
  const delivery = judgeFailure({
    // The SDK gives any JSON as the error, and what stands before Resend may answer of its own kind.
    status: error?.statusCode ?? null,
    name: error?.name ?? "unknown",
    afterSeconds: Number(told("retry-after")) || null,
  });
  return { delivery, restSeconds: restAfter(told) };
}

// The rate is Resend's to say, in each answer: none left means to wait until there is.
function restAfter(told: (header: string) => string | undefined): number {
  if (Number(told("ratelimit-remaining") ?? 1) > 0) return 0;
  return Math.max(0, Number(told("ratelimit-reset")) || 0);
}

// RFC 8058: with these a mail program shows a button of its own, and presses ours.
function stopHeaders(stopUrl: string | null): Record<string, string> {
  return stopUrl === null
    ? {}
    : { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
