import { insertPersonLink } from "@ontsecretaressen/db/people/links";
import { LinkDraft, linkRates } from "@ontsecretaressen/domain/person-link";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { countedRates } from "../comments/rates.ts";
import type { World } from "../context.ts";

/**
 * Sends a fresh link to the page of whose address it is. The answer is the same whether anybody has it or not, and when it
 * was asked too often. Refuses what is no address.
 */
export async function sendLink(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<{ state: "asked" }, { code: "invalid_form"; fields: FieldFaults }>> {
  const parsed = LinkDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const key = emailKey(parsed.data.email);
  const [ofAddress, ofNetwork] = await Promise.all([
    countedRates(world, linkRates.address, `link ${key}`),
    world.network === null ? [] : countedRates(world, linkRates.network, `link ${world.network}`),
  ]);
  await insertPersonLink(world.db, {
    emailKey: key,
    emailId: world.newId("eml"),
    now: world.now().toISOString(),
    rates: [...ofAddress, ...ofNetwork],
  });
  world.nudgeMailer();
  return done({ state: "asked" });
}
