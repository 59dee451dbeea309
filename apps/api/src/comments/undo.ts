import { listActs, writeActs } from "@ontsecretaressen/db/comments/acts";
import { both, commentIsIn, isLastAct } from "@ontsecretaressen/db/conditions";
import type { Undone } from "@ontsecretaressen/domain/admin-answers";
import type { Admin } from "@ontsecretaressen/domain/admin";
import type { World } from "../context.ts";
import { takeTo } from "./take-to.ts";

/**
 * Takes the comments of one go back to where each stood, and what was learned from them too. Not those with which
 * something was done since: they are counted as late. Null when nothing of that bundle can be undone.
 */
export async function undoActs(world: World, bundle: string, admin: Admin): Promise<Undone | null> {
  const acts = await listActs(world.reader, bundle);
  if (acts.length === 0) return null;
  const own = world.newId("aud");
  const writes = await Promise.all(
    acts.map(({ id, comment, change }) =>
      takeTo(world, comment, {
        to: change.from,
        learns: change.learned,
        act: "comment.undo",
        admin,
        bundle: own,
        only: both(isLastAct(id, own), commentIsIn(comment.id, [change.to])),
      }),
    ),
  );
  const changed = await writeActs(world.db, writes.flat(), own);
  world.nudgeMailer();
  return { changed, late: acts.length - changed };
}
