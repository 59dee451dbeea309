import { sha256 } from "@ontsecretaressen/db/hash";
import { insertParty } from "@ontsecretaressen/db/signups/post";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { faultsOf } from "@ontsecretaressen/domain/faults";
import { answerFaults } from "@ontsecretaressen/domain/question";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { signupWindow } from "@ontsecretaressen/domain/session";
import { againMinutes, correctionRates, holdHours } from "@ontsecretaressen/domain/signup";
import { CorrectionDraft } from "@ontsecretaressen/domain/signup-draft";
import { countedRates, secondsUntil } from "../comments/rates.ts";
import type { World } from "../context.ts";
import { offerMoment } from "./moment.ts";
import { membersOf, ratesOfSignup } from "./party.ts";
import { closedRefusals, type SignupRefusal } from "./post.ts";
import type { Typed } from "./typed.ts";

/**
 * Gives what a browser signed up for to another address, while nobody confirmed it: the same seat, a new email, and the old link
 * opens nothing. Had the form made no signup, because that address had one, it makes one now; so the answer tells nothing.
 * Refuses what was confirmed meanwhile, an address that is none, a form whose session asks something else by now, more than
 * three corrections of one form, and a session that takes nobody any more.
 */
export async function correctSignup(
  world: World,
  typed: Typed,
  fields: Record<string, unknown>,
): Promise<Result<Typed, SignupRefusal | { code: "already_confirmed" }>> {
  const parsed = CorrectionDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const now = world.now();
  const { email } = parsed.data;
  const { session, name, root, id } = typed;
  const members = membersOf(world, { email, name }, []);
  const [{ emailKey: toKey }] = members;
  if (toKey === emailKey(typed.email))
    return refused({ code: "invalid_form", fields: { email: "same_address" } });
  const ofForm = await countedRates(world, correctionRates, `correction ${root}`);
  const kept = await insertParty(
    world.db,
    {
      ...typed,
      members,
      againEmailId: world.newId("eml"),
      submission: await sha256(JSON.stringify(["correction", id, toKey])),
      rates: [...ofForm, ...(await ratesOfSignup(world, session, members))],
      now: now.toISOString(),
      heldUntil: new Date(now.getTime() + holdHours * 3_600_000).toISOString(),
      notSince: new Date(now.getTime() - againMinutes * 60_000).toISOString(),
    },
    { corrects: { instead: id, at: offerMoment(world) } },
  );
  if (kept.isConfirmed) return refused({ code: "already_confirmed" });
  if (kept.kept === null && kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  if (kept.session === null) return refused({ code: "unknown_session" });
  const window = signupWindow(kept.session, now.toISOString());
  if (window !== "open") return refused({ code: closedRefusals[window] });
  // She can't answer here what is asked since.
  const unanswered = answerFaults(kept.questions, typed.answers);
  if (kept.kept === null && Object.keys(unanswered).length > 0)
    return refused({ code: "invalid_form", fields: { form: "missing" } });
  world.nudgeMailer();
  return done({ ...typed, email, id: kept.first });
}
