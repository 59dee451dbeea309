import { insertWish } from "@ontsecretaressen/db/steps/wishes";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { done, refused, type Result } from "@ontsecretaressen/domain/result";
import { againMinutes } from "@ontsecretaressen/domain/signup";
import { WishDraft, wishRates } from "@ontsecretaressen/domain/wish-draft";
import { countedRates, secondsUntil } from "../comments/rates.ts";
import type { World } from "../context.ts";

export type WishRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number }
  | { code: "unknown_step" };

/**
 * Keeps that somebody wants to hear of a step, and mails her the button by which she says that it was she. The answer is the
 * same to an address that asked before.
 */
export async function postWish(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<{ step: string }, WishRefusal>> {
  const parsed = WishDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const { step, name, email } = parsed.data;
  const now = world.now();
  const rates = await Promise.all([
    countedRates(world, wishRates.address, `wish ${emailKey(email)}`),
    world.network === null ? [] : countedRates(world, wishRates.network, `wishes ${world.network}`),
  ]);
  const kept = await insertWish(world.db, {
    id: world.newId("wsh"),
    personId: world.newId("per"),
    emailId: world.newId("eml"),
    step,
    name,
    email,
    emailKey: emailKey(email),
    now: now.toISOString(),
    rates: rates.flat(),
    notSince: new Date(now.getTime() - againMinutes * 60_000).toISOString(),
  });
  if (kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  if (!kept.isKnown) return refused({ code: "unknown_step" });
  world.nudgeMailer();
  return done({ step });
}
