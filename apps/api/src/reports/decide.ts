import { both, commentIsIn, reportIsOpen } from "@ontsecretaressen/db/conditions";
import { findComment } from "@ontsecretaressen/db/comments/find";
import { findReport } from "@ontsecretaressen/db/reports/find";
import { writeDecision } from "@ontsecretaressen/db/reports/decide";
import type { Admin } from "@ontsecretaressen/domain/admin";
import type { DecisionDraft } from "@ontsecretaressen/domain/moderation-drafts";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { judgements } from "../comments/moderate.ts";
import { takeTo } from "../comments/take-to.ts";
import type { World } from "../context.ts";

export type Decided = { id: string; state: "upheld" | "dismissed"; settled: number };

const CAN_BE_TAKEN_OFF = ["visible", "held", "waiting_for_address"] as const;

/**
 * Decides about a report, and about every other open one of the same comment: upholding takes the comment off the site.
 * All in one batch, with the statement of reasons to its writer and to those who reported. Refuses an unknown report, and
 * one that somebody decided about.
 */
export async function decideReport(
  world: World,
  id: string,
  { to, reason, rule }: DecisionDraft & { to: Decided["state"] },
  admin: Admin,
): Promise<Result<Decided, { code: "not_found" } | { code: "decided" }>> {
  const report = await findReport(world.reader, id);
  if (report === null) return refused({ code: "not_found" });
  if (report.state !== "open") return refused({ code: "decided" });
  const before = to === "upheld" ? await takeOff(world, report.comment, id, admin) : [];
  const settled = await writeDecision(world.db, before, {
    report: id,
    comment: report.comment,
    to,
    rule: rule ?? report.reason,
    statement: reason,
    admin,
    now: world.now().toISOString(),
    auditId: world.newId("aud"),
    writerEmailId: world.newId("eml"),
    reporterEmailId: world.newId("eml"),
  });
  if (settled === 0) return refused({ code: "decided" });
  world.nudgeMailer();
  return done({ id, state: to, settled });
}

// One that is off the site already stays as it is: what was learned from it too.
async function takeOff(world: World, commentId: string, reportId: string, admin: Admin) {
  const comment = await findComment(world.reader, commentId);
  if (comment === null) return [];
  return takeTo(world, comment, {
    ...judgements.reject,
    act: "comment.reject",
    admin,
    bundle: world.newId("aud"),
    only: both(reportIsOpen(reportId), commentIsIn(commentId, CAN_BE_TAKEN_OFF)),
  });
}
