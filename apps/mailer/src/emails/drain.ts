import {
  claimEmails,
  type ClaimedEmail,
  type EmailResult,
  findOccasions,
  leaseEnd,
  saveEmailBody,
  saveEmailResult,
} from "@ontsecretaressen/db/emails";
import { type Delivery, retryDelaySeconds } from "@ontsecretaressen/domain/email";
import type { World } from "../context.ts";
import { sendEmail } from "./send.ts";
import { type ReadyEmail, writeBody } from "./write.ts";

// Two rounds of ten keep one run within the 50 subrequests of the free plan, and a round within its lease.
const ROUNDS = 2;
const PER_ROUND = 10;
const LONGEST_WISH_SECONDS = 3600;

/** Sends the emails that are due, a round at a time, until none is left, the service asks for rest, or the run is full. */
export async function drainOutbox(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = world.now();
    const claimed = await claimEmails(world.db, {
      now: now.toISOString(),
      leaseUntil: leaseEnd(now),
      limit: PER_ROUND,
    });
    if (claimed.length === 0) return;
    const isFine = await sendRound(world, claimed);
    if (!isFine || claimed.length < PER_ROUND) return;
  }
}

async function sendRound(world: World, claimed: ClaimedEmail[]): Promise<boolean> {
  const ready = await writeNew(world, claimed);
  let rest: Delivery | null = null;
  for (const email of claimed) {
    const body = ready.get(email.id);
    const delivery: Delivery =
      rest ??
      (body === undefined
        ? { outcome: "never", reason: "what it was about is gone" }
        : await sendEmail(world, email, body));
    // One refusal for now is a refusal for the whole round: trying on would only ask for more of them.
    if (delivery.outcome === "later") rest = delivery;
    // Written down one by one: a run that is cut off must not forget what went out.
    await saveEmailResult(world.db, resultOf(email, delivery, world.now()));
  }
  return rest === null;
}

/** Every claimed email as it must go out. New ones are written and kept before any is tried. */
async function writeNew(world: World, claimed: ClaimedEmail[]): Promise<Map<string, ReadyEmail>> {
  const ready = new Map<string, ReadyEmail>();
  for (const { id, subject, html, text, calendar } of claimed) {
    if (subject !== null && html !== null && text !== null) ready.set(id, { subject, html, text, calendar });
  }
  const fresh = claimed.filter((email) => !ready.has(email.id));
  if (fresh.length === 0) return ready;
  const ids = fresh.map((email) => email.id);
  const occasions = await findOccasions(world.db, ids, world.now().toISOString());
  for (const email of fresh) {
    const occasion = occasions.get(email.id);
    const body = occasion === undefined ? null : writeBody(world, email, occasion);
    if (body !== null) ready.set(email.id, body);
  }
  const [first, ...others] = fresh.flatMap(({ id }) => {
    const body = ready.get(id);
    return body === undefined ? [] : [saveEmailBody(world.db, { id, ...body })];
  });
  if (first !== undefined) await world.db.batch([first, ...others]);
  return ready;
}

function resultOf(email: ClaimedEmail, delivery: Delivery, now: Date): EmailResult {
  const base = {
    id: email.id,
    leaseUntil: email.leaseUntil ?? "",
    dueAt: email.dueAt,
    sentAt: null,
    providerId: null,
  };
  if (delivery.outcome === "sent") {
    return {
      ...base,
      state: "sent",
      sentAt: now.toISOString(),
      providerId: delivery.providerId,
      problem: null,
    };
  }
  const delay = delivery.outcome === "later" ? retryDelaySeconds(email.attempts) : null;
  if (delivery.outcome === "never" || delay === null)
    return { ...base, state: "failed", problem: delivery.reason };
  const seconds = Math.max(delay, Math.min(delivery.afterSeconds ?? 0, LONGEST_WISH_SECONDS));
  const dueAt = new Date(now.getTime() + seconds * 1000).toISOString();
  return { ...base, state: "waiting", dueAt, problem: delivery.reason };
}
