import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import type { World } from "../context.ts";

type Occasion = Extract<EmailOccasion, { about: "comment" }>;

/** What an email about a report says; null when it does not fit what it is about. */
export function reportContent(world: World, email: ClaimedEmail, about: Occasion): EmailContent | null {
  const { report } = about;
  if (report === null) return null;
  const articleUrl = `${world.siteUrl}/${about.article.slug}/`;
  const commentUrl = `${articleUrl}#${about.id}`;
  const said = {
    article: { title: about.article.title, url: articleUrl },
    comment: { name: about.name, body: about.body, answers: about.answers },
  };
  const { reason, explanation } = report;
  const decided = { ...said, rule: report.rule ?? reason, statement: report.statement ?? "" };
  switch (email.kind) {
    case "report_received":
      return { kind: email.kind, ...said, reason, commentUrl };
    case "report_made":
      return {
        kind: email.kind,
        ...said,
        reason,
        explanation,
        adminUrl: `${world.siteUrl}/beheer/meldingen/`,
      };
    case "comment_removed":
      return { kind: email.kind, ...decided, name: about.name, isAsked: report.isAsked, articleUrl };
    case "report_upheld":
      return { kind: email.kind, ...decided, articleUrl };
    case "report_dismissed":
      return { kind: email.kind, ...decided, commentUrl };
    default:
      return null;
  }
}
