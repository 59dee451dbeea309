import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import type { StepOccasion } from "@ontsecretaressen/db/steps/occasions";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import type { SessionView } from "@ontsecretaressen/domain/session";
import type { World } from "../context.ts";
import { wishUrl } from "./claim-urls.ts";

/** What an email about a step says; null when there is nothing to say any more. */
export async function stepContent(
  world: World,
  email: ClaimedEmail,
  { name, step, planned, dates, wish, addressVersion }: StepOccasion,
): Promise<EmailContent | null> {
  const stepUrl = `${world.siteUrl}/programma/${step.slug}/`;
  switch (email.kind) {
    case "step_opened":
      return { kind: email.kind, name, step, stepUrl, dates: dated(world, dates) };
    case "session_planned":
      return planned === null || planned.isCancelled
        ? null
        : { kind: email.kind, name, session: planned, sessionUrl: sessionUrl(world, planned) };
    case "wish_confirm": {
      if (wish === null) return null;
      const { isProved } = wish;
      const url = isProved ? stepUrl : await wishUrl(world, wish.id, addressVersion);
      return { kind: email.kind, name, step, url, isProved };
    }
    default:
      return null;
  }
}

const sessionUrl = ({ siteUrl }: World, { slug }: SessionView) => `${siteUrl}/inschrijven/${slug}/`;

/** Dates to choose, each with where one signs up for it. */
export const dated = (world: World, sessions: SessionView[]) =>
  sessions.map((session) => ({ session, url: sessionUrl(world, session) }));
