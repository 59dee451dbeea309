import { insertReport } from "@ontsecretaressen/db/reports/post";
import { sha256 } from "@ontsecretaressen/db/hash";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { reportRates } from "@ontsecretaressen/domain/report";
import { ReportDraft } from "@ontsecretaressen/domain/report-draft";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { countedRates, secondsUntil } from "../comments/rates.ts";
import type { World } from "../context.ts";

export type PostedReport = { comment: string; article: string; state: "open" };

export type ReportRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number }
  | { code: "unknown_comment" };

/**
 * Keeps a report of a comment and tells the organisers; who left an address gets a receipt. Takes the fields as they came;
 * the very same submission again gives the same answer and keeps nothing more. A robot gets the answer that a person gets.
 */
export async function postReport(
  world: World,
  fields: Record<string, unknown>,
): Promise<Result<PostedReport, ReportRefusal>> {
  const parsed = ReportDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const { comment, reason, explanation, email, key, subject } = parsed.data;
  const rates = (limits: Parameters<typeof countedRates>[1], of: string | null) =>
    of === null ? [] : countedRates(world, limits, `report ${of}`);
  const [ofNetwork, ofAddress, ofOrganisers] = await Promise.all([
    rates(reportRates.network, world.network),
    rates(reportRates.address, email === "" ? null : emailKey(email)),
    rates(reportRates.organisers, "organisers"),
  ]);
  const kept = await insertReport(world.db, {
    id: world.newId("rep"),
    comment,
    reason,
    explanation,
    email,
    submission: await sha256(JSON.stringify(["report", key, comment, reason, explanation, email])),
    isOfRobot: subject !== "",
    now: world.now().toISOString(),
    rates: ofNetwork,
    addressRates: ofAddress,
    organisersRates: ofOrganisers,
    receiptId: world.newId("eml"),
    noticeId: world.newId("eml"),
    organisersEmail: world.organisersEmail,
  });
  if (kept.article === null) return refused({ code: "unknown_comment" });
  if (kept.tooOftenUntil !== null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  world.nudgeMailer();
  return done({ comment, article: kept.article.slug, state: "open" });
}
