import { sha256 } from "@ontsecretaressen/db/hash";
import { confirmAsk } from "@ontsecretaressen/db/subscribers/ask";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";

/** Makes somebody a subscriber by the link that went to her. Pressing again changes nothing. Refuses an unknown or past link. */
export async function confirmSubscriber(
  world: World,
  token: string,
): Promise<Result<{ personId: string }, { code: "link_gone" }>> {
  const personId = await confirmAsk(world.db, {
    tokenHash: await sha256(token),
    now: world.now().toISOString(),
  });
  return personId === null ? refused({ code: "link_gone" }) : done({ personId });
}
