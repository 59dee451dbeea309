import { sha256 } from "@ontsecretaressen/db/hash";
import { insertSignup } from "@ontsecretaressen/db/signups";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { againMinutes, holdHours } from "@ontsecretaressen/domain/signup";
import { SignupDraft } from "@ontsecretaressen/domain/signup-draft";
import type { World } from "../context.ts";

export type PostedSignup = { session: string; name: string; state: "held" | "waiting" };

export type SignupRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "unknown_session" }
  | { code: "session_cancelled" }
  | { code: "session_over" };

/**
 * Holds a seat for 48 hours, or a place on the list, and sends the email that confirms it. Takes the fields as they
 * came. The answer is what a newcomer would get, also to an address that is signed up already.
 */
export async function postSignup(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<PostedSignup, SignupRefusal>> {
  const parsed = SignupDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const draft = parsed.data;
  const now = world.now();
  const token = world.newToken();
  const againToken = world.newToken();
  const together = draft.together.join("\n");
  const kept = await insertSignup(world.db, {
    id: world.newId("sgn"),
    personId: world.newId("per"),
    emailId: world.newId("eml"),
    againEmailId: world.newId("eml"),
    session: draft.session,
    name: draft.name,
    email: draft.email,
    emailKey: emailKey(draft.email),
    organisation: draft.organisation,
    role: draft.role,
    note: draft.note,
    together,
    submission: await sha256(
      JSON.stringify([
        draft.key,
        draft.session,
        draft.name,
        draft.email,
        draft.organisation,
        draft.role,
        draft.note,
        together,
      ]),
    ),
    token,
    tokenHash: await sha256(token),
    againToken,
    againTokenHash: await sha256(againToken),
    now: now.toISOString(),
    heldUntil: new Date(now.getTime() + holdHours * 3_600_000).toISOString(),
    notSince: new Date(now.getTime() - againMinutes * 60_000).toISOString(),
  });
  if (kept.session === null) return refused({ code: "unknown_session" });
  if (kept.session.isCancelled) return refused({ code: "session_cancelled" });
  if (kept.session.startsAt <= now.toISOString()) return refused({ code: "session_over" });
  world.nudgeMailer();
  return done({ session: draft.session, name: draft.name, state: kept.state });
}
