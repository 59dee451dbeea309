import {
  claimEmails,
  type ClaimedEmail,
  type EmailResult,
  leaseEnd,
  releaseEmails,
  saveEmailResult,
} from "@ontsecretaressen/db/emails";
import { type Delivery, mayTry, nextTry, restUntil } from "@ontsecretaressen/domain/email";
import type { World } from "../context.ts";
import { prepareEmails, type Prepared } from "./prepare.ts";
import { sendEmail } from "./send.ts";

// Two rounds of ten keep one run within the 50 subrequests of the free plan.
const ROUNDS = 2;
const PER_ROUND = 10;
// A run that a request started is cut off after 30 seconds. This leaves time for the last try.
const RUN_MS = 20_000;

/**
 * Sends the emails that are due, a round at a time, until none is left, the service asks for rest, or the run is full.
 * Gives the moment at which none was left over for others, or null.
 */
export async function drainOutbox(world: World): Promise<Date | null> {
  const until = world.now().getTime() + RUN_MS;
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = world.now();
    const claimed = await claimEmails(world.db, {
      now: now.toISOString(),
      leaseUntil: leaseEnd(now),
      limit: PER_ROUND,
    });
    const isDone = claimed.length === 0 || (await sendRound(world, claimed, until));
    if (!isDone) return null;
    if (claimed.length < PER_ROUND) return now;
  }
  return null;
}

async function sendRound(world: World, claimed: ClaimedEmail[], until: number): Promise<boolean> {
  const prepared = await prepareEmails(world, claimed);
  for (const [index, email] of claimed.entries()) {
    if (world.now().getTime() >= until) {
      await putBack(world, claimed.slice(index), null);
      return false;
    }
    const delivery = await deliver(world, email, prepared.get(email.id));
    // Written down one by one: a run that is cut off must not forget what went out.
    await saveEmailResult(world.db, resultOf(email, delivery, world.now()));
    // Resend in trouble is no fault of this email: trying the others would only ask for more of the same.
    if (delivery.outcome === "later" && delivery.isAboutAll) {
      await putBack(world, claimed.slice(index + 1), delivery.afterSeconds);
      return false;
    }
  }
  return true;
}

async function deliver(world: World, email: ClaimedEmail, prepared: Prepared | undefined) {
  if (prepared === undefined) return { outcome: "never", reason: "what it was about is gone" } as const;
  if ("outcome" in prepared) return prepared;
  if (!mayTry({ tries: email.attempts - 1, createdAt: email.createdAt }, world.now()))
    return { outcome: "never", reason: "too late to try again without sending twice" } as const;
  return sendEmail(world, email, prepared);
}

async function putBack(world: World, untried: ClaimedEmail[], wishSeconds: number | null): Promise<void> {
  const leaseUntil = untried[0]?.leaseUntil;
  if (leaseUntil === undefined || leaseUntil === null) return;
  await releaseEmails(world.db, {
    ids: untried.map(({ id }) => id),
    leaseUntil,
    notBefore: restUntil(world.now(), wishSeconds),
  });
}

function resultOf(email: ClaimedEmail, delivery: Delivery, now: Date): EmailResult {
  const base = {
    id: email.id,
    leaseUntil: email.leaseUntil ?? "",
    attempts: email.attempts,
    dueAt: email.dueAt,
    sentAt: null,
    providerId: null,
  };
  if (delivery.outcome === "sent") {
    const { providerId } = delivery;
    return { ...base, state: "sent", sentAt: now.toISOString(), providerId, problem: null };
  }
  const problem = delivery.reason;
  if (delivery.outcome === "never") return { ...base, state: "failed", problem };
  const tries = delivery.mayHaveGone ? email.attempts : email.attempts - 1;
  const dueAt = nextTry({ tries, createdAt: email.createdAt }, now, delivery.afterSeconds);
  return dueAt === null
    ? { ...base, state: "failed", problem }
    : { ...base, state: "waiting", attempts: tries, dueAt, problem };
}
