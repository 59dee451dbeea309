import { findPaceOfAll, findSubscription, savePace, savePaceOfAll } from "@ontsecretaressen/db/subscriptions";
import type { Pace } from "@ontsecretaressen/domain/comment";
import { isSameMark } from "./remember.ts";
import type { World } from "../context.ts";

// About one conversation, or all that she follows.
const SHAPE = /^(per_[0-9a-z]+)\.(art_[0-9a-z]+|all)\.([0-9a-f]{64})$/u;

/** What an unsubscribe link is about and how it stands; null when we did not make it, or there is nothing to stop. */
export async function findByStopLink(world: World, token: string) {
  const who = await readStopLink(world, token);
  if (who === null) return null;
  return who.articleId === "all"
    ? findPaceOfAll(world.reader, who.personId)
    : findSubscription(world.reader, who);
}

/** Changes how often somebody hears of a conversation, by her link. False when we did not make it. */
export async function changePace(world: World, token: string, pace: Pace): Promise<boolean> {
  const who = await readStopLink(world, token);
  if (who === null) return false;
  if (who.articleId === "all") await savePaceOfAll(world.db, who.personId, pace);
  else await savePace(world.db, who, pace);
  return true;
}

/** Where a person chooses how she hears of a conversation. */
export async function stopPath(world: World, personId: string, articleId: string): Promise<string> {
  const who = `${personId}.${articleId}`;
  return `/afmelden/${who}.${await world.mark("unsubscribe", who)}`;
}

async function readStopLink(world: World, token: string) {
  const [, personId = "", articleId = "", mark = ""] = SHAPE.exec(token) ?? [];
  if (personId === "") return null;
  const isOurs = isSameMark(mark, await world.mark("unsubscribe", `${personId}.${articleId}`));
  return isOurs ? { personId, articleId } : null;
}
