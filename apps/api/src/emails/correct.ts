import type { Act } from "@ontsecretaressen/db/audit";
import { correctAddress, correctToKnown, findCorrectable } from "@ontsecretaressen/db/emails/act";
import { findEmail } from "@ontsecretaressen/db/emails/find";
import { sha256 } from "@ontsecretaressen/db/hash";
import { fittingActs } from "@ontsecretaressen/domain/email";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { offerMoment } from "../signups/moment.ts";

type Refusal =
  | { code: "not_found" }
  | { code: "not_correctable" }
  | { code: "confirmed" }
  | { code: "address_taken" }
  | { code: "links_ended" };

/**
 * Gives the person of an email another address, and sends it anew with a fresh link. Only while she never proved the one
 * she has: a proved address is hers. To somebody whom we know only the signup goes. Refuses that when she is signed up there
 * or somebody else filled it in, and an email whose link ended.
 */
export async function correct(
  world: World,
  { id, to }: { id: string; to: string },
  by: Act,
): Promise<Result<{ id: string }, Refusal>> {
  const toKey = emailKey(to);
  const [email, person] = await Promise.all([
    findEmail(world.reader, id),
    findCorrectable(world.reader, { id, toKey }, by.at),
  ]);
  if (email === null) return refused({ code: "not_found" });
  if (person === null || !fittingActs(email).includes("correct")) return refused({ code: "not_correctable" });
  if (person.isConfirmed) return refused({ code: "confirmed" });
  if (!person.hasLink) return refused({ code: "links_ended" });
  if (person.isTaken) {
    const known = { id, newId: world.newId("eml"), to, toKey, signupId: world.newId("sgn") };
    const moved = await correctToKnown(world.db, known, offerMoment(world), by);
    if (moved === null) return refused({ code: "address_taken" });
    world.nudgeMailer();
    return done({ id: moved });
  }
  const token = world.newToken();
  const newId = await correctAddress(
    world.db,
    { id, newId: world.newId("eml"), to, toKey, token, tokenHash: await sha256(token) },
    by,
  );
  if (newId === null) return refused({ code: "not_correctable" });
  world.nudgeMailer();
  return done({ id: newId });
}
