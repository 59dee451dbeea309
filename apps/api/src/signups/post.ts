import { sha256 } from "@ontsecretaressen/db/hash";
import { insertParty } from "@ontsecretaressen/db/signups/post";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { answerFaults, textFaults, typedAnswers } from "@ontsecretaressen/domain/question";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { signupWindow } from "@ontsecretaressen/domain/session";
import { againMinutes, holdHours } from "@ontsecretaressen/domain/signup";
import { SignupDraft } from "@ontsecretaressen/domain/signup-draft";
import { secondsUntil } from "../comments/rates.ts";
import type { World } from "../context.ts";
import type { Typed } from "./typed.ts";
import { membersOf, ratesOfSignup } from "./party.ts";

type PostedSignup = { session: string; name: string; state: "held" | "waiting" };

/** The same, with what its browser may keep of it. */
type Posted = { posted: PostedSignup; typed: Typed };

export type SignupRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number }
  | { code: "unknown_session" }
  | { code: "session_cancelled" }
  | { code: "session_over" }
  | { code: "session_not_yet" };

/** Why a session takes nobody, as the code of a refusal. */
export const closedRefusals = {
  cancelled: "session_cancelled",
  begun: "session_over",
  closed: "session_over",
  not_yet: "session_not_yet",
} as const;

/**
 * Holds seats for 48 hours, for who signs up and whom she brings: for all of them, or they all get a place on the list. Sends
 * each the email that confirms hers. Takes the fields as they came. The answer is what newcomers would get, also to an address
 * that is signed up already.
 */
export async function postSignup(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<Posted, SignupRefusal>> {
  const parsed = SignupDraft.safeParse(fields);
  const answers = typedAnswers(fields);
  const typedFaults = { ...(parsed.success ? {} : faultsOf(parsed.error)), ...textFaults(answers) };
  if (!parsed.success || Object.keys(typedFaults).length > 0)
    return refused({ code: "invalid_form", fields: typedFaults });
  const draft = parsed.data;
  const now = world.now();
  const { key, session, name, email, organisation, role, note } = draft;
  const together = draft.together.join("\n");
  const typed = [key, session, name, email, organisation, role, note, together, answers];
  const members = membersOf(world, draft, draft.together);
  const kept = await insertParty(world.db, {
    members,
    againEmailId: world.newId("eml"),
    session,
    organisation,
    role,
    note,
    answers,
    submission: await sha256(JSON.stringify(typed)),
    rates: await ratesOfSignup(world, session, members),
    now: now.toISOString(),
    heldUntil: new Date(now.getTime() + holdHours * 3_600_000).toISOString(),
    notSince: new Date(now.getTime() - againMinutes * 60_000).toISOString(),
  });
  if (kept.kept === null && kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  if (kept.session === null) return refused({ code: "unknown_session" });
  const window = signupWindow(kept.session, now.toISOString());
  if (window !== "open") return refused({ code: closedRefusals[window] });
  if (kept.session.capacity < members.length)
    return refused({ code: "invalid_form", fields: { together: "too_many_for_session" } });
  const faults = answerFaults(kept.questions, answers);
  if (kept.kept === null && Object.keys(faults).length > 0)
    return refused({ code: "invalid_form", fields: faults });
  world.nudgeMailer();
  const { first: id } = kept;
  return done({
    posted: { session, name, state: kept.kept ?? kept.next },
    typed: { id, root: id, session, name, email, organisation, role, note, answers },
  });
}
