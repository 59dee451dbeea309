import { findReportable } from "@ontsecretaressen/db/reports/find";
import { CommentRetryPage, type ReplyTo } from "@ontsecretaressen/ui/comments/form";
import { type Context, Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { browserOf } from "../people/browser.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { admitChallenge } from "../request/challenge.ts";
import { postComment } from "./post.ts";

export const commentRoutes = new Hono<AppEnv>();

commentRoutes.post("/", async (c) => {
  const browser = await browserOf(c);
  const { challenge } = c.get("world");
  const answer = await answerSubmission(c, {
    verb: (world, fields, isJson) => postComment(world, fields, { browserOf: browser, isJson }),
    goTo: ({ article, id, state }) =>
      state === "waiting_for_address"
        ? `/${article}/?reactie=mail#reageer`
        : `/${article}/?reactie=${id}#${id}`,
    retry: async (typed) => (
      <CommentRetryPage
        {...typed}
        slug={typed.values["article"] ?? ""}
        replyTo={await answered(c, typed.values["parent"] ?? "")}
        siteKey={challenge?.siteKey ?? null}
      />
    ),
  });
  if (challenge !== null) admitChallenge(answer);
  return answer;
});

/** Whom the form answers that comes back; nobody while the database can't tell, for the form must come back anyway. */
async function answered(c: Context<AppEnv>, parent: string): Promise<ReplyTo | null> {
  if (parent === "") return null;
  const found = await findReportable(c.get("world").reader, parent).catch(() => null);
  return found?.comment ?? null;
}
