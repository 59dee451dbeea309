import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import { commentPath } from "@ontsecretaressen/domain/comment";
import { type EmailContent, moderationActs } from "@ontsecretaressen/domain/email-content";
import type { World } from "../context.ts";
import { stopUrl } from "./stop-url.ts";
import { reportContent } from "./write-report.ts";

type Occasion = Extract<EmailOccasion, { about: "comment" }>;

/** What an email about a comment says; null when it does not fit what it is about. */
export async function commentContent(
  world: World,
  email: ClaimedEmail,
  about: Occasion,
): Promise<EmailContent | null> {
  const article = { title: about.article.title, url: `${world.siteUrl}/${about.article.slug}/` };
  const comment = { name: about.name, body: about.body, answers: about.answers };
  const commentUrl = world.siteUrl + commentPath(about.article.slug, about);
  switch (email.kind) {
    case "comment_confirm":
      return {
        kind: email.kind,
        article,
        comment,
        confirmUrl: `${world.siteUrl}/bevestig/${email.token ?? ""}`,
      };
    case "comment_waiting":
      return {
        kind: email.kind,
        article,
        comment,
        answered: about.answered,
        isFirst: about.isFirst,
        reasons: about.reasons,
        acts: actsOf(world, email.token),
        adminUrl: `${world.siteUrl}/beheer/`,
      };
    case "comment_visible":
      return { kind: email.kind, name: about.name, article, commentUrl, isBack: about.report !== null };
    case "comment_answered":
      return {
        kind: email.kind,
        name: about.reader ?? "",
        article,
        comment,
        commentUrl,
        stopUrl: await stopUrl(world, email.personId ?? "", about.article.id),
      };
    default:
      return reportContent(world, email, about);
  }
}

// A link for each act, in the order in which they were made.
function actsOf({ siteUrl }: World, tokens: string | null) {
  const made = (tokens ?? "").split(" ").filter((token) => token !== "");
  return moderationActs.flatMap((act, index) => {
    const token = made[index];
    return token === undefined ? [] : [{ act, url: `${siteUrl}/modereer/${token}` }];
  });
}
