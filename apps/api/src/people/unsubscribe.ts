import {
  findPaceOfAll,
  findSubscription,
  savePace,
  savePaceOfAll,
} from "@ontsecretaressen/db/comments/subscriptions";
import { isSameMark } from "@ontsecretaressen/domain/claim";
import type { Pace } from "@ontsecretaressen/domain/comment";
import type { World } from "../context.ts";

// About one conversation, all that she follows, or new articles.
const SHAPE = /^(per_[0-9a-z]+)\.(art_[0-9a-z]+|all|new)\.([0-9a-f]{64})$/u;

/** What an unsubscribe link is about and how it stands; null when we did not make it, or there is nothing to stop. */
export async function findByStopLink(world: World, token: string) {
  const who = await readStopLink(world, token);
  if (who === null) return null;
  const { personId, about } = who;
  return about === "all"
    ? findPaceOfAll(world.reader, personId)
    : findSubscription(world.reader, { personId, articleId: about });
}

/** Changes how often somebody hears of a conversation, by her link. False when we did not make it. */
export async function changePace(world: World, token: string, pace: Pace): Promise<boolean> {
  const who = await readStopLink(world, token);
  if (who === null) return false;
  const { personId, about } = who;
  const change = { pace, now: world.now().toISOString() };
  if (about === "all") await savePaceOfAll(world.db, personId, change);
  else await savePace(world.db, { personId, articleId: about }, change);
  return true;
}

/** Where a person chooses how she hears of a conversation, or of what else such a link can be about. */
export async function stopPath(world: Pick<World, "mark">, personId: string, about: string): Promise<string> {
  const who = `${personId}.${about}`;
  return `/afmelden/${who}.${await world.mark("unsubscribe", who)}`;
}

/** Whose unsubscribe link it is and what it is about; null when we did not make it. */
export async function readStopLink(world: World, token: string) {
  const [, personId = "", about = "", mark = ""] = SHAPE.exec(token) ?? [];
  if (personId === "") return null;
  const isOurs = isSameMark(mark, await world.mark("unsubscribe", `${personId}.${about}`));
  return isOurs ? { personId, about } : null;
}
