import { sha256 } from "@ontsecretaressen/db/hash";
import { confirmSignup as confirmInDatabase } from "@ontsecretaressen/db/signups";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { personLinkDays } from "@ontsecretaressen/domain/signup";
import type { World } from "../context.ts";

/** Confirms what a link is about and gives a fresh link to the person's own page. Refuses an unknown or past link. */
export async function confirmSignup(
  world: World,
  token: string,
): Promise<Result<{ personId: string; personToken: string }, { code: "link_gone" }>> {
  const now = world.now();
  const personToken = world.newToken();
  const personId = await confirmInDatabase(world.db, {
    tokenHash: await sha256(token),
    now: now.toISOString(),
    emailId: world.newId("eml"),
    personToken,
    personTokenHash: await sha256(personToken),
    personLinkUntil: new Date(now.getTime() + personLinkDays * 86_400_000).toISOString(),
  });
  if (personId === null) return refused({ code: "link_gone" });
  world.nudgeMailer();
  return done({ personId, personToken });
}
