import { sha256 } from "@ontsecretaressen/db/hash";
import { insertParty } from "@ontsecretaressen/db/signups/post";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { signupWindow } from "@ontsecretaressen/domain/session";
import { againMinutes, bringRates, holdHours } from "@ontsecretaressen/domain/signup";
import { BringDraft } from "@ontsecretaressen/domain/signup-draft";
import { countedRates, secondsUntil } from "../comments/rates.ts";
import type { World } from "../context.ts";
import { membersOf, ratesOfSignup } from "./party.ts";
import { closedRefusals } from "./post.ts";

type Refusal =
  | { code: "link_gone" }
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number }
  | { code: (typeof closedRefusals)[keyof typeof closedRefusals] | "no_place" };

/**
 * Brings colleagues into the party of the signup that a claim is about: seats for all of them, or they join the list behind who
 * waits. Each gets an email and confirms for herself; who is signed up already gets hers again, and the answer is the same.
 * Refuses who does not come herself, a session that takes nobody, and more than a party holds; then nothing is kept.
 */
export async function bringColleagues(
  world: World,
  claim: string,
  fields: Record<string, unknown>,
): Promise<Result<null, Refusal>> {
  const now = world.now();
  const read = await readClaim(world.mark, { purpose: "seat", claim, now });
  if (read === null) return refused({ code: "link_gone" });
  const draft = BringDraft.safeParse(fields);
  if (!draft.success) return refused({ code: "invalid_form", fields: faultsOf(draft.error) });
  const { session, key, together } = draft.data;
  const [email = "", ...others] = together;
  const members = membersOf(world, { email, name: "" }, others);
  const hers = await countedRates(world, bringRates, `bring ${read.id}`);
  const kept = await insertParty(
    world.db,
    {
      members,
      againEmailId: world.newId("eml"),
      session,
      organisation: "",
      role: "",
      note: "",
      answers: [],
      submission: await sha256(JSON.stringify([key, read.id, together])),
      rates: [...hers, ...(await ratesOfSignup(world, session, members))],
      now: now.toISOString(),
      heldUntil: new Date(now.getTime() + holdHours * 36e5).toISOString(),
      notSince: new Date(now.getTime() - againMinutes * 6e4).toISOString(),
    },
    { by: read },
  );
  if (kept.session === null || kept.bringer === null) return refused({ code: "link_gone" });
  if (kept.kept === null && kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  const window = signupWindow(kept.session, now.toISOString());
  if (window !== "open") return refused({ code: closedRefusals[window] });
  if (!kept.bringer.mayBring) return refused({ code: "no_place" });
  if (!kept.bringer.fitInParty) return refused({ code: "invalid_form", fields: { together: "party_full" } });
  if (kept.session.capacity < members.length)
    return refused({ code: "invalid_form", fields: { together: "too_many_for_session" } });
  world.nudgeMailer();
  return done(null);
}
