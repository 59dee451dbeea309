import { type Moderators, settleComment } from "@ontsecretaressen/db/comments/settle";
import { always } from "@ontsecretaressen/db/conditions";
import { sha256 } from "@ontsecretaressen/db/hash";
import type { Write } from "@ontsecretaressen/db/client/open";
import { moderationPurposes } from "@ontsecretaressen/domain/link";
import { moderationDays } from "@ontsecretaressen/domain/comment-limits";
import type { World } from "../context.ts";
import type { Decision } from "./judge.ts";

/** What the rules decided, as statements for the batch that does it: only for a comment that still waits for them. */
export async function settle(
  world: World,
  { id, decision, tellsWriter }: { id: string; decision: Decision; tellsWriter: boolean },
): Promise<Write[]> {
  return settleComment(world.db, {
    id,
    from: ["waiting_for_address"],
    only: always,
    to: decision.to,
    now: world.now().toISOString(),
    shown: decision.shown,
    judged: decision.judgement,
    emailId: world.newId("eml"),
    writerEmailId: world.newId("eml"),
    tellsWriter,
    moderators: decision.to === "held" ? await moderatorsOf(world) : null,
  });
}

/** Whom to ask to judge a comment, with fresh links. */
export async function moderatorsOf(world: World): Promise<Moderators> {
  const until = new Date(world.now().getTime() + moderationDays * 86_400_000).toISOString();
  const links = moderationPurposes.map(async (purpose) => {
    const token = world.newToken();
    return { purpose, token, tokenHash: await sha256(token) };
  });
  return {
    emailId: world.newId("eml"),
    address: world.organisersEmail,
    until,
    links: await Promise.all(links),
  };
}
