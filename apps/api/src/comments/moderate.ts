import { writeActs } from "@ontsecretaressen/db/comment-acts";
import { findComment, findComments } from "@ontsecretaressen/db/comments";
import { always } from "@ontsecretaressen/db/conditions";
import type { Write } from "@ontsecretaressen/db/open";
import type { Judged, JudgedComment } from "@ontsecretaressen/domain/admin-answers";
import type { Admin } from "@ontsecretaressen/domain/admin";
import type { World } from "../context.ts";
import { takeTo } from "./take-to.ts";

/** What an organiser decides: to show a comment, to keep it out of sight, to call it spam, or to let it wait again. */
export const judgements = {
  approve: { to: "visible", learns: "clear" },
  reject: { to: "rejected", learns: null },
  spam: { to: "spam", learns: "spam" },
  hold: { to: "held", learns: null },
} as const;

export type JudgementAct = keyof typeof judgements;

/**
 * Does what an organiser decided with a comment, learns from it, and writes down who did it, in one batch with its
 * emails. Doing it again changes nothing. Null when there is no such comment, or its writer took it away.
 */
export async function moderateComment(
  world: World,
  id: string,
  act: JudgementAct,
  admin: Admin,
  after: Write[] = [],
): Promise<JudgedComment | null> {
  const { undo } = await moderateComments(world, [id], act, admin, after);
  const kept = await findComment(world.reader, id);
  if (kept === null || kept.state === "deleted") return null;
  return { id, state: kept.state, number: kept.number, article: kept.article, undo };
}

/**
 * The same with several comments, in one batch: all or none. Tells how many it changed, how many stood so already, and how
 * many are gone.
 */
export async function moderateComments(
  world: World,
  ids: string[],
  act: JudgementAct,
  admin: Admin,
  after: Write[] = [],
): Promise<Judged> {
  const found = (await findComments(world.reader, ids)).filter(({ state }) => state !== "deleted");
  const gone = ids.length - found.length;
  const bundle = world.newId("aud");
  const by = { ...judgements[act], act: `comment.${act}`, admin, bundle, only: always };
  const writes = (await Promise.all(found.map((comment) => takeTo(world, comment, by)))).flat();
  if (writes.length === 0) return { changed: 0, same: 0, gone, undo: null };
  const changed = await writeActs(world.db, [...writes, ...after], bundle);
  world.nudgeMailer();
  return { changed, same: found.length - changed, gone, undo: changed === 0 ? null : bundle };
}
