import { writeActs } from "@ontsecretaressen/db/comments/acts";
import { findComment, findComments } from "@ontsecretaressen/db/comments/find";
import {
  always,
  both,
  commentIsVersion,
  commentWasNeverShown,
  type Condition,
} from "@ontsecretaressen/db/conditions";
import type { Write } from "@ontsecretaressen/db/client/open";
import type { Judged, JudgedComment } from "@ontsecretaressen/domain/admin-answers";
import type { Admin } from "@ontsecretaressen/domain/admin";
import type { GroundsDraft } from "@ontsecretaressen/domain/moderation-drafts";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
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

/** It stood on the site, and nobody said by which rule it goes. */
export type GroundsMissing = { code: "grounds_missing" };

/** A comment to be judged, and the version of the text that was read; null when any will do. */
export type ToJudge = { id: string; version: number | null };

type Around = {
  /** By which rule and why it is taken off, for a rejection. */
  grounds?: GroundsDraft | undefined;
  /** What must still be so for anything to be done. */
  only?: Condition;
  /** What is done in the same batch. */
  after?: Write[];
};

/**
 * Does what an organiser decided with a comment, learns from it, and writes down who did it, in one batch with its
 * emails. Doing it again changes nothing. Refuses one that is not there, or that its writer took away, one whose text
 * changed since it was read, and to reject one that stood on the site without saying why (DSA article 17; spam is free of it).
 */
export async function moderateComment(
  world: World,
  asked: ToJudge,
  act: JudgementAct,
  admin: Admin,
  around: Around = {},
): Promise<Result<JudgedComment, { code: "not_found" } | { code: "stale" } | GroundsMissing>> {
  const judged = await moderateComments(world, [asked], act, admin, around);
  if (!judged.ok) return judged;
  const { undo, late } = judged.value;
  if (late > 0) return refused({ code: "stale" });
  const kept = await findComment(world.reader, asked.id);
  if (kept === null || kept.state === "deleted") return refused({ code: "not_found" });
  return done({ id: asked.id, state: kept.state, number: kept.number, article: kept.article, undo });
}

/** The same with several comments, in one batch: all or none. Tells how many it changed, and why it left others alone. */
export async function moderateComments(
  world: World,
  asked: ToJudge[],
  act: JudgementAct,
  admin: Admin,
  { only = always, after = [], grounds }: Around = {},
): Promise<Result<Judged, GroundsMissing>> {
  const read = new Map(asked.map(({ id, version }) => [id, version]));
  const found = (await findComments(world.reader, [...read.keys()])).filter(
    ({ state }) => state !== "deleted",
  );
  const asRead = found.filter(({ id, version }) => (read.get(id) ?? version) === version);
  const needsGrounds = act === "reject" && grounds === undefined;
  if (needsGrounds && asRead.some(({ number, state }) => number !== null && state !== "rejected"))
    return refused({ code: "grounds_missing" });
  const bundle = world.newId("aud");
  const by = { ...judgements[act], act: `comment.${act}`, admin, bundle };
  const writes = asRead.map((comment) =>
    takeTo(world, comment, {
      ...by,
      grounds: act === "reject" ? grounds : undefined,
      only: both(
        both(only, commentIsVersion(comment.id, comment.version)),
        needsGrounds ? commentWasNeverShown(comment.id) : always,
      ),
    }),
  );
  const all = (await Promise.all(writes)).flat();
  const changed = all.length === 0 ? 0 : await writeActs(world.db, [...all, ...after], bundle);
  world.nudgeMailer();
  return done({
    changed,
    same: asRead.length - changed,
    late: found.length - asRead.length,
    gone: read.size - found.length,
    undo: changed === 0 ? null : bundle,
  });
}
