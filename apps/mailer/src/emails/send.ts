import type { ClaimedEmail } from "@ontsecretaressen/db/emails";
import { type Delivery, judgeFailure } from "@ontsecretaressen/domain/email";
import type { World } from "../context.ts";
import { calendarFiles } from "./calendar.ts";
import type { ReadyEmail } from "./write.ts";

const TIMEOUT_MS = 5000;

/** Hands one email to Resend. Its id is the idempotency key: whatever happened to an earlier answer, it goes out once. */
export async function sendEmail(world: World, email: ClaimedEmail, body: ReadyEmail): Promise<Delivery> {
  const { data, error, headers } = await world.resend.emails.send(
    {
      from: world.from,
      to: email.toAddress,
      replyTo: world.replyTo,
      subject: body.subject,
      html: body.html,
      text: body.text,
      headers: { "Auto-Submitted": "auto-generated", ...stopHeaders(body.stopUrl) },
      attachments: calendarFiles(body.calendar),
    },
    { idempotencyKey: email.id, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  if (data !== null) return { outcome: "sent", providerId: data.id };
  return judgeFailure({
    // The SDK gives any JSON as the error, and what stands before Resend may answer of its own kind.
    status: error?.statusCode ?? null,
    name: error?.name ?? "unknown",
    afterSeconds: Number(headers?.["retry-after"]) || null,
  });
}

// RFC 8058: with these a mail program shows a button of its own, and presses ours.
function stopHeaders(stopUrl: string | null): Record<string, string> {
  return stopUrl === null
    ? {}
    : { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
