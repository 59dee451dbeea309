import type { Admin } from "@ontsecretaressen/domain/admin";
import type { ReportReason } from "@ontsecretaressen/domain/report";
import { sql } from "drizzle-orm";
import { reportIsOpen } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";

export type Decision = {
  report: string;
  comment: string;
  to: "upheld" | "dismissed";
  rule: ReportReason;
  statement: string;
  admin: Admin;
  now: string;
  writerEmailId: string;
  /** The base of the ids of what goes to those who reported. */
  reporterEmailId: string;
};

/** Why an organiser takes a comment off that she came upon herself; `by` is the act that takes it off. */
export type OwnDecision = Omit<Decision, "to"> & { by: string };

/**
 * The statements that keep why a comment was taken off that stood on the site, as a report that the organiser made herself
 * and every open one with it, and mail it as `decideReports` does. They come after `by`, and do nothing without its row.
 */
export function decideUnasked(db: Database, own: OwnDecision): Write[] {
  return [
    db.run(sql`insert into reports (id, comment_id, reason, explanation, state, submission, reported_at, by_organiser)
      select ${own.report}, c.id, ${own.rule}, '', 'open', ${own.report}, ${own.now}, 1
      from comments c where c.id = ${own.comment} and c.number is not null
        and exists (select 1 from audit where id = ${own.by}) on conflict do nothing`),
    ...decideReports(db, { ...own, to: "upheld" }),
  ];
}

/**
 * The statements that decide about a report and every other open one of the same comment, with the statement of reasons
 * to those who reported and, when the comment is taken off, to its writer: only to a proved address. They do nothing once
 * somebody decided. They come after what is done with the comment.
 */
function decideReports(db: Database, by: Decision): Write[] {
  const isOpen = reportIsOpen(by.report);
  const mail = sql`insert into emails
    (id, kind, to_address, comment_id, person_id, report_id, state, attempts, due_at, created_at)`;
  const kind = by.to === "upheld" ? "report_upheld" : "report_dismissed";
  return [
    db.run(sql`${mail} select ${by.writerEmailId}, 'comment_removed', c.email, c.id, c.person_id, ${by.report}, 'waiting', 0,
        ${by.now}, ${by.now}
      from comments c where c.id = ${by.comment} and ${by.to} = 'upheld' and c.state = 'rejected'
        and c.proved_at is not null and c.email is not null and ${isOpen} on conflict do nothing`),
    // Who reported twice is told once.
    db.run(sql`${mail} select ${by.reporterEmailId} || substr(min(r.id), 5), ${kind}, r.email, r.comment_id, null, r.id,
        'waiting', 0, ${by.now}, ${by.now}
      from reports r where r.comment_id = ${by.comment} and r.state = 'open' and r.email is not null and ${isOpen}
      group by lower(r.email) on conflict do nothing`),
    db.run(sql`update reports set state = ${by.to}, rule = ${by.to === "upheld" ? by.rule : null},
        statement = ${by.statement}, decided_at = ${by.now}, decided_by = ${by.admin.name}
      where comment_id = ${by.comment} and state = 'open' and ${isOpen}`),
  ];
}

/**
 * Does all that comes of a decision, in one batch: `before` is what is done with the comment. Tells how many reports it
 * settled; none when somebody decided before.
 */
export async function writeDecision(
  db: Database,
  before: Write[],
  by: Decision & { auditId: string },
): Promise<number> {
  const [first, ...others] = [
    ...before,
    db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
      select ${by.auditId}, ${by.now}, ${by.admin.id}, ${by.admin.name},
        ${by.to === "upheld" ? "report.uphold" : "report.dismiss"}, ${by.report}
      where ${reportIsOpen(by.report)} on conflict do nothing`),
    ...decideReports(db, by),
  ];
  if (first === undefined) return 0;
  const results = await db.batch([
    first,
    ...others,
    db.all<{ settled: number }>(sql`select count(*) as settled from reports
      where comment_id = ${by.comment} and decided_at = ${by.now}
        and exists (select 1 from audit where id = ${by.auditId})`),
  ]);
  const found = results.at(-1);
  return Array.isArray(found) ? (found[0]?.settled ?? 0) : 0;
}
