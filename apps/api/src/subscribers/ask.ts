import { sha256 } from "@ontsecretaressen/db/hash";
import { insertAsk } from "@ontsecretaressen/db/subscribers/ask";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { askHours, subscriberRates } from "@ontsecretaressen/domain/subscriber";
import { SubscriberDraft } from "@ontsecretaressen/domain/subscriber-draft";
import { countedRates, secondsUntil } from "../comments/rates.ts";
import type { World } from "../context.ts";

export type AskRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number };

/**
 * Keeps that an address wants to hear of new articles, and asks by email whether it is her own: until she presses that
 * button nobody is subscribed and nothing of a subscriber changes. The answer is the same whether or not the address is
 * known. Refuses a category that is not there, and a network that asks too often.
 */
export async function askToSubscribe(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<{ state: "asked" }, AskRefusal>> {
  const parsed = SubscriberDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const { email, categories, key, subject } = parsed.data;
  const now = world.now();
  const token = world.newToken();
  const [mailRates, rates] = await Promise.all([
    countedRates(world, subscriberRates.address, `subscriber ${emailKey(email)}`),
    world.network === null ? [] : countedRates(world, subscriberRates.network, `subscriber ${world.network}`),
  ]);
  const kept = await insertAsk(world.db, {
    personId: world.newId("per"),
    email,
    emailKey: emailKey(email),
    categories,
    submission: await sha256(JSON.stringify(["subscriber", key, email, categories])),
    isOfRobot: subject !== "",
    token,
    tokenHash: await sha256(token),
    emailId: world.newId("eml"),
    now: now.toISOString(),
    until: new Date(now.getTime() + askHours * 3_600_000).toISOString(),
    rates,
    mailRates,
  });
  if (kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  if (kept.hasUnknown) return refused({ code: "invalid_form", fields: { categories: "not_allowed" } });
  world.nudgeMailer();
  return done({ state: "asked" });
}
