import { CommentRetryPage } from "@ontsecretaressen/ui/comment-form";
import { Hono } from "hono";
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
    retry: (typed) => (
      <CommentRetryPage
        {...typed}
        slug={typed.values["article"] ?? ""}
        replyTo={null}
        siteKey={challenge?.siteKey ?? null}
      />
    ),
  });
  if (challenge !== null) admitChallenge(answer);
  return answer;
});
