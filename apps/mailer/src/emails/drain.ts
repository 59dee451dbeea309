import {
  claimEmails,
  type ClaimedEmail,
  type EmailResult,
  leaseEnd,
  type Pause,
  saveRound,
} from "@ontsecretaressen/db/emails/claim";
import { mailerProblems, mayTry, nextTry } from "@ontsecretaressen/domain/email";
import { type Delivery, pauseEnds } from "@ontsecretaressen/domain/email-failure";
import type { World } from "../context.ts";
import { prepareEmails, type Prepared } from "./prepare.ts";
import { sendEmail, type Sent } from "./send.ts";

const PER_ROUND = 15;
// A claim, what they are about, their words, and how they ended.
const ROUND_COST = 4;

/** What a run knows: when it must be over, and from when it may send again. */
type Run = { until: number; restUntil: number };

/**
 * Sends the emails that are due, a round at a time, until none is left, the service wants a longer rest than there is time
 * for, or the run has made as many requests as it may. Gives the moment at which none was left over for others, or null.
 */
export async function drainOutbox(world: World, runMs: number): Promise<Date | null> {
  const run: Run = { until: world.now().getTime() + runMs, restUntil: 0 };
  for (let left = world.requestsMax; left > ROUND_COST;) {
    const now = world.now();
    const limit = Math.min(PER_ROUND, left - ROUND_COST);
    const { claimed, isOneAtATime } = await claimEmails(world.db, {
      now: now.toISOString(),
      leaseUntil: leaseEnd(now),
      limit,
    });
    if (claimed.length === 0) return now;
    const end = await sendRound(world, run, claimed);
    if (end === "over") return null;
    if (end === "done" && claimed.length < limit && !isOneAtATime) return now;
    left -= ROUND_COST + claimed.length;
  }
  return null;
}

/** Whether all was tried, some of it is asked for anew after a rest, or the run is over. */
async function sendRound(
  world: World,
  run: Run,
  claimed: ClaimedEmail[],
): Promise<"done" | "again" | "over"> {
  const prepared = await prepareEmails(world, claimed);
  const results: EmailResult[] = [];
  let pause: Pause | null = null;
  let goesOn = true;
  for (const email of claimed) {
    goesOn = await rest(world, run);
    if (!goesOn) break;
    const { delivery, restSeconds } = await deliver(world, email, prepared.get(email.id));
    results.push(resultOf(email, delivery, world.now()));
    run.restUntil = world.now().getTime() + restSeconds * 1000;
    pause = pauseOf(delivery, world.now());
    // Resend in trouble is no fault of this email: trying the others would only ask for more of the same.
    goesOn = pause === null && !(delivery.outcome === "later" && delivery.isAboutAll);
    if (!goesOn) break;
  }
  // Together: of a run that is cut off before this, each email goes again under its key, and arrives once.
  await saveRound(world.db, {
    now: world.now().toISOString(),
    leaseUntil: claimed[0]?.leaseUntil ?? "",
    results,
    untried: claimed.slice(results.length).map(({ id }) => id),
    pause,
  });
  if (goesOn) return "done";
  if (pause?.reason !== "rest") return "over";
  // A timer may ring a moment early.
  run.restUntil = Date.parse(pause.endsAt) + 10;
  return (await rest(world, run)) ? "again" : "over";
}

/** Waits until it may send again; false when there is no time left for that. */
async function rest(world: World, { until, restUntil }: Run): Promise<boolean> {
  const now = world.now().getTime();
  if (Math.max(now, restUntil) >= until) return false;
  if (restUntil > now) await world.wait(restUntil - now);
  return true;
}

async function deliver(world: World, email: ClaimedEmail, prepared: Prepared | undefined): Promise<Sent> {
  const without = (delivery: Delivery): Sent => ({ delivery, restSeconds: 0 });
  if (prepared === undefined) return without({ outcome: "never", reason: mailerProblems.gone });
  if ("outcome" in prepared) return without(prepared);
  if (!mayTry({ tries: email.attempts - 1, firstTriedAt: email.firstTriedAt }, world.now()))
    return without({ outcome: "expired", reason: mailerProblems.tooLate });
  return sendEmail(world, email, prepared);
}

// What a service in trouble asks in so many words, it asks of everybody.
function pauseOf(delivery: Delivery, now: Date): Pause | null {
  if (delivery.outcome !== "pause" && delivery.outcome !== "later") return null;
  const { afterSeconds, reason: problem } = delivery;
  if (delivery.outcome === "pause")
    return { reason: delivery.pause, problem, ...pauseEnds(delivery.pause, now, afterSeconds) };
  if (afterSeconds === null || !delivery.isAboutAll) return null;
  return { reason: "rest", problem, ...pauseEnds("rest", now, afterSeconds) };
}

function resultOf(email: ClaimedEmail, delivery: Delivery, now: Date): EmailResult {
  const { id, attempts, dueAt, firstTriedAt } = email;
  const base = { id, attempts, dueAt, firstTriedAt, sentAt: null, providerId: null };
  if (delivery.outcome === "sent") {
    const { providerId } = delivery;
    return { ...base, state: "sent", sentAt: now.toISOString(), providerId, problem: null };
  }
  const problem = delivery.reason;
  switch (delivery.outcome) {
    case "never":
      return { ...base, state: "failed", problem };
    case "expired":
      return { ...base, state: "expired", problem };
    case "pause":
      return {
        ...base,
        state: "waiting",
        attempts: attempts - 1,
        firstTriedAt: attempts > 1 ? firstTriedAt : null,
        problem,
      };
    case "later": {
      const next = nextTry({ tries: attempts, firstTriedAt }, now, delivery.afterSeconds);
      return next === null
        ? { ...base, state: "expired", problem }
        : { ...base, state: "waiting", dueAt: next, problem };
    }
    default:
      return delivery satisfies never;
  }
}
